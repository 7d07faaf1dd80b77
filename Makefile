# make run    everything from nothing to findings in a real example project
# make test   everything from nothing to the whole test suite
# make bench  what the analysis costs next to parsing, and how it grows; and the runtime map beside others
#             (half an hour; BENCH_PEERS="-DHOLDFAST_BENCH_BOOST=…/include …" for more of them, see
#             runtime/bench/CMakeLists.txt; PROJECTS="a/build b/build": beside other tools on these, plots in docs/)
# make oracle SEED=1 N=20000   random programs of one and several functions, and a fortieth as many with
#             threads: what is found against what happens when they run
# make fuzz SECONDS=600   new inputs for the readers and the solver; the corpus stays in build/fuzz-corpus
# make oracle-models   every row of the tables for which there is a library, executed (libraries of
#             setup.sh --oracle)
# make oracle-access-kinds   the operations of the standard containers beside a walk, under ThreadSanitizer
# make mutants   cells of the tables and statements of the solver, changed one at a time: which do the
#             tests notice? An hour, and it builds the solver a second time
# make build  only the binaries: build/bin/holdfast, build/lib/HoldfastTidy.so (LLVM 22),
#             build-llvm19/lib/HoldfastTidy.so (LLVM 19)
.PHONY: run test build build22 build19 setup bench fuzz clean oracle oracle-models oracle-access-kinds mutants
.NOTPARALLEL:

LIT := /usr/lib/llvm-22/bin/lit
EXAMPLE := build/examples/chat

run: setup build22
	@cmake -G Ninja -S examples/chat -B $(EXAMPLE) -DCMAKE_CXX_COMPILER=/usr/bin/clang++-22 \
	  -DCMAKE_EXPORT_COMPILE_COMMANDS=ON >/dev/null
	@echo
	@echo "$$ build/bin/holdfast -p $(EXAMPLE)"
	@build/bin/holdfast -p $(EXAMPLE); status=$$?; \
	if [ $$status -gt 1 ]; then echo "holdfast failed with exit code $$status"; exit $$status; fi; \
	if [ $$status -eq 0 ]; then echo "no findings, although examples/chat has bugs in it"; exit 1; fi
	@echo
	@echo "The bugs of examples/chat are there on purpose, to show how Holdfast reports them."

test: setup build
	@rm -f build/lit-results.json
	@$(LIT) -sv --no-progress-bar --timeout 600 --order=lexical -o build/lit-results.json --param require=llvm22,llvm19 \
	  build/test build/unittests || true
	@python3 test/summary.py build/lit-results.json

build: build22 build19

build22:
	@test -f build/build.ninja || cmake --preset llvm22 $(if $(VERBOSE),,--log-level=WARNING)
	@cmake --build --preset llvm22

build19:
	@test -f build-llvm19/build.ninja || cmake --preset llvm19 $(if $(VERBOSE),,--log-level=WARNING)
	@cmake --build --preset llvm19

setup:
	@./setup.sh

bench: setup build22
	@python3 test/bench/ratio.py -p build --limit 20 --below 1.10
	@python3 test/bench/growth.py
	@$(if $(PROJECTS),python3 test/bench/beside.py $(addprefix -p ,$(PROJECTS)) --plots docs,true)
	@cmake -S runtime -B build/runtime-bench -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=/usr/bin/clang++-22 \
	  -DHOLDFAST_RUNTIME_BENCH=ON $(BENCH_PEERS) >/dev/null
	@cmake --build build/runtime-bench --target run-bench

fuzz: setup build22
	@python3 test/fuzz/run_fuzzers.py --build build --seconds $(or $(SECONDS),600)

oracle: setup build22
	@python3 test/oracle/threads/run.py --holdfast build/bin/holdfast --seed $(or $(SEED),1) \
	  --count $$(( $(or $(N),20000) / 40 )) --json build/oracle-threads.json >/dev/null
	@python3 test/oracle/run.py --holdfast build/bin/holdfast --seed $(or $(SEED),1) --count $(or $(N),20000) \
	  --threads build/oracle-threads.json --min-recall 99 --max-alarms 0.5 --show 20

oracle-models: build22
	@./setup.sh --oracle
	@python3 test/oracle/models/run_models.py --rows build/bin/hfx-rows --work build/oracle-models

oracle-access-kinds: build22
	@python3 test/oracle/access-kinds/run_access_kinds.py --rows build/bin/hfx-rows --work build/oracle-access-kinds

mutants: setup build22
	@./setup.sh --oracle
	@python3 test/mutants/run.py --build build --rows --solver --execute build/oracle-models

clean:
	rm -rf build build-llvm19

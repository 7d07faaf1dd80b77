#!/usr/bin/env python3
# ===- run.py - do the tests notice when the analysis changes? ------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Changes one cell of the model tables, or one statement of the solver, and runs the tests.

  run.py --rows                        every flip of every row that a test names
  run.py --solver                      every mutant of checker/solve and checker/rules
  run.py --rows --sample 300 --seed 1  some of them; --only TEXT: those with TEXT in their name
  run.py --rows --solver --execute build/oracle-models --update docs/quality.md

A mutant that no test notices *survives*. survivors.txt tells which ones cannot be noticed and why; a
mutant that is listed there and killed is an error. With --strict a survivor that is not listed is
one, too.

  run.py --rows --kept kept.txt        what `make test` runs: these must be killed, always

Stage one is one process (hfx-mutants) over programs that were lowered once; it judges the C++ tests
as test/check_findings.py does. For what survives it, stage two runs the unit tests and the tests in
text form, with FileCheck, as programs that contain the mutant. Stage three (--execute) asks for the
rows that are left what the libraries did when `make oracle-models` executed them: see executed.py.
"""

import argparse
import collections
import hashlib
import pathlib
import re
import shlex
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent))
import check_findings  # noqa: E402  (it stands beside this directory)
import executed  # noqa: E402

ORDER = ("solve/Order", "solve/Normalize", "solve/State", "solve/Engine")  # what test/fuzz asks about
RANDOM = ["-runs=500", "-seed=1", "-len_control=0", "-max_len=256"]
SECONDS = 10  # for one program with a mutant in it: it takes less than one without
FILECHECK = "/usr/lib/llvm-22/bin/FileCheck"
RUN_CHECK = re.compile(r"//\s*RUN: %check %s(.*)$", re.MULTILINE)
RUN_INLINE = re.compile(r";\s*RUN: hfx-inline %s([^|]*)\| FileCheck (.*)$", re.MULTILINE)
RUN_SOLVE = re.compile(r";\s*RUN: hfx-solve %s([^|]*)\| FileCheck (.*)$", re.MULTILINE)


class Failure(Exception):
    """Something is broken: nothing can be said about the tests."""


def run(command, **options):
    return subprocess.run([str(word) for word in command], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, universal_newlines=True, check=False, **options)


def fails(command, environment):
    """Whether a program that contains a mutant does not end well, or not at all."""
    try:
        return run(command, env=environment, timeout=SECONDS).returncode != 0
    except subprocess.TimeoutExpired:
        return True


# --- the corpus ---------------------------------------------------------------

def first_configuration(arguments):
    """The flags of the configuration in which check_findings.py looks at levels, too."""
    words = shlex.split(arguments)
    extra = words[words.index("--") + 1:] if "--" in words else []
    standard = [word[6:].split(",")[0] for word in words if word.startswith("--std=")]
    return check_findings.Configuration(standard[0] if standard else None, None), extra


def lowered(source, flags, build):
    """The program of a test. Kept under a name made of all that it depends on, except system headers."""
    tool = build / "bin/holdfast"
    digest = hashlib.sha256(" ".join([str(source), *flags]).encode())
    for read in [tool, source, *sorted((HERE.parent / "rules/Inputs").iterdir())]:
        digest.update(read.read_bytes())
    program = build / "mutants" / (digest.hexdigest()[:24] + ".hfx")
    if not program.exists():
        program.parent.mkdir(parents=True, exist_ok=True)
        # Below the working directory the program would have relative names of files.
        done = run([tool, "lower", "--binary", "-o", str(program) + ".new", source, "--", *flags],
                   cwd=program.parent)
        if done.returncode:
            raise Failure(f"cannot lower {source}:\n{done.stderr}")
        (program.parent / (program.name + ".new")).rename(program)
    return program


def corpus_lines(build, tests):
    rules = check_findings.known_rules()
    for source in sorted(HERE.parent.glob(tests)):
        found = RUN_CHECK.search(source.read_text(encoding="utf-8"))
        if not found:
            continue
        configuration, extra = first_configuration(found.group(1))
        program = lowered(source, configuration.flags() + extra, build)
        yield ["test", source.relative_to(ROOT), program]
        marks = [mark for mark in check_findings.parse_marks(str(source), rules)
                 if configuration.selects(mark)]
        for mark in sorted(marks, key=lambda m: (m.text == "", m.level is None)):
            yield ["mark", mark.kind, mark.file, mark.line, mark.rule, mark.level or "", mark.text]
    for source in sorted(HERE.parent.glob("solve/*.hfx")):
        for options, _ in RUN_SOLVE.findall(source.read_text(encoding="utf-8")):
            yield ["text", source.relative_to(ROOT), source, *options.split()]


def write_corpus(build, tests):
    path = build / "mutants" / ("corpus-%s.txt" % hashlib.sha256(tests.encode()).hexdigest()[:8])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(map(str, line)) + "\n" for line in corpus_lines(build, tests)))
    return path


# --- stage two ----------------------------------------------------------------

class StageTwo:
    """The tests that are programs of their own, with a mutant in them."""

    def __init__(self, build):
        self.build = build
        self.programs = build / "test/mutants"
        for program, *words in (["mutant-rules-tests"], ["mutant-models-tests"], ["mutant-fuzz-lattice", *RANDOM]):
            if fails([self.programs / program, *words], None):
                raise Failure(f"{program} fails without any mutant")

    def notices(self, kind, mutant, changed):
        """The first test that fails, or None."""
        environment = {"HOLDFAST_MUTANT": f"{kind}:{mutant.number}"}
        for tests in ["rules"] + (["models"] if kind == "row" else []):
            if fails([self.programs / f"mutant-{tests}-tests", "--gtest_brief=1"], environment):
                return f"test/{tests}"
        for source in changed:
            if self.text_fails(ROOT / source, RUN_SOLVE, "mutant-hfx-solve", environment):
                return source
        if kind == "solver" and mutant.name.startswith(("solve/Inline", "solve/Closures", "solve/Splice")):
            for source in sorted(HERE.parent.glob("solve/inline/*.hfx")):
                if self.text_fails(source, RUN_INLINE, "mutant-hfx-inline", environment):
                    return str(source.relative_to(ROOT))
        if kind == "solver" and mutant.name.startswith(ORDER):
            if fails([self.programs / "mutant-fuzz-lattice", *RANDOM, f"-artifact_prefix={self.build}/mutants/"], environment):
                return "test/fuzz"
        return None

    def text_fails(self, source, pattern, program, environment):
        for options, check in pattern.findall(source.read_text(encoding="utf-8")):
            try:
                shown = run([self.programs / program, source, *options.split()], env=environment, timeout=SECONDS)
            except subprocess.TimeoutExpired:
                return True
            judged = run([FILECHECK, *shlex.split(check.replace("%s", str(source)))], input=shown.stdout)
            if shown.returncode or judged.returncode:
                return True
        return False


# --- results ------------------------------------------------------------------

class Mutant:
    def __init__(self, fields):
        self.verdict, self.number, self.name, *self.said = fields
        self.reason = None

    def where(self):
        """The table, or the file."""
        return self.name.split(" ")[0]


def read_survivors(path):
    """By name: the reason why nobody can notice."""
    reasons, reason = {}, ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("because: "):
            reason = line[9:]
        elif line and not line.startswith("#"):
            if not reason:
                raise Failure(f"{path}:{number}: a mutant before the first 'because: REASON'")
            reasons[line] = reason
    return reasons


def try_all(kind, options):
    build = options.build
    names = build / "test/mutants/names.txt"
    program, how = ((build / "bin/hfx-mutants", "--rows") if kind == "row" else
                    (build / "test/mutants/hfx-mutants-solver", f"--solver={names}"))
    command = [program, write_corpus(build, options.tests), how, f"--sample={options.sample}", f"--seed={options.seed}",
               f"--only={options.only}"] + ([f"--list={options.kept}"] if options.kept else [])
    done = run(command)
    if done.returncode:
        raise Failure(done.stderr)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    rows = [line[1:] for line in lines if line[0] == "row"]
    mutants = [Mutant(line) for line in lines if line[0] != "row"]
    if options.stage_two:
        second = StageTwo(build)
        for mutant in mutants:
            # A row that no test names says nothing new when the tests of the tables notice it.
            if mutant.verdict == "survived" or (mutant.verdict == "untested" and kind == "solver"):
                noticed = second.notices(kind, mutant, mutant.said)
                if noticed:
                    mutant.verdict, mutant.said = "killed", [noticed]
                elif mutant.name.startswith(ORDER):
                    mutant.verdict = "survived"  # Random programs execute it.
    if options.execute and kind == "row":
        libraries = executed.Executed(build, options.execute, options.jobs)
        for mutant in mutants:
            noticed = mutant.verdict != "killed" and libraries.notices(mutant.name)
            if noticed:
                mutant.verdict, mutant.said = "executed", [noticed]
            elif mutant.verdict == "untested" and libraries.asked(mutant.name):
                mutant.verdict = "survived"
    return mutants, rows


def judge(mutants, options):
    """Prints what is wrong; the number of errors."""
    reasons = read_survivors(HERE / "survivors.txt")
    errors = 0
    for mutant in mutants:
        mutant.reason = reasons.get(mutant.name)
        if options.kept and mutant.verdict != "killed":
            print(f"{options.kept.name} has it, but it is {mutant.verdict}: {mutant.name}")
            errors += 1
        elif mutant.reason and mutant.verdict == "executed":
            mutant.reason = None  # The solver does not ask for it, but the row can be seen to be wrong.
        elif mutant.reason and mutant.verdict == "killed" and mutant.said[-1] != "test/models":
            print(f"survivors.txt has it, but {mutant.said[-1]} notices: {mutant.name}")
            errors += 1
        elif mutant.verdict == "survived" and not mutant.reason and options.strict:
            print(f"no test notices: {mutant.name}")
            errors += 1
    return errors


def table(title, mutants, rows):
    """By table or source file. Killed by tests and by execution, equivalent, survivors: of what a test
    executes or a library was asked about. Not tried: the rest."""
    count = collections.defaultdict(collections.Counter)
    for mutant in mutants:
        noticed = mutant.verdict in ("killed", "executed")
        verdict = "equivalent" if mutant.reason and not noticed else mutant.verdict
        count[mutant.where()][verdict] += 1
    for row in rows:
        count[row[0]]["row"] += 1
        count[row[0]]["tested row"] += row[2] == "tested"
    total = collections.Counter()
    for each in count.values():
        total.update(each)
    head = ["tried", "killed"] + (["by execution"] if rows else [])
    head += ["equivalent", "survived", "noticed of tried", "not tried"]
    head += ["rows", "rows a test names"] if rows else []
    lines = [f"| {title} | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for name, c in sorted(count.items()) + [("all", total)]:
        noticed = c["killed"] + c["executed"]
        tried = noticed + c["equivalent"] + c["survived"]
        share = f"{100 * noticed / (tried - c['equivalent']):.0f} %" if tried > c["equivalent"] else ""
        cells = [tried, c["killed"]] + ([c["executed"]] if rows else [])
        cells += [c["equivalent"], c["survived"], share, c["untested"]]
        cells += [c["row"], c["tested row"]] if rows else []
        lines.append(f"| {name} | " + " | ".join(map(str, cells)) + " |")
    return lines


def remaining(mutants, executes):
    """What survived, by what was changed, and what cannot be noticed, by reason."""
    changed, reasons = collections.Counter(), collections.Counter()
    for mutant in mutants:
        if mutant.verdict == "survived" or (executes and mutant.verdict == "untested"):
            if mutant.reason:
                reasons[mutant.reason] += 1
            else:
                changed[mutant.name.partition(": ")[2].split(" ")[0]] += 1
    lines = []
    if changed:
        lines += ["", "Not noticed: " + ", ".join(f"{n} {what}" for what, n in changed.most_common()) + "."]
    if reasons:
        lines += ["", "Equivalent, because:", ""]
        lines += [f"- {reason} ({n})" for reason, n in reasons.items()]
    return lines


def update(page, lines):
    text = page.read_text(encoding="utf-8")
    begin, end = "<!-- mutants: begin -->\n", "<!-- mutants: end -->"
    if begin not in text or end not in text:
        raise Failure(f"{page} has no '{begin.strip()}' or no '{end}'")
    head, rest = text.split(begin)
    page.write_text(head + begin + "\n".join(lines) + "\n" + end + rest.split(end)[1], encoding="utf-8")


def build_programs(options):
    targets = ["holdfast", "hfx-mutants"]
    if options.solver or options.stage_two:
        targets.append("mutant-programs")
    if options.execute:
        targets.append("hfx-rows")
    done = run(["cmake", "--build", options.build, "--target", *targets])
    if done.returncode:
        raise Failure(done.stdout + done.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", action="store_true")
    parser.add_argument("--solver", action="store_true")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="0: all")
    parser.add_argument("--seed", default="0")
    parser.add_argument("--only", default="", metavar="TEXT")
    parser.add_argument("--kept", type=pathlib.Path, metavar="FILE",
                        help="only the mutants that FILE names; each must be killed")
    parser.add_argument("--tests", default="rules/*/*.c*", metavar="GLOB", help="the C++ tests, below test/")
    parser.add_argument("--strict", action="store_true", help="unlisted survivors are errors")
    parser.add_argument("--list", type=pathlib.Path, metavar="FILE",
                        help="write the names of unlisted survivors to FILE")
    parser.add_argument("--no-stage-two", dest="stage_two", action="store_false",
                        help="only the C++ tests (and nothing is built for the rows)")
    parser.add_argument("--execute", type=lambda p: pathlib.Path(p).resolve(), metavar="DIR",
                        help="for the rows: also ask the libraries; their programs are built in DIR")
    parser.add_argument("-j", dest="jobs", type=int, default=1, help="so many programs of --execute at a time")
    parser.add_argument("--no-build", action="store_true", help="everything is built already")
    parser.add_argument("--build", type=lambda p: pathlib.Path(p).resolve(), default=ROOT / "build")
    parser.add_argument("--tool", type=lambda p: pathlib.Path(p).resolve(), metavar="HOLDFAST",
                        help="the binary in the build directory, instead of --build")
    parser.add_argument("--update", type=pathlib.Path, metavar="PAGE")
    options = parser.parse_args()
    if options.tool:
        options.build = options.tool.parent.parent
    try:
        if not options.no_build:
            build_programs(options)
        lines, errors, unlisted = [], 0, []
        for kind, wanted in (("row", options.rows), ("solver", options.solver)):
            if not wanted:
                continue
            mutants, rows = try_all(kind, options)
            errors += judge(mutants, options)
            unlisted += [m.name for m in mutants if not m.reason
                         and (m.verdict == "survived" or (m.verdict == "untested" and kind == "solver"))]
            title = "table" if kind == "row" else "source file"
            lines += ([""] if lines else []) + table(title, mutants, rows) + remaining(mutants, kind == "solver")
        if options.update:
            update(options.update, lines)
        if options.list:
            options.list.write_text("".join(name + "\n" for name in unlisted), encoding="utf-8")
        print("\n".join(lines))
        return 1 if errors else 0
    except (Failure, OSError, check_findings.BadTest) as problem:
        print(f"run.py: {problem}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())

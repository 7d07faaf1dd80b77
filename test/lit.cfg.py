# How lit runs the tests of Holdfast. `make test`, or by hand:
#   /usr/lib/llvm-22/bin/lit -v build/test --filter rules/
import os
import pathlib
import shutil

import lit.formats

config.name = "holdfast"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".cc", ".hfx", ".test"]
# Inputs: what tests read. The others have drivers of their own.
config.excludes = ["Inputs", "bench", "cases", "races"]
config.test_source_root = os.path.dirname(__file__)
# GoogleTest sources, whose programs unittests/ finds, and programs that RUN lines call.
config.excludes += [path.name for path in pathlib.Path(__file__).parent.rglob("*Test.cpp")]
config.excludes += [path.name for path in pathlib.Path(__file__).parent.rglob("hfx-*.cpp")]
config.test_exec_root = os.path.join(config.holdfast_build, "test")

tool = os.path.join(config.holdfast_build, "bin", "holdfast")
plugin = os.path.join(config.holdfast_build, "lib", "HoldfastTidy.so")
plugin19 = os.path.join(config.holdfast_build19, "lib", "HoldfastTidy.so")

config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools, os.path.dirname(tool), config.environment["PATH"]]
)
# Tests that start other builds or read the user's settings must not see the developer's.
config.environment.pop("CXXFLAGS", None)
config.environment.pop("CFLAGS", None)
# What an earlier run has found must not be what a test sees; tests of the cache name their own.
config.environment["HOLDFAST_CACHE_DIR"] = ""

if os.path.exists(plugin):
    config.available_features.add("llvm22")
chromium = shutil.which("chromium-headless-shell") or shutil.which("chromium")
if chromium:
    config.available_features.add("chromium")
if shutil.which("bazel"):
    config.available_features.add("bazel")
if os.path.exists(plugin19):
    config.available_features.add("llvm19")
for feature in lit_config.params.get("require", "").split(","):
    if feature and feature not in config.available_features:
        lit_config.fatal("this run needs '%s', which is not built" % feature)

tidy, tidy19 = "/usr/lib/llvm-22/bin/clang-tidy", "/usr/lib/llvm-19/bin/clang-tidy"

# Longest first: lit replaces in this order and %plugin is a prefix of %plugin19.
config.substitutions += [
    ("%plugin19", plugin19),
    ("%plugin", plugin),
    ("%clang_tidy19", tidy19),
    ("%clang_tidy", tidy),
    # clang-tidy with the plugin, and no settings but those of the test.
    ("%tidy22", "%s -load=%s" % (tidy, plugin)),
    ("%tidy19", "%s -load=%s" % (tidy19, plugin19)),
    ("%clangxx", "/usr/lib/llvm-22/bin/clang++"),
    ("%clang", "/usr/lib/llvm-22/bin/clang"),
    ("%check", "%s %s --tool=%s" % (config.python, os.path.join(config.test_source_root, "check_findings.py"), tool)),
    ("%fix_check", "%s %s --tool=%s --tidy=%s --plugin=%s" % (config.python, os.path.join(config.test_source_root, "fix", "check_fix.py"), tool, tidy, plugin)),
    ("%chromium", chromium or "chromium"),
    ("%holdfast", tool),
    ("%python", config.python),
    ("%src", config.holdfast_source),
]

# How lit runs the tests of Holdfast. `make test`, or by hand:
#   /usr/lib/llvm-22/bin/lit -v build/test --filter rules/
import os

import lit.formats


class Scripts(lit.formats.ShTest):
    """RUN lines, except in GoogleTest sources (*Test.cpp), which unittests/ runs."""

    def getTestsInDirectory(self, suite, path, lit_config, local_config):
        for test in super().getTestsInDirectory(suite, path, lit_config, local_config):
            if not test.path_in_suite[-1].endswith("Test.cpp"):
                yield test


config.name = "holdfast"
config.test_format = Scripts(execute_external=False)
config.suffixes = [".c", ".cpp", ".cc", ".hfx", ".test"]
# Inputs: what tests read. The others have drivers of their own.
config.excludes = ["Inputs", "bench", "oracle", "real"]
config.test_source_root = os.path.dirname(__file__)
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

if os.path.exists(plugin):
    config.available_features.add("llvm22")
if os.path.exists(plugin19):
    config.available_features.add("llvm19")
for feature in lit_config.params.get("require", "").split(","):
    if feature and feature not in config.available_features:
        lit_config.fatal("this run needs '%s', which is not built" % feature)

# Longest first: lit replaces in this order and %plugin is a prefix of %plugin19.
config.substitutions += [
    ("%plugin19", plugin19),
    ("%plugin", plugin),
    ("%clang_tidy19", "/usr/lib/llvm-19/bin/clang-tidy"),
    ("%clang_tidy", "/usr/lib/llvm-22/bin/clang-tidy"),
    ("%clangxx", "/usr/lib/llvm-22/bin/clang++"),
    ("%clang", "/usr/lib/llvm-22/bin/clang"),
    ("%check", "%s %s --tool=%s" % (config.python, os.path.join(config.test_source_root, "check_findings.py"), tool)),
    ("%holdfast", tool),
    ("%python", config.python),
    ("%src", config.holdfast_source),
]

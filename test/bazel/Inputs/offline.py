"""Makes what Bazel 4 would fetch from the network before it builds C++: repositories that hand on its own rules.

    offline.py DIR > .bazelrc

Prints the options that put them in their place.
"""

import pathlib
import sys

REPOSITORIES = {
    "rules_cc": {
        "cc/BUILD": "",
        "cc/defs.bzl": "\n".join(f"{rule} = native.{rule}" for rule in
                                 ("cc_library", "cc_binary", "cc_test", "cc_toolchain", "cc_toolchain_suite")),
    },
    "rules_java": {
        "java/BUILD": "",
        "java/defs.bzl": "\n".join(f"{rule} = native.{rule}" for rule in
                                   ("java_library", "java_binary", "java_import", "java_toolchain", "java_runtime")),
    },
    "remote_coverage_tools": {
        "BUILD": 'filegroup(name = "coverage_report_generator", visibility = ["//visibility:public"])',
    },
}

root = pathlib.Path(sys.argv[1]).resolve()
for name, files in REPOSITORIES.items():
    for file, text in {**files, "WORKSPACE": f'workspace(name = "{name}")'}.items():
        path = root / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n")
    print(f"build --override_repository={name}={root / name}")
print(f"startup --output_user_root={root / 'out'} --max_idle_secs=20")
print(f"build --disk_cache={root / 'cache'} --color=no --curses=no")

#!/usr/bin/env python3
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Builds and runs each program of Inputs/migration twice: with std::unordered_map and with holdfast::map.

Prints a line for each: what the sanitizer says of either, or "right" when the program says so itself.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

TYPES = {
    "std::unordered_map": "<unordered_map>",
    "holdfast::map": '"holdfast/map.hpp"',
}


def outcome(source, runtime, type_name, directory):
    """What happens when source runs with that type."""
    sanitizer = "thread" if "std::thread" in source.read_text() else "address"
    program = pathlib.Path(directory, "program")
    subprocess.run(
        ["/usr/bin/clang++-22", "-std=c++17", "-O1", "-g", f"-fsanitize={sanitizer}", "-pthread",
         f"-I{runtime}", f"-DMAP={type_name}", f"-DMAP_HEADER={TYPES[type_name]}", source, "-o", program],
        check=True,
    )
    # A container that is broken may keep its user busy for ever; so the first report ends the program.
    run = subprocess.run(
        [program], capture_output=True, text=True, timeout=120, env={"TSAN_OPTIONS": "halt_on_error=1"}
    )
    said = re.search(r"(AddressSanitizer|ThreadSanitizer): [A-Za-z-]+( race)?", run.stderr)
    if said:
        return said.group()
    return "right" if run.returncode == 0 else f"wrong, exit code {run.returncode}"


def main():
    root = pathlib.Path(sys.argv[1])
    for source in sorted((root / "test/runtime/Inputs/migration").glob("*.cpp")):
        with tempfile.TemporaryDirectory() as directory:
            outcomes = [
                f"{name}: {outcome(source, root / 'runtime/include', name, directory)}" for name in TYPES
            ]
        print(f"{source.stem}: {'; '.join(outcomes)}", flush=True)


if __name__ == "__main__":
    main()

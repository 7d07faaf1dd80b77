#!/usr/bin/env python3
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Builds and runs the programs of Inputs/migration with std::unordered_map, std::map and holdfast::map.

Nothing but the type differs. Prints a line for each program: what a tool says of it with either standard
type (AddressSanitizer, or else libstdc++'s debug mode; ThreadSanitizer if it has threads), and with
holdfast::map what both sanitizers say: nothing, and the program that its result is right.

Compiling takes longest; so the programs become functions of one program for each type and tool.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

STD_TYPES = {"std::unordered_map": "<unordered_map>", "std::map": "<map>"}
OURS = {"holdfast::map": '"holdfast/map.hpp"'}
TOOLS = {
    "AddressSanitizer": ["-fsanitize=address"],
    "ThreadSanitizer": ["-fsanitize=thread"],
    "_GLIBCXX_DEBUG": ["-D_GLIBCXX_DEBUG"],
}
SAID = re.compile(r"(?:Address|Thread|Leak)Sanitizer: [A-Za-z-]+(?: race)?|Error: (?:attempt to|the )[^\n.]*")


def joined(shapes):
    """The source of one program that is all of them: its argument says which."""
    headers = {line for shape in shapes.values() for line in shape.read_text().splitlines()
               if line.startswith("#include")}
    lines = sorted(headers) + ["#include <cstring>"]
    for number, source in enumerate(shapes.values()):
        lines += [f"namespace shape{number} {{", "#define main run", f'#include "{source}"', "#undef main", "}"]
    lines.append("int main(int, char **argv) {")
    for number, name in enumerate(shapes):
        lines.append(f'  if (!std::strcmp(argv[1], "{name}")) return shape{number}::run();')
    return "\n".join(lines + ["  return 2;", "}", ""])


class Programs:
    def __init__(self, root, directory):
        inputs = root / "test/runtime/Inputs/migration"
        self.shapes = {source.stem: source for source in sorted(inputs.glob("*.cpp"))}
        self.include = root / "runtime/include"
        self.directory = pathlib.Path(directory)
        self.source = self.directory / "all.cpp"
        self.source.write_text(joined(self.shapes))
        self.built = {}

    def build(self, type_name, header, tool):
        program = self.directory / f"{len(self.built)}"
        subprocess.run(
            ["/usr/bin/clang++-22", "-std=c++17", "-O1", "-g1", *TOOLS[tool], "-pthread", "-w", f"-I{self.include}",
             f"-DMAP={type_name}", f"-DMAP_HEADER={header}", self.source, "-o", program],
            check=True,
        )
        self.built[type_name, tool] = program

    def outcome(self, shape, type_name, tool):
        """What the tool says of the shape with that type; "right" if it, and the program, are content."""
        try:
            # The first report ends the program, for a container that is broken may keep its user busy for ever;
            # sometimes before there is a report.
            run = subprocess.run([self.built[type_name, tool], shape], capture_output=True, text=True,
                                 timeout=60 if type_name in OURS else 15, env={"TSAN_OPTIONS": "halt_on_error=1:history_size=7"})
        except subprocess.TimeoutExpired:
            return "does not end"
        said = SAID.search(run.stderr)
        if said:
            return said.group()
        return "right" if run.returncode == 0 else f"wrong, exit code {run.returncode}"

    def has_threads(self, shape):
        return "std::thread" in self.shapes[shape].read_text()

    def with_std(self, shape, type_name):
        # Whether two threads meet is chance: on a busy machine one run of some ten or hundred has no race in it.
        tools = ["ThreadSanitizer"] * 10 if self.has_threads(shape) else ["AddressSanitizer", "_GLIBCXX_DEBUG"]
        outcomes = []
        for tool in tools:
            outcomes.append(self.outcome(shape, type_name, tool))
            if "Sanitizer" in outcomes[-1]:
                break
        return next((one for one in outcomes if "Sanitizer" in one or "Error" in one), outcomes[0])


def main():
    with tempfile.TemporaryDirectory() as directory:
        programs = Programs(pathlib.Path(sys.argv[1]), directory)
        for types, tools in ((STD_TYPES, TOOLS), (OURS, list(TOOLS)[:2])):
            for name, header in types.items():
                for tool in tools:
                    programs.build(name, header, tool)
        for shape in programs.shapes:
            outcomes = [f"{name}: {programs.with_std(shape, name)}" for name in STD_TYPES]
            for name in OURS:
                said = [programs.outcome(shape, name, tool) for tool in list(TOOLS)[:2]]
                outcomes.append(f"{name}: {said[0] if said[0] == said[1] else ', '.join(said)}")
            print(f"{shape}: {'; '.join(outcomes)}", flush=True)


if __name__ == "__main__":
    main()

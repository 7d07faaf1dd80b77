"""The fixes of each test that %fix_check proves, in other forms of the same code.

forms.py HOLDFAST TESTS SCRATCH: each .cpp of TESTS is fixed as its RUN line says, with the last of its standards. What is made of
it is expected once more of
- the same with the line ends of Windows;
- a header that two units include: it is edited once;
- functions that are templates, each with one instance, or whose bodies are arguments of a macro: the same edits, or none of a
  function;
and a read-only file stays as it is, with status 2. Exit code: 0 it is so, 1 not.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

FUNCTION = re.compile(r"^static bool (\w+)\(\) \{$", re.MULTILINE)


def run(command, directory):
    return subprocess.run([str(word) for word in command], cwd=directory, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, universal_newlines=True, check=False)


class Test:
    def __init__(self, tool, path, scratch):
        line = re.search(r"%fix_check(.*) %s %t", path.read_text())
        self.options = line and line[1].split()
        self.tool, self.path, self.folder = tool, path, scratch / path.stem
        self.include = path.parent / "Inputs"

    def standard(self):
        return next(o for o in self.options if o.startswith("--std=")).split(",")[-1].replace("--std=", "")

    def fixed(self, name, text, sources=None):
        """What --fix makes of text; sources: units to analyze instead of the file alone."""
        folder = self.folder / name
        folder.mkdir(parents=True)
        (folder / ".clang-format").write_text("DisableFormat: true\n")
        flags = ["-std=" + self.standard(), f"-I{self.include}"]
        file = folder / (self.path.name if not sources else "all.h")
        file.write_bytes(text.encode())
        for source, content in (sources or {}).items():
            (folder / source).write_text(content)
        entries = [{"directory": str(folder), "file": source, "arguments": ["c++", *flags, "-c", source]}
                   for source in sources or {file.name: ""}]
        (folder / "compile_commands.json").write_text(json.dumps(entries))
        if name == "read-only":
            file.chmod(0o444)
        how = "--fix=all" if "--all" in self.options else "--fix"
        done = run([self.tool, how, "-p", "."], folder)
        if name == "read-only" and done.returncode != 2:
            return f"status {done.returncode}\n{done.stdout}"
        return file.read_bytes().decode()

    def forms(self):
        """(name of a form, what is made of it, what is expected)."""
        text = self.path.read_text()
        plain = self.fixed("plain", text)
        yield "plain", text if plain == text else "", ""
        yield "read-only", self.fixed("read-only", text), text
        windows = self.fixed("windows", text.replace("\n", "\r\n"))
        yield "windows", windows, plain.replace("\n", "\r\n")
        units = {"a.cpp": '#include "all.h"\n', "b.cpp": '#include <vector>\n#include "all.h"\n'}
        yield "header", self.fixed("header", "#pragma once\n" + text, units), "#pragma once\n" + plain
        made = self.fixed("template", as_templates(text))
        yield "template", *same_or_as_before(made, as_templates(plain), as_templates(text), "template <int>")
        made = self.fixed("macro", as_arguments(text))
        yield "macro", *same_or_as_before(made, as_arguments(plain), as_arguments(text), "static bool")


def as_templates(text):
    names = FUNCTION.findall(text)
    text = FUNCTION.sub(r"template <int> static bool \1() {", text)
    for name in names:
        text = text.replace(f"CASE({name})", f'{{"{name}", {name}<0>}},')
    return text


def as_arguments(text):
    return "#define AS_IT_IS(...) __VA_ARGS__\n" + re.sub(r"(?ms)^(static bool \w+\(\)) (\{$.*?^\})$", r"\1 AS_IT_IS(\2)", text)


def same_or_as_before(made, expected, before, begin):
    """Functions, which begin so, that are as they were become what is expected."""
    parts = [re.split(rf"(?m)^(?={begin})|(?<=\n\}}\n)|(?<=\n\}}\)\n)", t) for t in (made, expected, before)]
    if len({len(p) for p in parts}) != 1:
        return made, expected
    left = [m == b != e for m, e, b in zip(*parts)]
    if any(left):
        print(f"   '{begin}': {sum(left)} of {len(left)} parts are left alone")
    return "".join(e if l else m for m, e, l in zip(parts[0], parts[1], left)), expected


def main():
    tool, tests, scratch = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).absolute(), pathlib.Path(sys.argv[3]).absolute()
    bad = 0
    for path in sorted(tests.glob("*.cpp")):
        test = Test(tool, path, scratch)
        if not test.options:
            continue
        print(path.name, flush=True)
        for form, made, expected in test.forms():
            if made != expected:
                bad += 1
                (scratch / "made").write_text(made)
                (scratch / "expected").write_text(expected)
                print(f"{path.name}, {form}: something else is made of it\n" +
                      run(["diff", "-u", "expected", "made"], scratch).stdout)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

"""Applies the first suggestion of each diagnostic in an rdjson file, as a reviewer who clicks does."""

import json
import pathlib
import sys


def offset(lines, position):
    return sum(len(line) for line in lines[: position["line"] - 1]) + position["column"] - 1


for diagnostic in reversed(json.loads(pathlib.Path(sys.argv[1]).read_text())["diagnostics"]):
    path = pathlib.Path(diagnostic["location"]["path"])
    text = path.read_bytes()
    lines = text.splitlines(keepends=True)
    chosen = diagnostic["suggestions"][0]
    first, last = (offset(lines, chosen["range"][end]) for end in ("start", "end"))
    path.write_bytes(text[:first] + chosen["text"].encode() + text[last:])

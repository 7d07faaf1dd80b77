"""Feeds hfx-roundtrip each case of errors.txt and compares what it says.

A case is the lines up to `;error: MESSAGE`; MESSAGE is what the tool must say about exactly
these lines, without the name of the file.
"""
import pathlib
import subprocess
import sys

source, work = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
failures = cases = 0
lines = []
for number, line in enumerate(source.read_text().splitlines(), 1):
    if not line.startswith(";error: "):
        lines.append(line)
        continue
    cases += 1
    expected = "case.hfx:%s\n" % line[len(";error: "):]
    (work / "case.hfx").write_text("\n".join(lines))
    run = subprocess.run(
        ["hfx-roundtrip", "case.hfx"], cwd=work, text=True, capture_output=True
    )
    if run.stderr != expected or run.returncode != 1:
        failures += 1
        print("%s:%d: exit code %d\n  expected %s  got      %s"
              % (source, number, run.returncode, expected, run.stderr))
    lines = []
print("%d cases, %d failures" % (cases, failures))
sys.exit(failures != 0 or cases == 0)

"""Solves program.hfx in N parts, for each N, and compares with what was expected: solve_shards.py HOLDFAST EXPECTED N..."""
import pathlib
import re
import subprocess
import sys

holdfast, expected = sys.argv[1], pathlib.Path(sys.argv[2]).read_text()
for count in map(int, sys.argv[3:]):
    parts = ["part-%d-of-%d" % (number, count) for number in range(1, count + 1)]
    for number, part in enumerate(parts, 1):
        subprocess.run([holdfast, "solve", "--shard=%d/%d" % (number, count), "-o", part, "program.hfx"], check=True)
    whole = [holdfast, "solve", "program.hfx", "--confidence=possible", "-v", *("--solved=" + part for part in parts)]
    got = subprocess.run(whole, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if got.stdout != expected:
        sys.exit("%d parts: other findings\n%s%s" % (count, got.stdout, got.stderr))
    known, whole = re.search(r"note: (\d+) of (\d+) functions were known", got.stderr).groups()
    print("%d parts: same findings, %d functions not known" % (count, int(whole) - int(known)))

"""Damages entries of a cache, one at a time, and runs holdfast with it.

    damage_cache.py [--once | --solve] CACHE EXPECTED PROGRAM

The program must print what is in the file EXPECTED each time. --once only damages one entry and keeps it so. --solve damages
the one of functions, and takes away that of the whole program, which was written last, each time.
"""

import pathlib
import subprocess
import sys

arguments = sys.argv[1:]
once, solve = arguments[0] == "--once", arguments[0] == "--solve"
if solve:
    arguments.pop(0)
cache = pathlib.Path(arguments[once])
entries = sorted(cache.glob("llvmcache-*"))
originals = {entry: entry.read_bytes() for entry in entries}
if solve:
    functions, program = sorted(entries, key=lambda entry: entry.stat().st_mtime_ns)[-2:]
    entries = [functions]


def damages(entry):
    data = originals[entry]
    yield b""
    yield data[: len(data) // 2]
    yield data[:-1]
    yield data + b"x"
    yield originals[sorted(originals)[sorted(originals).index(entry) - 1]]  # another entry, sound in itself
    for place in list(range(0, 64, 12)) + [len(data) * part // 4 for part in range(1, 4)] + [len(data) - 1]:
        yield data[:place] + bytes([data[place] ^ 16]) + data[place + 1 :]


if once:
    largest = max(entries, key=lambda entry: entry.stat().st_size)
    largest.write_bytes(originals[largest][:40])
    sys.exit()

expected = pathlib.Path(arguments[1]).read_text()
tried = noticed = 0
for entry in entries:
    for damaged in damages(entry):
        entry.write_bytes(damaged)
        if solve:
            program.unlink()
        run = subprocess.run([arguments[2], "--cache-dir=%s" % cache, "-v"], text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        tried += 1
        noticed += "dropped a damaged entry" in run.stderr
        if run.stdout != expected or run.returncode != 1:
            sys.exit("%s, %d bytes: exit %d\n%s%s" % (entry, len(damaged), run.returncode, run.stdout, run.stderr))
        for path, data in originals.items():
            path.write_bytes(data)
print("%d damages, all noticed or without effect" % tried)
print("noticed: %d" % noticed)

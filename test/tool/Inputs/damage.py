"""Writes damaged copies of a binary .hfx beside it: truncated, of another version, with one bit turned."""

import os
import sys

data = open(sys.argv[1], "rb").read()
place = os.path.dirname(sys.argv[1])


def write(name, contents):
    with open(os.path.join(place, name), "wb") as file:
        file.write(contents)


write("truncated.hfx", data[: len(data) // 2])
write("version.hfx", data[:4] + b"\x63\0\0\0" + data[8:])
middle = len(data) // 2
write("bit.hfx", data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])

"""Copies a program and gives the copy another build id, as a new build would: other_build.py FROM TO."""

import os
import pathlib
import re
import subprocess
import sys

source, target = sys.argv[1:]
notes = subprocess.run(["readelf", "--notes", source], stdout=subprocess.PIPE, text=True, check=True).stdout
old = bytes.fromhex(re.search(r"Build ID: ([0-9a-f]+)", notes)[1])
binary = pathlib.Path(source).read_bytes()
if binary.count(old) != 1:
    sys.exit("the build id is not there once")
pathlib.Path(target).write_bytes(binary.replace(old, bytes(reversed(old))))
os.chmod(target, 0o755)

"""Runs a command, prints what it says (stdout, then stderr) and `exit N`.

    status.py [--outside] COMMAND...

lit can only tell zero from not zero. --outside runs it in a directory that has no
compile database above it, which the build directory cannot promise.
"""

import subprocess
import sys
import tempfile

arguments = sys.argv[1:]
with tempfile.TemporaryDirectory(prefix="holdfast-") as outside:
    place = None
    if arguments[0] == "--outside":
        arguments = arguments[1:]
        place = outside
    done = subprocess.run(arguments, cwd=place, stdin=subprocess.DEVNULL, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, errors="replace")
print(done.stdout + done.stderr + "exit %d" % done.returncode)

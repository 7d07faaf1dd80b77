"""answer_late.py FILE COMMAND...: while the command asks, FILE gets another first line; then all answers are y."""
import pathlib
import subprocess
import sys

file, command = pathlib.Path(sys.argv[1]), sys.argv[2:]
asked = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
said = b""
while not said.endswith(b"[q]uit: "):
    letter = asked.stdout.read(1)
    if not letter:
        sys.exit("nothing was asked")
    said += letter
file.write_text("// Somebody else.\n" + file.read_text())
asked.communicate(b"y\n" * 20)
sys.exit(asked.returncode)

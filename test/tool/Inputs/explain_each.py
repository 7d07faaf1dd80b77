"""Explains every finding of a JSON lines file: explain_each.py HOLDFAST FILE ARGUMENT..."""
import json
import subprocess
import sys

holdfast, file, *arguments = sys.argv[1:]
for line in open(file):
    fingerprint = json.loads(line).get("fingerprint")
    if fingerprint:
        subprocess.run([holdfast, "explain", fingerprint[:10], *arguments], check=True)
        sys.stdout.flush()

"""Runs the line of a pipeline that calls `holdfast`, with another program in its place: run_step.py FILE HOLDFAST"""
import re
import shlex
import subprocess
import sys

file, holdfast = sys.argv[1:]
(line,) = re.findall(r"^\s*(?:- |run: )holdfast (.*)$", open(file).read(), re.MULTILINE)
sys.exit(subprocess.run([holdfast, *shlex.split(line)], stderr=subprocess.STDOUT).returncode)

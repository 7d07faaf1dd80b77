"""Runs a command that cannot write more than 1 KB to a file, and prints what it says."""

import resource
import signal
import subprocess
import sys


def limit():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


run = subprocess.run(sys.argv[1:], text=True, preexec_fn=limit, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(run.stdout + run.stderr)

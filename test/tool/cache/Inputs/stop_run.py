"""stop_run.py CACHE ENTRIES COMMAND...: starts a run, presses Ctrl-C when the cache has that many entries; prints what it says."""

import os
import signal
import subprocess
import sys
import time

cache, entries = sys.argv[1], int(sys.argv[2])
process = subprocess.Popen(sys.argv[3:], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           start_new_session=True,
                           # Whoever runs the tests in the background has it ignored.
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))


def count():
    names = os.listdir(cache) if os.path.isdir(cache) else []
    return sum(len(name) == len("llvmcache-") + 40 for name in names)


deadline = time.time() + 300
while count() < entries and time.time() < deadline:
    time.sleep(0.1)
os.killpg(process.pid, signal.SIGINT)
said, _ = process.communicate(timeout=60)
print(said + "exit %d" % process.returncode)

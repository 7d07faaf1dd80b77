"""kill_runs.py --seconds=N PROGRAM: see killed.test."""

import argparse
import os
import random
import re
import signal
import subprocess
import time

parser = argparse.ArgumentParser()
parser.add_argument("--seconds", type=float, default=8)
parser.add_argument("program")
options = parser.parse_args()
chance = random.Random(os.getpid())
command = [options.program, "-j2", "--cache-dir=kept"]


def start():
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def findings(*arguments):
    run = subprocess.run([options.program, *arguments], text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return run.stdout, run.stderr


killed = 0
end = time.time() + options.seconds
running = [start() for _ in range(4)]
while time.time() < end:
    time.sleep(chance.uniform(0, 0.4))
    index = chance.randrange(4)
    if running[index].poll() is None:
        os.killpg(running[index].pid, signal.SIGKILL)
        killed += 1
    running[index].wait()
    running[index] = start()
for process in running:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
        killed += 1
    process.wait()
print("%d runs killed" % killed)
expected, _ = findings("--no-cache")
got, _ = findings("--cache-dir=kept")
print("same findings as without a cache" if got == expected else "OTHER FINDINGS:\n" + got)
got, said = findings("--cache-dir=kept")
print("from the cache: %s of 13" % re.search(r"; (\d+) from the cache", said)[1])
print("same findings again" if got == expected else "OTHER FINDINGS:\n" + got)

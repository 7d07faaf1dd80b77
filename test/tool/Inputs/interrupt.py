"""Starts a command in a group of its own, waits until only its sleeping child works, and presses Ctrl-C.

Prints what it says, its status, and how many of the group are left.
"""

import os
import signal
import subprocess
import sys
import time


def group_members(group):
    alive = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open("/proc/%s/stat" % entry) as stat:
                fields = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            alive.append(int(entry))
    return alive


process = subprocess.Popen(sys.argv[1:], text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                           start_new_session=True,
                           # Whoever runs the tests in the background has it ignored.
                           preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
calm = 0
deadline = time.time() + 60
while calm < 5 and time.time() < deadline:
    # The parent and the child that sleeps: the other unit has ended.
    calm = calm + 1 if len(group_members(process.pid)) == 2 else 0
    time.sleep(0.2)
os.killpg(process.pid, signal.SIGINT)
try:
    said, _ = process.communicate(timeout=30)
except subprocess.TimeoutExpired:
    os.killpg(process.pid, signal.SIGKILL)
    raise
print(said + "exit %d" % process.returncode)
print("children left: %d" % len(group_members(process.pid)))

"""Runs holdfast (the arguments) under make, and prints how many processes of it worked at a time and whether make has all
slots afterwards.

A process works when it is a leaf of the tree of holdfast's processes: the others wait for it. make is asked for its slots
by a second command, which takes all there are.
"""

import os
import signal
import subprocess
import sys
import time

HOLDFAST = sys.argv[1:]


def children():
    """Children of every process."""
    tree = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open("/proc/%s/stat" % name) as stat:
                    parent = stat.read().rpartition(")")[2].split()[1]
                with open("/proc/%s/comm" % name) as comm:
                    tree.setdefault(int(parent), []).append((int(name), comm.read().strip()))
            except OSError:
                pass
    return tree


def leaves(root, tree):
    """Pids of holdfast below root that have no children, and the first holdfast."""
    found, first = [], None
    for pid, name in tree.get(root, []):
        below, inner = leaves(pid, tree)
        if name == "holdfast":
            found += below or [pid]
            first = first or pid
        else:
            found += below
            first = first or inner
    return found, first


COUNT = """
import os, re, sys
auth = re.search(r"--jobserver-auth=(?:fifo:(\\S+)|(\\d+),(\\d+))", os.environ.get("MAKEFLAGS", ""))
if not auth: print(1); sys.exit()
fd = os.open(auth[1], os.O_RDWR | os.O_NONBLOCK) if auth[1] else int(auth[2])
os.set_blocking(fd, False)
got = b""
try:
    while True: got += os.read(fd, 1)
except BlockingIOError: pass
os.write(fd if auth[1] else int(auth[3]), got)
print(1 + len(got))
"""


def run(make_jobs, options=(), kill=False):
    """The most leaves that were seen, and the slots that make has afterwards."""
    with open("count.py", "w") as out:
        out.write(COUNT)
    command = " ".join(HOLDFAST + ["--no-cache", "-q", *options]) + " >/dev/null 2>&1"
    make = subprocess.Popen(
        ["make", "-s", "-j%d" % make_jobs, "COMMAND=%s" % command, "TOKENS=%s count.py" % sys.executable],
        stdout=subprocess.PIPE, text=True, env={k: v for k, v in os.environ.items() if "MAKE" not in k})
    most = 0
    while make.poll() is None:
        now, first = leaves(make.pid, children())
        most = max(most, len(now))
        if kill and first and len(now) >= make_jobs:
            os.kill(first, signal.SIGTERM)
            kill = False
        time.sleep(0.002)
    return most, int(make.stdout.read())


def main():
    for jobs in (2, 4):
        most, slots = run(jobs)
        print("make -j%d: %d at a time, %s" % (jobs, most, "none lost" if slots == jobs else "%d slots left" % slots))
    most, slots = run(2, ["--jobs=3"])
    print("make -j2 and --jobs=3: %d at a time, %s" % (most, "none lost" if slots == 2 else "%d slots left" % slots))
    _, slots = run(2, kill=True)
    print("make -j2, killed: %s" % ("none lost" if slots == 2 else "%d slots left" % slots))


if __name__ == "__main__":
    main()

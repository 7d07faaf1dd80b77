"""Fails unless tool and plugin report findings on the same lines of FILE.

    same_lines.py FILE HOLDFAST CLANG_TIDY PLUGIN
"""

import os
import re
import subprocess
import sys

file, holdfast, tidy, plugin = sys.argv[1:]


def lines(command):
    text = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return sorted({int(n) for n in re.findall(r":(\d+):\d+: warning: .*\[holdfast-", text)})


if not os.path.exists(plugin):
    sys.exit(0)  # `make test` builds it; whoever builds the tool alone has nothing to compare with.
ours = lines([holdfast, file, "--"])
theirs = lines([tidy, "-load=" + plugin, "-checks=-*,holdfast-*", file, "--"])
if not ours or ours != theirs:
    sys.exit("tool: %s, plugin: %s" % (ours, theirs))

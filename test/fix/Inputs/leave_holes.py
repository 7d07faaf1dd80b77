#!/usr/bin/env python3
# ===- leave_holes.py - the code of an advice, written where it belongs ------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""leave_holes.py SAID SOURCE OUT: SOURCE with what the note in SAID says where one is removed and instead of the loop.

In SOURCE these places are between `// removed {` and `// }`, and between `// loop {` and `// }`.
"""

import re
import sys

said, source, out = sys.argv[1:]
with open(said, encoding="utf-8") as file:
    text = file.read()
removed = re.search(r"  where one is removed:\n((?:    .*\n)+)", text)[1]
loop = re.search(r"  instead of the loop:\n((?:    .*\n)+)", text)[1]
with open(source, encoding="utf-8") as file:
    code = file.read()
for name, new in (("removed", removed), ("loop", loop)):
    code, count = re.subn(rf"// {name} {{\n.*?// }}\n", lambda _: new, code, flags=re.DOTALL)
    if count != 1:
        sys.exit(f"{source}: {count} places for '{name}'")
with open(out, "w", encoding="utf-8") as file:
    file.write(code)

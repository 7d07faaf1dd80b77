"""Writes N units that share a header and end in another order than they start, and their database.

Every unit but one has a finding of its own; one does not parse, one is missing a header.
"""

import json
import sys

count = int(sys.argv[1])
entries = []
for n in range(count):
    name = "unit%02d.cpp" % n
    with open(name, "w") as source:
        source.write('#include "shared.h"\n')
        if n % 4 == 0:
            source.write("#include <functional>\n")
        if n == 5:
            source.write("int broken = ;\n")
        if n == 6:
            source.write('#include "missing.h"\n')
        else:
            source.write("void f%d(std::map<int, int> &m) {\n"
                         "  for (auto &kv : m)\n    m.erase(kv.first);\n}\n" % n)
    entries.append({"directory": ".", "command": "c++ -c " + name, "file": name})
with open("last.cpp", "w") as source:
    source.write('#include "./shared.h"\n')
entries.append({"directory": ".", "command": "c++ -c last.cpp", "file": "last.cpp"})
with open("compile_commands.json", "w") as database:
    json.dump(entries, database)

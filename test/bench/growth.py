#!/usr/bin/env python3
# ===- growth.py - how the cost of a whole program grows -------------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===//
"""CPU seconds and memory of `holdfast lower`, `link` and `solve` for generated programs.

    python3 test/bench/growth.py [--holdfast build/bin/holdfast] [--functions 1000,10000,100000]

A program is a number of services, ten functions each: a service keeps clients and listeners, walks
them and calls their virtual functions and callbacks, some of which come back to it; services call the
next ones in other files. One in fifty has the bug; so the number of findings is known, and checked.
Prints a Markdown table; the last column is CPU per function relative to the smallest program.

Exit code: 0, or 2 when a step failed or the findings are not those that were written.
"""

import argparse
import os
import subprocess
import sys
import tempfile

FUNCTIONS_OF_A_SERVICE = 10
SERVICES_OF_A_UNIT = 40
BAD = 50  # One service in so many drops clients while it polls them.

HEADER = """#include <functional>
#include <map>
#include <string>
#include <vector>
struct Client { virtual ~Client() = default; virtual void poll(); virtual int weight() const; };
"""

DECLARATION = """struct Service{n} {{
  std::vector<Client *> clients;
  std::map<int, std::string> names;
  std::vector<std::function<void(int)>> listeners;
  void add(Client *c); void drop(Client *c); void pollAll(); int total() const; void rename(int id);
  void forget(int id); void purge(); void listen(); void notify(int id);
}};
struct Client{n} : Client {{ Service{n} *service; explicit Client{n}(Service{n} *s); void poll() override; }};
"""

DEFINITION = """Client{n}::Client{n}(Service{n} *s) : service(s) {{ s->add(this); }}
void Client{n}::poll() {{ {poll} }}
void Service{n}::add(Client *c) {{ clients.push_back(c); }}
void Service{n}::drop(Client *c) {{
  for (auto i = clients.begin(); i != clients.end(); ++i)
    if (*i == c) {{ clients.erase(i); return; }}
}}
void Service{n}::pollAll() {{ for (Client *c : clients) static_cast<Client{n} *>(c)->poll(); }}
int Service{n}::total() const {{ int sum = 0; for (Client *c : clients) sum += c->weight(); return sum; }}
void Service{n}::rename(int id) {{ names[id] = "x"; next{n}().forget(id); }}
void Service{n}::forget(int id) {{ names.erase(id); notify(id); }}
void Service{n}::purge() {{
  for (auto i = names.begin(); i != names.end();) i = i->second.empty() ? names.erase(i) : ++i;
}}
void Service{n}::listen() {{ listeners.push_back([this](int id) {{ names.erase(id); }}); }}
void Service{n}::notify(int id) {{ for (auto &l : listeners) l(id); }}
"""


def write_program(directory, services):
    """The files of a program; returns their paths and the number of bugs in it."""
    paths, bad = [], 0
    for unit, first in enumerate(range(0, services, SERVICES_OF_A_UNIT)):
        numbers = range(first, min(first + SERVICES_OF_A_UNIT, services))
        following = {n: (n + 1) % services for n in numbers}
        text = [HEADER]
        text += [DECLARATION.format(n=n) for n in sorted(set(numbers) | set(following.values()))]
        text += ["Service%d &next%d();\n" % (following[n], n) for n in numbers]
        for n in numbers:
            is_bad = n % BAD == 0
            bad += is_bad
            text.append(DEFINITION.format(n=n, poll="service->drop(this);" if is_bad else "service->rename(1);"))
            text.append("Service{m} &next{n}() {{ static Service{m} s; return s; }}\n".format(n=n, m=following[n]))
        path = os.path.join(directory, "unit%d.cpp" % unit)
        with open(path, "w", encoding="utf-8") as out:
            out.write("".join(text))
        paths.append(path)
    return paths, bad


def run(command, allowed=(0,)):
    """CPU seconds, peak MiB and output of the command."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        child = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in allowed:
            sys.exit("growth: exit code %d of %s" % (child.returncode, " ".join(command[:4])))
        out.seek(0)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.read()


def measure(holdfast, functions):
    """One row of the table."""
    with tempfile.TemporaryDirectory() as directory:
        paths, bad = write_program(directory, functions // FUNCTIONS_OF_A_SERVICE)
        lower = sum(run([holdfast, "lower", path, "-o", path + ".hfx", "--", "-std=c++17"])[0] for path in paths)
        program = os.path.join(directory, "program.hfx")
        link, link_memory, _ = run([holdfast, "link", "-o", program] + [path + ".hfx" for path in paths])
        solve, solve_memory, said = run([holdfast, "solve", "-q", program], (0, 1))
    found = said.count("[holdfast-mutate-while-iterating]")
    if found != bad:
        sys.exit("growth: %d findings in a program with %d bugs" % (found, bad))
    return functions, len(paths), lower, link, solve, max(link_memory, solve_memory), bad


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--holdfast", default="build/bin/holdfast")
    parser.add_argument("--functions", default="1000,10000,100000")
    options = parser.parse_args()
    print("| functions | units | lower | link | solve | largest process | findings | CPU per function |")
    print("|---|---|---|---|---|---|---|---|")
    first = None
    for count in [int(word) for word in options.functions.split(",")]:
        functions, units, lower, link, solve, memory, bad = measure(options.holdfast, count)
        each = (lower + link + solve) / functions
        first = first or each
        print("| %d | %d | %.1f s | %.2f s | %.1f s | %.0f MiB | %d | %.2f |"
              % (functions, units, lower, link, solve, memory, bad, each / first), flush=True)


if __name__ == "__main__":
    main()

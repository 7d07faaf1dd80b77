"""Edits a generated program at random, again and again, and compares what a warm run finds with what one without a cache does.

edit_rounds.py HOLDFAST [--rounds=N] [--seed=N] [--units=N] [--buggy]

Each round makes one to three edits: of a literal, of lines that move everything below them, of a body that begins or ceases
to erase, of what facts about the whole program come from (who sets a flag, who overrides a method, what is kept under which
key, which callable is kept where), of a header; or takes a file back to what it was some rounds ago. Then
 - a warm run must print what a run without a cache prints;
 - a run that doubts the cache (HOLDFAST_TEST_DOUBT) solves every function that the cache knows and must find no other result,
   whether there is something to report in it or not.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

HEADER = """#pragma once
#include <functional>
#include <map>
#include <vector>
struct Client { virtual ~Client() = default; virtual void poll(); int weight = 1; bool closed = false; };
struct Job { int id = 0; int serial = 0; };
struct Registry { std::map<int, Job *> jobs; std::map<int, int> sizes; std::vector<std::function<void(int)>> changed;
  void add(Job *j); void notify(int id) { for (auto &f : changed) f(id); } };
extern Registry *registry;
inline void helper(std::vector<int> &v) { HELPER }
"""

UNIT = """#include "all.h"
HEAD
struct Service{n} : Client {
  std::vector<Client *> clients; std::map<int, int> names; Registry *owner = nullptr; bool done = false; int state = LIT;
  void poll() override; void drop(Client *c); void all(); void rename(int id); void once(); void listen(); void index(Job *j);
  void change(std::vector<int> &v); void walk(std::vector<int> &v); void stop();
};
void Service{n}::poll() { POLL }
void Service{n}::drop(Client *c) { for (auto i = clients.begin(); i != clients.end(); ++i) if (*i == c) { clients.erase(i); return; } }
void Service{n}::all() { for (Client *c : clients) { c->poll(); ALL } }
void Service{n}::rename(int id) { for (auto &kv : names) if (kv.second == LIT) { RENAME } }
void Service{n}::once() { if (done) return; done = true; for (auto &kv : names) { stop(); if (done) break; } ONCE }
void Service{n}::stop() { STOP }
void Service{n}::listen() { owner->changed.push_back([this](int id) { LISTEN }); }
void Service{n}::index(Job *j) { INDEX }
void Service{n}::change(std::vector<int> &v) { CHANGE }
void Service{n}::walk(std::vector<int> &v) { for (int x : v) { if (x == LIT) change(v); helper(v); } }
void use{n}(Registry &r, int k) { for (auto &kv : r.jobs) if (kv.first == k) { r.notify(k); USE } }
TAIL
"""

# What may stand for a word; the first one stands there in the beginning.
CHOICES = {
    "HELPER": ["(void)v;", "v.push_back(1);", "if (v.empty()) v.clear();"],
    "HEAD": ["", "// one\n", "// one\n// two\n", "static int before() { return 1; }\n"],
    "LIT": ["3", "4", "70000"],
    "POLL": ["state++;", "owner->notify(1);", "clients.clear();", "if (closed) drop(this);", "rename(2);"],
    "ALL": ["", "if (c->closed) drop(c);", "if (c->closed) { drop(c); break; }"],
    "RENAME": ["state = kv.first;", "names.erase(kv.first); break;", "names.erase(kv.first);", "names[id] = 1;"],
    "ONCE": ["", "done = false;", "state = done;"],
    "STOP": ["", "if (state) names.clear();", "if (!done) names.clear();", "done = state;"],
    "LISTEN": ["state = id;", "names.erase(id);", "owner->jobs.erase(id);", "clients.clear();"],
    "INDEX": ["owner->jobs[j->id] = j;", "owner->jobs[j->serial] = j;", "(void)j;", "owner->jobs.erase(j->id);"],
    "CHANGE": ["(void)v;", "v.push_back(state);", "helper(v);", "all();"],
    "USE": ["", "r.jobs.erase(kv.second->id);", "r.sizes.erase(k);", "r.jobs.erase(k); break;"],
    "TAIL": ["", "struct Late{n} : Service{n} { void poll() override { clients.clear(); } };\nLate{n} late{n};\n",
             "void Registry::add(Job *j) { for (auto &kv : jobs) { jobs.erase(j->id); (void)kv; } }\n",
             "struct Set{n} { void set(Client &c) { c.closed = c.weight; } };\nSet{n} set{n};\n"],
}


class Program:
    def __init__(self, units, rng):
        self.rng = rng
        self.texts = {"all.h": HEADER, **{"unit%d.cpp" % n: UNIT.replace("{n}", str(n)) for n in range(units)}}
        self.chosen = {name: {word: 0 for word in CHOICES if word in text} for name, text in self.texts.items()}
        self.history = []

    def write(self):
        for name, text in self.texts.items():
            n = name[4:-4]
            for word, choice in self.chosen[name].items():
                text = text.replace(word, CHOICES[word][choice].replace("{n}", n))
            if not pathlib.Path(name).exists() or pathlib.Path(name).read_text() != text:
                pathlib.Path(name).write_text(text)
        self.history.append({name: dict(words) for name, words in self.chosen.items()})

    def edit(self):
        """Returns what was done, for whoever reads a failure."""
        name = self.rng.choice(sorted(self.texts))
        if self.history and self.rng.random() < 0.15:
            self.chosen[name] = dict(self.rng.choice(self.history)[name])
            return "%s as it was" % name
        word = self.rng.choice(sorted(self.chosen[name]))
        self.chosen[name][word] = self.rng.randrange(len(CHOICES[word]))
        return "%s: %s %d" % (name, word, self.chosen[name][word])


def run(holdfast, *arguments, **environment):
    done = subprocess.run([holdfast, "--confidence=possible", "-v", *arguments], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env={**os.environ, **environment})
    if done.returncode > 1:
        sys.exit("exit %d of %s\n%s%s" % (done.returncode, " ".join(arguments), done.stdout, done.stderr))
    known = re.search(r"note: (\d+) of (\d+) functions were known", done.stderr)
    return done.stdout, [int(number) for number in known.groups()] if known else [0, 0]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("holdfast")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--units", type=int, default=3)
    parser.add_argument("--buggy", action="store_true", help="begin with edits")
    options = parser.parse_args()
    program = Program(options.units, random.Random(options.seed))
    for _ in range(20 * options.buggy):
        program.edit()
    program.write()
    here = os.getcwd()
    sources = [name for name in program.texts if name.endswith(".cpp")]
    pathlib.Path("compile_commands.json").write_text(json.dumps(
        [{"directory": here, "file": name, "arguments": ["c++", "-std=c++17", "-c", name]} for name in sources]))
    run(options.holdfast, "--cache-dir=kept")
    different = set()
    known = whole = 0
    for number in range(options.rounds):
        edits = [program.edit() for _ in range(program.rng.randint(1, 3))]
        program.write()
        shutil.rmtree("doubted", ignore_errors=True)
        shutil.copytree("kept", "doubted")
        expected, _ = run(options.holdfast, "--no-cache")
        for kind, (got, counts) in (("warm", run(options.holdfast, "--cache-dir=kept")),
                                    ("doubting", run(options.holdfast, "--cache-dir=doubted", HOLDFAST_TEST_DOUBT="1"))):
            known, whole = known + counts[0], whole + counts[1]
            if got != expected:
                sys.exit("round %d, %s: other findings after %s\n%s--- expected\n%s" % (number, kind, edits, got, expected))
        different.add(expected)
    print("%d rounds, %d different results, %d %% of functions known" % (options.rounds, len(different), 100 * known // max(whole, 1)))


if __name__ == "__main__":
    main()

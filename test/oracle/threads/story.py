# ===- story.py - what the topics have in common: names, locks, threads -----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""A story is a program being written. It chooses what does not matter for the topic."""

import re

import containers
import locks
import words
from program import (Access, Acquire, Call, ContainerType, Declare, ElementUse, Function, Guarded,
                     HandleType, Join, Lambda, MutexType, Program, Release, Repeat, Scope, Spawn,
                     Var, walk)
from sites import SITES, Act, Globals, Locals, Service, State

STD_MUTEXES = ("mutex", "mutex", "mutex", "recursive_mutex", "timed_mutex", "shared_mutex")
HOUSE_MUTEXES = ("spin", "flag", "house", "pthread", "c11")


def uses_key(body):
    """Does a statement need the parameter `id`?"""
    for node in walk(body):
        texts = list(getattr(node, "lines", [])) + list(getattr(node, "args", []))
        if isinstance(node, Access):
            texts += [line.replace("{", " id ") for line in node.op.lines
                      if any(word in line for word in ("{i}", "{k}", "{v}"))]
        if any("id" in re.findall(r"\w+", text) for text in texts):
            return True
    return False


def returns(body):
    """Does it return by itself, early or with a value?"""
    return any(isinstance(node, Access) and node.op.returns for node in walk(body))


class Story:
    def __init__(self, rng, name, topic, racy):
        self.rng = rng
        self.domain = rng.choice(words.DOMAINS)
        self.program = Program(name, topic, "", racy)
        self.used = {"id", "run", "report", "state", "main", "signal", "lock", "acquire"}
        self.shared_state = False
        self.place = None
        self.loop = rng.choice(("20", "30", "40"))
        self.type = self.random_type()

    # ---- names and types ----

    def name(self, word):
        """A name nothing else in the program has."""
        names = [word] + [word + end for end in ("One", "Next", "More", "Again")]
        names += ["%s%d" % (word, number) for number in range(2, 99)]
        result = next(name for name in names if name not in self.used)
        self.used.add(result)
        return result

    def note(self, text):
        self.program.note = (self.program.note + ", " + text).strip(", ")

    def random_type(self, kinds=containers.KINDS):
        return self.keep(containers.random_type(self.rng, self.domain.struct, kinds))

    def keep(self, type_):
        """The type, with the element type that it needs defined."""
        line = "struct %s {\n  std::string name;\n  int hits = 0;\n};" % self.domain.struct
        self.program.structs = line.split("\n") if type_.value == self.domain.struct else []
        return type_

    def accessor_fits(self, type_):
        return isinstance(type_, (ContainerType, MutexType))

    @staticmethod
    def roots(body):
        """First names of all paths in the statements."""
        found = set()
        for node in walk(body):
            paths = list(getattr(node, "locks", [])) + list(getattr(node, "args", []))
            paths += [getattr(node, word, "") for word in ("path", "receiver", "handle")]
            found |= {path.split(".")[0] for path in paths if isinstance(path, str)}
        return found

    # ---- sites ----

    def site(self, kinds=SITES, items=True):
        site = self.rng.choice(kinds)(self)
        self.place = site
        self.shared_state = isinstance(site, State) and site.how == "shared"
        if items:
            site.add(self.domain.items, self.type)
            self.used.add(self.domain.items)
        return site

    def mutex(self, site, kinds=STD_MUTEXES, name=None, **how):
        kind = self.rng.choice(kinds)
        house = locks.MUTEXES[kind].house
        if house and house not in self.program.house:
            self.program.house.append(house)
        return site.add(name or self.rng.choice(words.MUTEXES[:1] + ("mutex",)),
                        MutexType(kind), **how)

    # ---- operations ----

    def op(self, kinds, roles=None, type_=None):
        rows = [row for row in containers.ops((type_ or self.type).kind)
                if row.kind in kinds and not row.alias and row.name not in ("own element", "bit")
                and (roles is None or row.role in roles)]
        return self.rng.choice(rows)

    def writer(self):
        return self.op("S", self.rng.choice((("add",), ("add", "remove"), ("remove", "clear"))))

    def reader(self):
        return self.op("R")

    def any_op(self):
        return self.writer() if self.rng.random() < 0.5 else self.reader()

    def ender(self, kind):
        """An operation of this kind that may return early; else a plain one."""
        rows = [row for row in containers.early(self.type.kind) if row.kind == kind]
        return self.rng.choice(rows) if rows and self.rng.random() < 0.6 else self.op(kind)

    def query(self):
        """A reader, perhaps one that returns what it reads: then the end of a function."""
        if self.rng.random() < 0.5:
            return self.rng.choice(containers.queries(self.type.kind))
        return self.ender("R")

    def access(self, site, op, key="id", items=None):
        return Access(site.inside(items or self.domain.items), op, key)

    # ---- locks ----

    def locked(self, site, mutex, body, shared=False, style=None):
        """The body under the lock, in one of the ways the mutex knows."""
        var, path = site.vars[mutex], site.inside(mutex)
        known = locks.MUTEXES[var.type.kind]
        if shared:
            return [Guarded(style or self.rng.choice(locks.SHARED_GUARDS), [path], body, True)]
        if style is None and returns(body):
            style = self.rng.choice([s for s in known.styles if s not in ("try", "timed")])
        if style is None:
            style = self.style(site, mutex, known)
        if style == "manual":
            return [Acquire(path)] + body + [Release(path)]
        if style == "enter":
            return self.entered(site, path, body)
        if style in ("returned", "with"):
            self.lock_helper(site, mutex, style)
        name = self.rng.choice(("lock", "lock", "guard", "held"))
        return [Guarded(style, [path], body, name=name)]

    def style(self, site, mutex, known):
        choices = list(known.styles[:4]) * 3 + list(known.styles)
        if not isinstance(site, Locals) or not choices:
            choices += ["manual"]
            if known.spelled == "std::mutex" and mutex == "mutex":
                choices += ["returned", "with"]
            if isinstance(site, (Service, Globals)):
                choices += ["enter"]
        return self.rng.choice(choices)

    def entered(self, site, path, body):
        """A house pair of functions: enter() and leave()."""
        pair = getattr(site, "pair", None)
        if pair is None:
            name = self.rng.choice(("enter leave", "lockItems unlockItems", "begin end")).split()
            pair = (site.helper(name[0], [Acquire(path)], key=False),
                    site.helper(name[1], [Release(path)], key=False))
            site.pair = pair
        return pair[0].call("") + body + pair[1].call("")

    def lock_helper(self, site, mutex, style):
        extra = self.program.extra if isinstance(site, Globals) else site.owner.extra
        static = "static " if isinstance(site, Globals) else ""
        var = site.vars[mutex]
        name = var.name + ("()" if var.how == "accessor" else "")
        texts = {
            "returned": ["%sstd::unique_lock<std::mutex> acquire() {" % static,
                         "  return std::unique_lock<std::mutex>(%s);" % name, "}"],
            "with": ["template <typename Function>", "%svoid withLock(Function&& body) {" % static,
                     "  std::lock_guard<std::mutex> lock(%s);" % name, "  body();", "}"],
        }
        if texts[style][-1] not in extra or texts[style][0] not in extra:
            extra += texts[style]

    # ---- acts ----

    def act(self, site, op, wrap=None, role=None, inline=None):
        """An operation of the site as something to call. wrap: puts a lock around the body."""
        def make(key):
            body = [self.access(site, op, key)]
            if not op.returns and not isinstance(site, Locals) and self.rng.random() < 0.15:
                body = self.helper(site, op.role + "Now", op).call(key)
            return wrap(body) if wrap else body

        if inline is None:
            inline = not isinstance(site, Service) and self.rng.random() < 0.4
        inline = inline and not op.returns
        name = words.verb(self.domain, role or op.role, self.rng)
        if inline:
            return Act(name, make)
        act = self.function(site, name, make("id"))
        if op.role == "add":
            site.adders.append(act)
        return act

    def function(self, site, name, body):
        """An act that takes a key only if it needs one."""
        return site.act(name, body, uses_key(body))

    def helper(self, site, name, op):
        body = [self.access(site, op)]
        return site.helper(name, body, uses_key(body))

    def fill(self, site, count="12"):
        """Puts something in before the threads start: no lock is needed."""
        add = self.act(site, self.op("S", ("add",)), role="add") if not site.adders else \
            self.rng.choice(site.adders)
        return [Repeat("i", count, add.call("i"))]

    # ---- threads ----

    def loop_of(self, act, times=None):
        acts = act if isinstance(act, list) else [act]
        return [Repeat("i", times or self.loop, [n for each in acts for n in each.call("i")])]

    def spawn_kind(self):
        return self.rng.choice(("thread", "thread", "thread", "jthread", "async", "async_default",
                                "packaged"))

    def crew(self, jobs, kind=None):
        """(statements that start a thread per job, statements that wait for them). Some of the
        latter may be empty: then the scope's end waits."""
        kind = kind or self.spawn_kind()
        capture = self.rng.choice(("&", "&", "names"))
        copies = ["state"] if self.shared_state else []
        lambdas = [Lambda(job, capture=capture, copies=list(copies)) for job in jobs]
        if kind != "packaged" and self.rng.random() < 0.3:
            lambdas = [self.named(job) or each for job, each in zip(jobs, lambdas)]
        type_ = {"thread": "std::thread", "jthread": "std::jthread"}.get(kind, "std::future<void>")
        if kind != "packaged" and self.rng.random() < 0.35:
            return self.vector_crew(lambdas, kind, type_)
        names = [self.name(word) for word in self.rng.sample(words.THREADS, len(jobs))]
        start = [Spawn(kind, name, each, HandleType(type_)) for name, each in zip(names, lambdas)]
        ends = self.rng.random() < 0.6 if kind in ("jthread", "async", "async_default") else False
        how = self.rng.choice(("join", "join", "checked"))
        return start, [] if ends else [Join(name, how) for name in names]

    def named(self, job):
        """The job as a function or method that a thread is given by name, if it can be one."""
        if isinstance(self.place, Service):
            if not self.roots(job) <= {self.place.instance, "i", "n", ""}:
                return None
            for node in walk(job):
                if isinstance(node, Call) and node.receiver == self.place.instance:
                    node.receiver = "this"
        act = self.place.act(self.rng.choice(words.LOOPS), job, key=False)
        return act.call("")[0]

    def vector_crew(self, lambdas, kind, type_):
        name = self.name(self.rng.choice(("workers", "threads", "tasks")))
        start = [Declare(Var(name, HandleType(type_, True)))]
        for each in lambdas:
            spawn = Spawn(kind, name, each)
            if self.rng.random() < 0.3 or len(lambdas) == 1:
                start.append(Repeat("n", self.rng.choice("234"), [spawn]))
            else:
                start.append(spawn)
        if self.rng.random() < 0.4:
            waiter = self.name(self.rng.choice(("joinAll", "waitForAll", "finish")))
            self.program.functions.insert(0, Function(
                waiter, [Join("threads")], [Var("threads", HandleType(type_, True), "ref")], "",
                "static"))
            return start, [Call(waiter, "", [name])]
        return start, [Join(name)]

    def play(self, site, jobs, during=(), before=(), after=(), kind=None, crew=None):
        """The body of run(): prepare, start, work along, wait, look at the result."""
        start, finish = crew or self.crew(jobs, kind)
        middle = start + list(during) + finish
        if not finish:
            middle = [Scope(middle)]
        self.program.run.body = site.setup() + list(before) + middle + list(after)

    def look(self, site):
        """Reads the result without a lock, after all threads have ended."""
        return self.act(site, self.reader()).call("0") if self.rng.random() < 0.7 else []

    def use(self, write=True):
        return ElementUse(self.domain.item, write)

    def can_split(self):
        """Can the functions go to a second file? Not static ones that the first needs."""
        program = self.program
        return bool(program.classes or program.functions) and not program.extra and not any(
            var.how == "accessor" for var in program.globals)

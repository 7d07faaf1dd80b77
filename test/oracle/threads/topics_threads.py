# ===- topics_threads.py - programs about when threads run at the same time -===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Spawns, joins and what happens between them. Few of these programs have a lock."""

import words
from program import (Await, Call, ClassType, Declare, Detach, Drain, Function, Guarded, HandleType,
                     Join, Lambda, MutexType, ParallelFor, PoolType, Repeat, Scope, Signal, Spawn,
                     Submit, SyncType, Var)
from sites import Globals, Locals, Service, State


def fork_join(story, racy):
    """Filled before the threads start, read after they are joined: in between is the bug."""
    site = story.site()
    act = story.act(site, story.writer())
    look = story.act(site, story.any_op())
    kind = story.rng.choice(("thread", "thread", "jthread"))
    before = story.fill(site)
    if story.rng.random() < 0.35:
        story.note("siblings")
        first, second = story.loop_of(act), story.loop_of(look)
        names = [story.name("first"), story.name("second")]
        spawns = [Spawn(kind, name, Lambda(job), HandleType("std::" + kind))
                  for name, job in zip(names, (first, second))]
        joins = [Join(name) for name in names]
        order = spawns + joins if racy else [spawns[0], joins[0], spawns[1], joins[1]]
        story.program.run.body = site.setup() + before + order + story.look(site)
        return
    crew = story.crew([story.loop_of(act)], kind)
    if racy:
        story.play(site, None, story.loop_of(look), before, story.look(site), crew=crew)
    else:
        after = look.call("1") + story.loop_of(look, "3")
        story.play(site, None, (), before, after, crew=crew)


def futures(story, racy):
    """async, deferred, packaged_task: get() is the join."""
    site = story.site()
    act = story.act(site, story.writer())
    look = story.act(site, story.any_op())
    kind = story.rng.choice(("async", "async", "async_default", "packaged") if racy else
                            ("async", "async_temporary", "deferred", "packaged"))
    story.note(kind)
    name = story.name(story.rng.choice(("result", "done", "loaded")))
    handle = "" if kind == "async_temporary" else name
    callee = Lambda(story.loop_of(act), capture=story.rng.choice(("&", "names")))
    start = Spawn(kind, handle, callee, HandleType("std::future<void>") if handle else None)
    wait = [Join(handle, story.rng.choice(("join", "checked")))] if handle else []
    if racy or kind == "deferred":
        middle = [start] + story.loop_of(look) + wait
    else:
        middle = [start] + wait + story.loop_of(look, "3")
    story.program.run.body = site.setup() + story.fill(site) + middle + story.look(site)


def member_threads(story, racy):
    """A class that owns its thread: start() or the constructor, stop() or the destructor."""
    site = story.site((Service,), items=False)
    site.how = "value"
    order = racy and story.rng.random() < 0.3
    kind = "jthread" if order or story.rng.random() < 0.4 else "thread"
    worker = Var("worker_", HandleType("std::" + kind))
    site.add(story.domain.items, story.type)
    mutex = story.mutex(site) if not order and (racy or story.rng.random() < 0.6) else None
    wrap = (lambda b: story.locked(site, mutex, b)) if mutex else lambda b: b
    if order:
        # Members are destroyed in reverse: the container goes while the thread still runs.
        story.note("the thread outlives the container")
        site.owner.fields.insert(0, worker)
    else:
        site.owner.fields.append(worker)
    site.helper("work", [Repeat("i", "60", wrap([story.access(site, story.writer(), "i")]))],
                key=False)
    begin = starter(story, site, kind)
    stop = stopper(story, site, kind, order)
    during = []
    if not order and (racy or mutex):
        during = story.loop_of(story.act(site, story.any_op(), None if racy else wrap))
    after = story.look(site) if stop else []
    story.program.run.body = site.setup() + begin + during + stop + after


def starter(story, site, kind):
    """Fills the container and starts the thread. Returns what run() must call for that."""
    fill = Repeat("i", "12", [story.access(site, story.op("S", ("add",)), "i")])
    spawn = Spawn(kind, "this.worker_", Lambda([Call("work", "this")], capture="this"))
    name = story.rng.choice((site.owner.name, "start"))
    site.owner.methods.insert(0, Function(name, [fill, spawn], [], site.owner.name))
    return [Call("start", site.instance)] if name == "start" else []


def stopper(story, site, kind, order):
    """Joins: stop(), the destructor, or (a jthread) the end of the member itself."""
    if order or kind == "jthread" and story.rng.random() < 0.7:
        return []
    name = story.rng.choice(("~" + site.owner.name, "stop"))
    site.owner.methods.insert(1, Function(name, [Join("this.worker_", "checked")], [],
                                          site.owner.name))
    return [Call("stop", site.instance)] if name == "stop" else []


def detached(story, racy):
    """Nobody joins it. Clean: it says that it is done, and somebody waits for that."""
    site = story.site((Globals, Globals, Locals, State))
    site.how = "ref"
    if isinstance(site, State):
        site.local = "value"
    act = story.act(site, story.writer(), inline=isinstance(site, Locals) or None)
    look = story.act(site, story.any_op())
    # No style that touches the object after the other side may go on: it is a local of run().
    style = story.rng.choice(("flag", "release"))
    done = story.name("done")
    declare = [Declare(Var(done, SyncType(style)))]
    name = story.name("background")
    job = story.loop_of(act) + [Signal(done)]
    spawn = Spawn("thread", name, Lambda(job), HandleType("std::thread"))
    wait, use = [Await(done)], story.loop_of(look)
    middle = use + wait if racy else wait + use
    story.program.run.body = (site.setup() + declare + story.fill(site) + [spawn, Detach(name)]
                              + middle)


def c_threads(story, racy):
    """pthread_create and thrd_create: a function and a pointer."""
    kind = story.rng.choice(("pthread", "pthread", "thrd"))
    story.note(kind)
    site = story.site((Globals, State, Service))
    if not isinstance(site, Globals):
        site.how = "pointer" if isinstance(site, State) else "value"
        site.local = "value"
    locked = story.rng.random() < 0.6
    mutex = story.mutex(site, ("mutex", "pthread", "c11", "house")) if locked else None
    wrap = (lambda b: story.locked(site, mutex, b)) if mutex else None
    acts = [story.act(site, story.writer(), wrap, inline=False),
            story.act(site, story.any_op(), None if racy else wrap, inline=False)]
    names = [story.name("producer"), story.name("collector")]
    spawns = [Spawn(kind, name, c_entry(story, site, act, kind), HandleType(kind + "_t"))
              for name, act in zip(names, acts)]
    joins = [Join(name) for name in names]
    middle = spawns + joins
    if not racy and not mutex:
        middle = [spawns[0], joins[0], spawns[1], joins[1]]
    story.program.run.body = site.setup() + story.fill(site) + middle + story.look(site)


def c_entry(story, site, act, kind):
    """A function as C wants it: it gets the shared object by pointer. Returns the call of it."""
    word = {"pthread": "void*", "thrd": "int"}[kind]
    params, given, job = [], [], story.loop_of(act)
    if isinstance(site, Service):
        params, given = [Var("self", ClassType(site.owner.name), "pointer")], [site.instance]
        job = [Repeat("i", story.loop, [Call(act.name, "self", act.args("i"))])]
    elif isinstance(site, State):
        params, given = [Var("state", ClassType(site.owner.name), "pointer")], ["state"]
    entry = Function(story.name(story.rng.choice(words.LOOPS)), job, params, "", word)
    story.program.functions.append(entry)
    return Call(entry.name, "", given)


def pools(story, racy):
    """The house's pool: a callable goes in here and runs there."""
    story.program.house.append("WorkerPool")
    site = story.site((Service, Globals, State, Locals))
    workers = story.rng.choice((2, 3)) if racy else story.rng.choice((1, 1, 3))
    variant = "tasks" if not racy or story.rng.random() < 0.5 else "main thread"
    if variant == "main thread":
        workers = story.rng.choice((1, 2))
    needs_lock = workers > 1 and not racy
    mutex = story.mutex(site) if needs_lock or story.rng.random() < 0.3 else None
    wrap = (lambda b: story.locked(site, mutex, b)) if mutex and not racy else None
    story.note("%d workers, %s" % (workers, variant))
    acts = [story.act(site, story.writer(), wrap), story.act(site, story.any_op(), wrap)]
    pool = story.name("pool")
    declare = [Declare(Var(pool, PoolType(workers)), init="{%d}" % workers)]
    submits = [Submit(pool, Lambda(story.loop_of(each))) for each in acts]
    if story.rng.random() < 0.4:
        submits = [Repeat("n", "3", [each]) for each in submits[:1]]
        story.note("in a loop")
    during = story.loop_of(acts[1]) if variant == "main thread" else []
    drain = [Drain(pool)] if story.rng.random() < 0.6 else []
    middle = declare + submits + during + drain
    if not drain:
        middle = [Scope(middle)]
    story.program.run.body = site.setup() + story.fill(site) + middle + story.look(site)


def openmp(story, racy):
    """A parallel loop runs its body on many threads; critical is a lock, the end a barrier."""
    site = story.site((Service, Globals, Locals, State))
    how = story.rng.choice(("critical", "mutex", "reads"))
    if racy:
        act = story.act(site, story.writer())
        body = act.call("i")
    elif how == "critical":
        story.program.globals.append(Var("results", MutexType("critical")))
        act = story.act(site, story.writer())
        body = [Guarded("critical", ["results"], act.call("i"))]
    elif how == "mutex":
        mutex = story.mutex(site)
        act = story.act(site, story.writer(), lambda b: story.locked(site, mutex, b))
        body = act.call("i")
    else:
        act = story.act(site, story.reader())
        body = act.call("i")
    story.note("" if racy else how)
    schedule = story.rng.choice(("", " schedule(dynamic)", " schedule(static, 1)"))
    loop = ParallelFor("i", "64", body, schedule)
    story.program.run.body = site.setup() + story.fill(site) + [loop] + story.look(site)


TOPICS = {
    "fork and join": fork_join,
    "async and futures": futures,
    "member threads": member_threads,
    "detach": detached,
    "pthread and C11 threads": c_threads,
    "own thread pool": pools,
    "OpenMP": openmp,
}

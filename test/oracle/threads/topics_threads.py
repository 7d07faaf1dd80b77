# ===- topics_threads.py - programs about when threads run at the same time -===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Spawns, joins and what happens between them. Few of these programs have a lock."""

from program import (Await, Call, ClassType, Declare, Detach, Drain, Function, Guarded, HandleType, Join,
                     Lambda, MutexType, ParallelFor, PoolType, Repeat, Scope, Signal, Spawn,
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
        site_body = site.setup() + before + order + story.look(site)
        story.program.run.body = site_body
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
    if kind == "deferred":
        wait = [Join(handle)]
        middle = [start] + story.loop_of(look) + wait
    elif racy:
        middle = [start] + story.loop_of(look) + wait
    else:
        middle = [start] + wait + story.loop_of(look, "3")
    story.program.run.body = site.setup() + story.fill(site) + middle + story.look(site)


def member_threads(story, racy):
    """A class that owns its thread: start() or the constructor, stop() or the destructor."""
    site = story.site((Service,), items=False)
    site.how = "value"
    order_bug = racy and story.rng.random() < 0.3
    kind = "jthread" if order_bug or story.rng.random() < 0.4 else "thread"
    handle = Var("worker_", HandleType("std::" + kind))
    if order_bug:
        story.note("the thread outlives the container")
        site.add(story.domain.items, story.type)
        # Members are destroyed in reverse: the container goes while the thread still runs.
        site.owner.fields.insert(0, handle)
    else:
        site.add(story.domain.items, story.type)
    mutex = story.mutex(site) if racy and not order_bug or story.rng.random() < 0.6 else None
    if order_bug:
        mutex = None
    wrap = (lambda b: story.locked(site, mutex, b)) if mutex else None
    loop = site.helper("work", story.loop_of(story.act(site, story.writer(), wrap), "60"), key=False)
    loop.function.body = [Repeat("i", "60", own_call(story, site, wrap))]
    if handle not in site.owner.fields:
        site.owner.fields.append(handle)
    fill_body = [Repeat("i", "6", [story.access(site, story.op("S", ("add",)), "i")])]
    spawn = Spawn(kind, "this.worker_", Lambda([Call("work", "this")], capture="this"))
    in_constructor = story.rng.random() < 0.5
    starter = site.owner.name if in_constructor else "start"
    site.owner.methods.insert(0, Function(starter, fill_body + [spawn], [], site.owner.name))
    if kind == "thread" or (not order_bug and story.rng.random() < 0.3):
        stopper = "~" + site.owner.name if story.rng.random() < 0.6 else "stop"
        site.owner.methods.insert(1, Function(stopper, [Join("this.worker_", "checked")], [],
                                              site.owner.name))
    else:
        stopper = ""
    during = []
    if not order_bug and (racy or mutex):
        other = story.act(site, story.any_op(), None if racy else wrap)
        during = story.loop_of(other)
    stop = [Call("stop", site.instance)] if stopper == "stop" else []
    after = story.look(site) if stop else []
    begin = [] if in_constructor else [Call("start", site.instance)]
    story.program.run.body = site.setup() + begin + during + stop + after


def own_call(story, site, wrap):
    body = [story.access(site, story.writer(), "i")]
    return wrap(body) if wrap else body


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
    word = {"pthread": "void*", "thrd": "int"}[kind]
    story.note(kind)
    site = story.site((Globals, State, Service))
    site.how = "pointer" if isinstance(site, State) else "value"
    if isinstance(site, State):
        site.local = "value"
    mutex = story.mutex(site, ("mutex", "pthread", "c11", "house")) if story.rng.random() < 0.6 else None
    wrap = (lambda b: story.locked(site, mutex, b)) if mutex else None
    acts = [story.act(site, story.writer(), wrap, inline=False),
            story.act(site, story.any_op(), None if racy else wrap, inline=False)]
    owner = ClassType(site.owner.name) if hasattr(site, "owner") else None
    pointer = "state" if isinstance(site, State) else "self"
    params = [Var(pointer, owner, "pointer")] if owner else []
    given = [site.instance if isinstance(site, Service) else "state"] if owner else []
    entries = []
    for number, act in enumerate(acts):
        calls = story.loop_of(act)
        if isinstance(site, Service):
            calls = [Repeat("i", story.loop, [Call(act.name, "self", act.args("i"))])]
        entry = Function(story.name(("produce", "collect")[number]), calls, list(params), "", word)
        story.program.functions.append(entry)
        entries.append(entry)
    type_ = HandleType(kind + "_t")
    names = [story.name("producer"), story.name("collector")]
    spawns = [Spawn(kind, name, Call(entry.name, "", given), type_)
              for name, entry in zip(names, entries)]
    joins = [Join(name) for name in names]
    if not racy and not mutex:
        middle = [spawns[0], joins[0], spawns[1], joins[1]]
    else:
        middle = spawns + joins
    story.program.run.body = site.setup() + story.fill(site) + middle + story.look(site)


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
    how = story.rng.choice(("critical", "mutex", "own"))
    act = None
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
    loop = ParallelFor("i", "64", body)
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

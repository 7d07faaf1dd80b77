# ===- topics_locks.py - programs about what a lock protects ----------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Each topic writes a racy program or its clean twin. verdict.py has the last word: where chance
has made another program than planned, generate.py draws again."""

import containers
import locks
from program import (Access, Acquire, Call, ClassType, Declare, ElementUse, GuardOp, Guarded,
                     MutexType, Release, Repeat, Var)
from sites import Act, Globals, Service, State
from story import HOUSE_MUTEXES


def forgotten_lock(story, racy):
    """All lock, but one."""
    site = story.site()
    mutex = story.mutex(site)
    wrap = lambda body: story.locked(site, mutex, body)
    acts = [story.act(site, story.writer(), wrap), story.act(site, story.any_op(), wrap)]
    last = story.query() if story.rng.random() < 0.5 else story.ender("S")
    bare = story.act(site, last, None if racy else wrap)
    jobs = [story.loop_of(acts[0]), story.loop_of([acts[1], bare])]
    during = []
    if story.rng.random() < 0.4:
        jobs[1] = story.loop_of(acts[1])
        during = story.loop_of(bare)
        story.note("main thread")
    before = story.fill(site) if story.rng.random() < 0.7 else []
    story.play(site, jobs, during, before, story.look(site))


def no_lock(story, racy):
    """Nothing is locked. Clean: all only read, or each thread has a container of its own."""
    site = story.site()
    before = story.fill(site)
    if racy:
        acts = [story.act(site, story.writer()), story.act(site, story.query())]
        jobs = [story.loop_of(acts[0])]
        if story.rng.random() < 0.5:
            jobs.append(story.loop_of(acts[1]))
            during = []
        else:
            during = story.loop_of(acts[1])
    elif isinstance(site, Service) and site.how == "value" and story.rng.random() < 0.5:
        story.note("two instances")
        act = story.act(site, story.writer())
        before.append(Declare(Var("second", ClassType(site.owner.name))))
        there = Call(act.name, "second", act.args("i"))
        jobs, during = [story.loop_of(act), [Repeat("i", story.loop, [there])]], []
    elif story.rng.random() < 0.5:
        story.note("const reads")
        jobs = [story.loop_of(story.act(site, story.query())) for _ in range(2)]
        during = story.loop_of(story.act(site, story.reader()))
    else:
        story.note("two containers")
        other = site.add("other" + story.domain.items.capitalize(), story.type)
        jobs = [story.loop_of(story.act(site, story.writer()))]
        op = story.writer()
        jobs.append(story.loop_of(other_act(story, site, op, other)))
        during = []
    story.play(site, jobs, during, before, story.look(site))


def other_act(story, site, op, items):
    body = lambda key: [story.access(site, op, key, items)]
    if isinstance(site, Service):
        return site.act(op.role + "Other", body("id"))
    return Act(op.role, body)


def wrong_mutex(story, racy):
    variant = story.rng.choice((two_mutexes, local_mutex, other_instance, static_container))
    story.note(variant.__name__.replace("_", " "))
    variant(story, racy)


def two_mutexes(story, racy):
    """Each of two mutexes of the class guards; only the same one guards against it."""
    site = story.site()
    first = story.mutex(site, ("mutex",))
    second = story.mutex(site, ("mutex",), name="stateMutex")
    writer = story.act(site, story.ender("S"), lambda b: story.locked(site, first, b))
    chosen = second if racy else first
    other = story.act(site, story.any_op(), lambda b: story.locked(site, chosen, b))
    if not racy and story.rng.random() < 0.4:
        both = lambda b: [Guarded(story.rng.choice(locks.TWO),
                                  [site.inside(first), site.inside(second)], b)]
        other = story.act(site, story.writer(), both)
        story.note("both locked")
    story.play(site, [story.loop_of(writer), story.loop_of(other)], (), story.fill(site),
               story.look(site))


def local_mutex(story, racy):
    """A mutex that is a local of the function guards nothing; a static local one does."""
    site = story.site((Globals, State, Service))
    op = story.writer()
    kind = MutexType("mutex")

    def wrap(body):
        mutex = Var("mutex", kind, static=not racy)
        return [Declare(mutex), Guarded("lock_guard", ["mutex"], body)]

    act = story.act(site, op, wrap, inline=False)
    story.play(site, [story.loop_of(act), story.loop_of(act)], (), story.fill(site),
               story.look(site))


def other_instance(story, racy):
    """Copying from another object needs that object's lock too."""
    site = story.site((Service,))
    mutex, items = story.mutex(site, ("mutex",)), story.domain.items
    name = site.owner.name
    mine, theirs = site.inside(items), "other." + site.vars[items].name
    write, read = story.writer(), story.op("R", ("scan", "count", "lookup"))
    body = [Access(theirs, read), Access(mine, write)]
    paths = [site.inside(mutex), "other." + site.vars[mutex].name]
    merged = [Guarded(*(("lock_guard", paths[:1], body) if racy
                        else (story.rng.choice(locks.TWO), paths, body)))]
    add = story.act(site, story.writer(), lambda b: story.locked(site, mutex, b))
    merge = site.act("mergeFrom", merged)
    merge.function.params = [Var("other", ClassType(name), "ref")] + merge.function.params
    site.how = "value"
    before = [Declare(Var("backup", ClassType(name)))] + story.fill(site)
    jobs = [[Repeat("i", story.loop, [Call(merge.name, "backup", [site.instance, "i"])])],
            story.loop_of(add)]
    story.play(site, jobs, (), before)


def static_container(story, racy):
    """Two objects, one static container: the mutex must be static as well."""
    site = story.site((Service,), items=False)
    site.add(story.domain.items, story.type, static=True)
    mutex = story.mutex(site, ("mutex",), static=not racy)
    wrap = lambda b: story.locked(site, mutex, b, style=story.rng.choice(locks.STD[:4]))
    act, other = story.act(site, story.writer(), wrap), story.act(site, story.any_op(), wrap)
    site.how = "value"
    before = [Declare(Var("second", ClassType(site.owner.name)))] + story.fill(site)
    there = Call(other.name, "second", other.args("i"))
    jobs = [story.loop_of(act), [Repeat("i", story.loop, [there])]]
    story.play(site, jobs, (), before)


def shared_mutex(story, racy):
    """Readers share; a writer that shares too is a bug."""
    site = story.site()
    mutex = story.mutex(site, ("shared_mutex", "shared_mutex", "shared_timed_mutex"))
    read = lambda b: story.locked(site, mutex, b, shared=True)
    write = lambda b: story.locked(site, mutex, b)
    reader = story.act(site, story.reader(), read)
    asked = story.act(site, story.query(), read)
    writer = story.act(site, story.writer(), write)
    acts = [writer, [reader, asked] if story.rng.random() < 0.4 else asked]
    if racy:
        acts.append(story.act(site, story.writer(), read))
    story.play(site, [story.loop_of(each) for each in acts], (), story.fill(site),
               story.look(site))


def guard_mistakes(story, racy):
    """A guard that guards nothing, or no longer."""
    site = story.site()
    mutex = story.mutex(site, ("mutex",))
    path = site.inside(mutex)
    good = lambda b: story.locked(site, mutex, b)
    if story.rng.random() < 0.4:
        act = early_unlock(story, site, path, racy)
    else:
        style = story.rng.choice(locks.BROKEN if racy else ("adopt", "defer", "try", "retry"))
        story.note(style)
        wrap = lambda b: [Guarded(style, [path], b, effective=not racy)]
        act = story.act(site, story.any_op(), wrap)
    writer = story.act(site, story.writer(), good)
    story.play(site, [story.loop_of(writer), story.loop_of(act)], (), story.fill(site),
               story.look(site))


def early_unlock(story, site, path, racy):
    """Unlock, work, touch again: with or without the second lock."""
    story.note("unlock and touch")
    first, second = story.reader(), story.any_op()
    name = story.rng.choice(("lock", "held"))

    def wrap(body):
        relock = [] if racy else [GuardOp(name, "lock")]
        style = story.rng.choice(locks.MOVABLE)
        return [Guarded(style, [path], [story.access(site, first), GuardOp(name, "unlock")] + relock
                        + body, name=name)]

    return story.act(site, second, wrap, inline=False)


def house_locks(story, racy):
    """Locks by hand, of the house, and of C."""
    site = story.site()
    mutex = story.mutex(site, HOUSE_MUTEXES + ("mutex",))
    kind = site.vars[mutex].type.kind
    manual = story.rng.random() < 0.4 or kind in ("mutex", "flag")
    story.note(kind + (" by hand" if manual else ""))
    path = site.inside(mutex)

    def good(body):
        return story.locked(site, mutex, body, style="manual" if manual else None)

    def bad(body):
        given = [arg for arg in getattr(body[-1], "args", []) if arg in ("id", "i")]
        key = getattr(body[-1], "key", (given or ["0"])[-1])
        inner = [story.access(site, story.reader(), key)]
        around = [Acquire(path)] + inner + [Release(path)] + body
        return around if story.rng.random() < 0.6 else body

    writer = story.act(site, story.writer(), good)
    other = story.act(site, story.any_op(), bad if racy else good)
    story.play(site, [story.loop_of(writer), story.loop_of(other)], (), story.fill(site),
               story.look(site))


def lock_in_caller(story, racy):
    """A helper without a lock is right when every caller holds it."""
    site = story.site((Service, Globals, State))
    mutex = story.mutex(site)
    suffix = story.rng.choice(("Locked", "Unlocked", "Impl", ""))
    wrap = lambda b: story.locked(site, mutex, b)
    body = [story.access(site, story.writer())]
    if site.vars[mutex].type.kind == "recursive_mutex" and not racy:
        story.note("locked twice")
        body = wrap(body)
    helper = site.helper("prune" + suffix, body)
    first = site.act("expire", wrap(helper.call("id")))
    second = site.act("trim", helper.call("id") if racy else wrap(helper.call("id")))
    reader = story.act(site, story.any_op(), wrap, inline=False)
    story.play(site, [story.loop_of([first, reader]), story.loop_of(second)], (), story.fill(site),
               story.look(site))


def escaping_reference(story, racy):
    """A reference from under the lock is used after it."""
    story.type = story.random_type(("map", "unordered_map", "vector"))
    site = story.site((Service, Globals, State))
    mutex = story.mutex(site, ("mutex",))
    path = site.inside(mutex)
    row = next(op for op in containers.ops(story.type.kind) if op.alias)
    name = story.domain.item
    bind = lambda: Access(site.inside(story.domain.items), row, "id", name)
    uses = [ElementUse(name, True), ElementUse(name, False)]
    if racy:
        body = [Guarded("unique_lock", [path], [bind(), GuardOp("held", "unlock")] + uses[:1],
                        name="held")]
    else:
        body = [Guarded("unique_lock", [path], [bind()] + uses + [GuardOp("held", "unlock")],
                        name="held")]
    edit = site.act(story.rng.choice(("edit", "rename", "renew")), body)
    wrap = lambda b: story.locked(site, mutex, b)
    roles = ("add",) if story.type.kind == "vector" else ("remove", "clear")
    eraser = story.act(site, story.op("S", roles), wrap)
    add = story.act(site, story.op("S", ("add",)), wrap)
    story.play(site, [story.loop_of(edit), story.loop_of([add, eraser])], (),
               story.fill(site))


TOPICS = {
    "lock forgotten in one place": forgotten_lock,
    "no lock": no_lock,
    "wrong mutex": wrong_mutex,
    "shared_mutex": shared_mutex,
    "guard that guards nothing": guard_mistakes,
    "house, C and manual locks": house_locks,
    "lock in the caller": lock_in_caller,
    "reference leaves the lock": escaping_reference,
}

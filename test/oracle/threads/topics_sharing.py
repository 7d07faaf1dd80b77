# ===- topics_sharing.py - programs about what is shared at all -------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Hand-over, ownership, callbacks and elements."""

import containers
import handover
from program import (Access, Acquire, Await, Bind, Call, CallableType, CallStored, Class, ClassType,
                     ContainerType, Declare, DeclareLambda, Function, Guarded, HandleType, If, Join,
                     Lambda, Once, Raw, Release, Repeat, Signal, Spawn, Store, SyncType, Var)
from sites import Act, Globals, Locals, Service, State


def hand_over(story, racy):
    """One thread fills, says so, the other waits for that and reads."""
    site = story.site((Locals, Globals, State))
    ready = story.name(story.rng.choice(("ready", "loaded", "published")))
    early = racy and story.rng.random() < 0.4
    style = story.rng.choice(handover.GOOD if early or not racy else handover.BROKEN)
    story.note(style + (", too early" if early else ""))
    writer = story.act(site, story.op("S", ("add",)))
    reader = story.act(site, story.any_op())
    signal, fill = [Signal(ready)], story.loop_of(writer)
    produce = signal + fill if early else fill + signal
    consume = [Await(ready)] + story.loop_of(reader)
    declare = [Declare(Var(ready, SyncType(style)))]
    kind = story.spawn_kind()
    if kind == "packaged":
        kind = "thread"
    type_ = {"thread": "std::thread", "jthread": "std::jthread"}.get(kind, "std::future<void>")
    name = story.name("producer")
    spawn = Spawn(kind, name, Lambda(produce), HandleType(type_))
    other = story.name("consumer")
    if story.rng.random() < 0.5:
        middle = [spawn, Spawn("thread", other, Lambda(consume), HandleType("std::thread")),
                  Join(name), Join(other)]
    else:
        middle = [spawn] + consume + [Join(name)]
    before = story.fill(site)
    story.program.run.body = site.setup() + declare + before + middle + story.look(site)


def queue(story, racy):
    """A queue with a condition variable. The bug: somebody looks without the lock."""
    story.type = story.keep(ContainerType(story.rng.choice(("deque", "list")), "",
                                          story.rng.choice(("int", "std::string"))))
    site = story.site((Service, State, Globals))
    mutex = story.mutex(site, ("mutex",), name="mutex")
    changed = site.inside(site.add("changed", "std::condition_variable"))
    items, path = site.inside(story.domain.items), site.inside(mutex)
    push = story.op("S", ("add",))
    if story.rng.random() < 0.5:
        put = [Guarded("lock_guard", [path], [Access(items, push)])]
    else:
        put = [Acquire(path), Access(items, push), Release(path)]
    put.append(Access(items, containers.NOTIFY, beside=changed))
    take = [Guarded("unique_lock", [path], [Access(items, containers.TAKE, beside=changed)])]
    adder, taker = site.act(story.domain.add, put), site.act("take", take, key=False)
    wrap = None if racy else lambda b: story.locked(site, mutex, b)
    look = story.act(site, story.query() if story.rng.random() < 0.6 else story.reader(), wrap)
    if racy and story.rng.random() < 0.4:
        early = [Access(items, containers.op("check", "R", "", "report({c}size());"))]
        taker.function.body[:0] = early
        story.note("looks before the lock")
    names = [story.name("producer"), story.name("consumer")]
    spawns = [Spawn("thread", name, Lambda(story.loop_of(act)), HandleType("std::thread"))
              for name, act in zip(names, (adder, taker))]
    story.program.run.body = (site.setup() + spawns + story.loop_of(look, "5")
                              + [Join(name) for name in names])


def once(story, racy):
    """Filled by whoever comes first. The bugs: an if instead of call_once; a change afterwards."""
    site = story.site((Service, Globals, State))
    items = site.inside(story.domain.items)
    fill = Repeat("n", "8", [Access(items, story.op("S", ("add",)), "n")])
    plain = racy and story.rng.random() < 0.5
    if plain:
        story.note("if empty")
        body = [Access(items, containers.op("check", "R", "", "const bool empty = {c}empty();")),
                If("empty", [fill])]
    else:
        site.accessor = False
        flag = site.inside(site.add("loaded", "std::once_flag"))
        body = [Once(flag, [fill])]
    ensure = site.helper("ensureLoaded", body, key=False)
    look = site.act("find" + story.domain.item.capitalize(),
                    ensure.call("") + [story.access(site, story.reader())])
    acts = [look, look]
    if racy and not plain:
        story.note("changed after call_once")
        acts[1] = site.act("replace", ensure.call("") + [story.access(site, story.writer())])
    story.play(site, [story.loop_of(act) for act in acts])


def ownership(story, racy):
    """By value, moved, thread_local, a part for each: nothing is shared."""
    variant = story.rng.choice((captured, moved, copied_under_lock, snapshot, shards, own_local))
    story.note(variant.__name__.replace("_", " "))
    variant(story, racy)


def captured(story, racy):
    """The lambda has a copy of the container, or (the bug) a reference to it."""
    site = story.site((Locals,))
    items = site.vars[story.domain.items].name
    job = [Repeat("i", story.loop, [story.access(site, story.any_op(), "i")])]
    callee = Lambda(job) if racy else Lambda(job, capture="names", copies=[items])
    name = story.name("worker")
    spawn = Spawn("thread", name, callee, HandleType("std::thread"))
    use = story.loop_of(story.act(site, story.writer(), inline=True))
    story.program.run.body = site.setup() + story.fill(site) + [spawn] + use + [Join(name)]


def moved(story, racy):
    """The container goes into the thread; what is filled afterwards is another one."""
    site = story.site((Locals,))
    items = site.vars[story.domain.items].name
    job = [Repeat("i", story.loop, [story.access(site, story.any_op(), "i")])]
    callee = Lambda(job) if racy else Lambda(job, capture="names", moves=[items])
    name = story.name("worker")
    spawn = Spawn("thread", name, callee, HandleType("std::thread"))
    refill = [Access(items, next(o for o in containers.EVERY if o.role == "clear"), "0")]
    refill += story.loop_of(story.act(site, story.op("S", ("add",)), inline=True))
    story.program.run.body = site.setup() + story.fill(site) + [spawn] + refill + [Join(name)]


def copied_under_lock(story, racy):
    """Copy under the lock, work on the copy; the bug: a reference instead of the copy."""
    site = story.site((Service, Globals, State))
    mutex = story.mutex(site, ("mutex",))
    items = site.inside(story.domain.items)
    scan = story.op("R", ("scan",)) if story.type.kind != "vector<bool>" else story.reader()
    name = story.rng.choice(("copy", "current", "snapshot"))
    if racy:
        body = [Bind(name, items, "ref"),
                Guarded("lock_guard", [site.inside(mutex)], [Raw(["report(id);"])]),
                Access(name, scan)]
    else:
        body = [Declare(Var(name, story.type)),
                Guarded("lock_guard", [site.inside(mutex)], [Assign(name, items)]),
                Access(name, scan)]
    look = site.act("dump", body)
    writer = story.act(site, story.writer(), lambda b: story.locked(site, mutex, b))
    story.play(site, [story.loop_of(writer), story.loop_of(look)], (), story.fill(site))


def Assign(name, source):
    """name = source; the source is read."""
    row = containers.Op("copy", "R", "r", (name + " = {o};",))
    return Access(source, row)


def snapshot(story, racy):
    """Copy on write: readers keep the old version, the writer puts a new one in its place."""
    story.type = story.keep(ContainerType("map", "int", "std::string"))
    type_, domain = containers.spelled(story.type), story.domain
    site = story.site((Service,), items=False)
    mutex = story.mutex(site, ("mutex",))
    site.add(domain.items, story.type) if racy else None
    fields = "std::shared_ptr<const %s> current_ = std::make_shared<%s>();" % (type_, type_)
    lock = "std::lock_guard<std::mutex> lock(mutex_);"
    if not racy:
        site.owner.extra += ["std::shared_ptr<const %s> snapshot() const {" % type_, "  " + lock,
                             "  return current_;", "}"]
        write = ["auto next = std::make_shared<%s>(*snapshot());" % type_,
                 "(*next)[id] = std::to_string(id);", lock, "current_ = std::move(next);"]
        read = ["auto view = snapshot();", "for (const auto& [key, text] : *view)",
                "  report(key);"]
        site.owner.extra_fields.append(fields)
        writer, reader = site.act("publish", [Raw(write)]), site.act("visit", [Raw(read)])
    else:
        add = story.op("S", ("add",))
        writer = story.act(site, add, lambda b: story.locked(site, mutex, b))
        reader = site.act("visit", [Bind("view", site.inside(domain.items), "ref"),
                                    Access("view", story.op("R", ("scan",)))])
    story.play(site, [story.loop_of(writer), story.loop_of(reader)])


def shards(story, racy):
    """Each thread has a container of its own in the vector; the bug: all take the first."""
    struct = Class("Shard", [Var(story.domain.items, story.type)], [], plain=True)
    story.program.classes.append(struct)
    names = [story.name("left"), story.name("right")]
    body = [Declare(Var(name, ClassType("Shard"))) for name in names]
    handles = [story.name("first"), story.name("second")]
    for number, handle in enumerate(handles):
        shard = names[0 if racy else number]
        op = story.writer()
        job = [Repeat("i", story.loop, [Access(shard + "." + story.domain.items, op, "i")])]
        body.append(Spawn("thread", handle, Lambda(job), HandleType("std::thread")))
    body += [Join(handle) for handle in handles]
    body += [Access(name + "." + story.domain.items, story.op("R", ("count",)), "0")
             for name in names]
    story.program.run.body = body


def own_local(story, racy):
    """thread_local or a local against static."""
    site = story.site((Locals,), items=False)
    name = story.domain.items
    var = Var(name, story.type, static=racy, thread_local=not racy and story.rng.random() < 0.7)
    body = [Declare(var), Access(name, story.op("S", ("add",))), Access(name, story.any_op())]
    function = Function(story.name("process"), body, [Var("id", "int")], "", "static")
    story.program.functions.append(function)
    act = Act(function.name, lambda key: [Call(function.name, "", [key])], function)
    story.play(site, [story.loop_of(act), story.loop_of(act)])


def callbacks(story, racy):
    """What is stored here is called there."""
    variant = story.rng.choice((stored, virtual, at_once))
    story.note(variant.__name__.replace("_", " "))
    variant(story, racy)


def stored(story, racy):
    """A std::function in a member, called by the thread."""
    site = story.site((State, Globals, Locals))
    if isinstance(site, State):
        site.how, site.local = "ref", "value"
    many = story.rng.random() < 0.5
    hook = site.add("listeners" if many else "onEvent", CallableType(many))
    act = story.act(site, story.writer(), inline=True)
    store = Store(site.outside(hook), Lambda(act.call("event"), [Var("event", "int")]))
    job = [Repeat("i", story.loop, [CallStored(site.outside(hook), ["i"])])]
    other = story.loop_of(story.act(site, story.any_op(), inline=True))
    name = story.name("dispatcher")
    spawn = Spawn("thread", name, Lambda(job), HandleType("std::thread"))
    middle = [spawn] + other + [Join(name)] if racy else [spawn, Join(name)] + other
    # Each round starts with empty listeners.
    clear = [Raw(["%s.clear();" % site.vars[hook].name])] if many and isinstance(
        site, Globals) and site.vars[hook].how == "value" else []
    story.program.run.body = site.setup() + clear + [store] + story.fill(site) + middle


def virtual(story, racy):
    """The thread calls an interface; the override changes the container."""
    site = story.site((Service,))
    site.how = "value"
    base = Class("EventSink", [], [Function("handle", [Raw(["report(id);"])], [Var("id", "int")],
                                            "EventSink", "virtual")])
    story.program.classes.insert(0, base)
    site.owner.base = "EventSink"
    mutex = story.mutex(site) if not racy or story.rng.random() < 0.5 else None
    wrap = (lambda b: story.locked(site, mutex, b)) if mutex else (lambda b: b)
    body = wrap([story.access(site, story.writer())])
    site.owner.methods.append(Function("handle", body if not racy else
                                       [story.access(site, story.writer())], [Var("id", "int")],
                                       site.owner.name, "override"))
    act = story.act(site, story.any_op(), wrap)
    pump = Function(story.name("pump"), [Repeat("i", story.loop, [Call("handle", "sink", ["i"])])],
                    [Var("sink", ClassType("EventSink"), "ref")], "", "static")
    story.program.functions.append(pump)
    name = story.name("worker")
    spawn = Spawn("thread", name, Call(pump.name, "", [site.instance]), HandleType("std::thread"))
    story.program.run.body = (site.setup() + story.fill(site) + [spawn] + story.loop_of(act)
                              + [Join(name)])


def at_once(story, racy):
    """A lambda called on this thread is no other thread, a lambda given to one is."""
    site = story.site((Locals, State))
    if isinstance(site, State):
        site.how, site.local = "ref", "value"
    act = story.act(site, story.writer(), inline=True)
    name = story.name("apply")
    declare = DeclareLambda(name, Lambda(act.call("0")))
    call = [Repeat("i", story.loop, [CallStored(name)])]
    if racy:
        handle = story.name("worker")
        job = Lambda([Repeat("i", story.loop, [CallStored(name)])])
        middle = [Spawn("thread", handle, job, HandleType("std::thread"))] + call + [Join(handle)]
    else:
        handle = story.name("worker")
        job = Lambda([Repeat("i", story.loop, [Raw(["report(i);"])])])
        middle = [Spawn("thread", handle, job, HandleType("std::thread"))] + call + [Join(handle)]
    story.program.run.body = site.setup() + story.fill(site) + [declare] + middle


def elements(story, racy):
    """Distinct elements may be written at once; not bits, and map[] may insert."""
    kinds = ("vector<bool>", "map", "unordered_map") if racy else ("vector", "deque", "map")
    story.type = story.random_type(kinds)
    if story.type.key == "std::string":
        story.type = ContainerType(story.type.kind, "int", story.type.value)
    site = story.site((Locals, Globals, State))
    if isinstance(site, State):
        site.how = "ref"
    rows = containers.ops(story.type.kind)
    if not racy:
        row = next(op for op in rows if op.name == "own element")
    else:
        row = next(op for op in rows if op.name in ("bit", "bracket"))
    story.note(story.type.kind + " " + (row.name or row.role))
    whole = {"vector<bool>": "{c}resize(64);"}.get(story.type.kind, "{c}resize(8);")
    grow = containers.Op("resize", "S", "", (whole,) if story.type.kind not in containers.MAPS
                         else ("for (int n = 0; n < 8; ++n)", "  {o}[n] = {};"))
    before = [Access(site.outside(story.domain.items), grow, "0")]
    handles = [story.name("first"), story.name("second")]
    spawns = []
    for number, handle in enumerate(handles):
        key = str(number) if row.name != "bracket" else ("i", "i + 10")[number]
        job = [Repeat("i", story.loop, [Access(site.outside(story.domain.items), row, key)])]
        spawns.append(Spawn("thread", handle, Lambda(job), HandleType("std::thread")))
    story.program.run.body = (site.setup() + before + spawns + [Join(each) for each in handles]
                              + story.look(site))


TOPICS = {
    "hand-over": hand_over,
    "queue and condition variable": queue,
    "call_once and lazy filling": once,
    "ownership": ownership,
    "callbacks and virtual calls": callbacks,
    "elements and operator[]": elements,
}

# ===- walks.py - loops over a container, and what happens in their bodies ---===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Range-for, iterator loops of every sort, index loops, algorithms, nested loops."""

from .tree import Block, Line


def body(g, element, use, at=""):
    """What is done with an element: uses, and one or two changes, most of them of the walked container.

    `element` is its id, `use` a statement that looks at it, `at` the iterator's name if there is one.
    """
    result = g.noise(20)
    if g.chance(50):
        result.append(Line(use))
    for _ in range(g.pick(1, 1, 1, 2)):
        kind_of_change = g.pick_from({"ours": 40, "at": 45 if at else 0, "not ours": 25})
        if kind_of_change == "at":
            change = g.change_at(at, element)
        elif kind_of_change == "ours":
            change = g.change(element)
        else:
            change = g.not_ours(element)
        result += g.perhaps(change + g.leave(inside=True), element)
    if g.chance(35):
        result.append(Line(use))
    return result


def ranges(g):
    """What a range-for can walk besides the container itself."""
    kind, c = g.kind, g.c
    over = {c: 60}
    if g.plain:
        return over
    over.update({"std::as_const(%s)" % c: 5, "%s(%s)" % (kind.type, c): 8, "snapshot": 7})
    if kind.family != "text":
        over["std::exchange(%s, {})" % c] = 4
    if not kind.hashed:
        over["std::views::reverse(%s)" % c] = 4
    if kind.family == "vector":
        over.update({"std::span<%s>(%s)" % (kind.element, c): 5, "std::views::take(%s, 2)" % c: 3})
    if kind.family == "map":
        over["std::views::keys(%s)" % c] = 5
    return over


def range_for(g):
    kind, c = g.kind, g.c
    chosen = g.pick_from(ranges(g))
    element, use = kind.id.format(x="x"), "use(x);"
    if "keys" in chosen:
        head, element, use = "const int &key", "key", "use(key);"
    elif kind.family == "map" and g.chance(60):
        head = "auto &[key, value]" if chosen == c else "auto &&[key, value]"
        element, use = "key", "use(value);"
    elif g.chance(25) and kind.family != "map":
        head = "auto x"
    elif kind.element == "Item" and chosen == c:
        head, g.writable = "auto &x", "x"
    else:
        head = "const auto &x"
    before = [Line("const auto snapshot = %s;" % c)] if chosen == "snapshot" else []
    return before + [Block("for (%s : %s)" % (head, chosen), body(g, element, use))]


def iterator_for(g):
    """for with ++ in its head."""
    c, it = g.c, g.fresh("it")
    element = g.kind.id.format(x="(*%s)" % it)
    begin, end, step = "begin", "end", "++" + it
    if not g.kind.hashed and g.chance(12):
        begin, end = "rbegin", "rend"
    elif g.chance(10):
        begin, end = "cbegin", "cend"
    at = it if begin == "begin" else ""
    use = "use(*%s);" % it
    if g.chance(20):
        head = "for (auto %s = %s.%s(), end = %s.%s(); %s != end; %s)" % (it, c, begin, c, end, it, step)
    else:
        head = "for (auto %s = %s.%s(); %s != %s.%s(); %s)" % (it, c, begin, it, c, end, step)
    g.writable = "(*%s)" % it if begin != "cbegin" and g.kind.element == "Item" else ""
    return [Block(head, body(g, element, use, at))]


def erase_step(g, it, step):
    """What an erasing loop does with its iterator, right and wrong."""
    c = g.c
    ways = {
        "%s = %s.erase(%s);" % (it, c, it): 40,
        "%s.erase(%s++);" % (c, it): 20,
        "%s.erase(%s);" % (c, it): 20,
        "%s = %s.begin();" % (it, c): 5,
    }
    chosen = g.pick_from(ways)
    if chosen.endswith("begin();"):
        return [Line("%s.erase(%s);" % (c, it), change=True), Line(chosen)]
    if chosen.startswith(c + ".erase(%s);" % it) and g.chance(30):
        return [Line("auto gone = %s++;" % it), Line("%s.erase(gone);" % c, change=True)]
    return [Line(chosen, change=True)]


def erasing(g):
    """A loop whose body steps: erase here, ++ there."""
    c, it = g.c, g.fresh("it")
    element = g.kind.id.format(x="(*%s)" % it)
    step = Line("++%s;" % it)
    taken = g.noise(20) + erase_step(g, it, step)
    if g.chance(25):
        taken = [Line("use(*%s);" % it)] + taken
    if g.chance(15):
        taken.append(Line(g.pick("break;", "continue;", "use(*%s);" % it)))
    shape = g.pick_from({"if-else": 60, "continue": 15, "always step": 10, "save next": 15})
    inner = g.noise(20)
    step_in_head = ""
    if shape == "if-else":
        inner.append(Block("if (%s)" % g.choice(element), taken, [step]))
    elif shape == "continue":
        inner += [Block("if (%s)" % g.choice(element), taken + [Line("continue;")]), step]
    elif shape == "always step":
        inner += [Block("if (%s)" % g.choice(element), taken), step]
    else:
        inner += [Line("auto next = std::next(%s);" % it)]
        erase = g.way.carry_out(g, "{c}.erase({it});", c=c, o=g.o, k="k", it=it)
        inner += g.perhaps(erase, element)
        inner.append(Line("%s = next;" % it))
    end = "%s.end()" % c
    if g.chance(12):
        return [Line("auto %s = %s.begin();" % (it, c)), Line("const auto end = %s.end();" % c),
                Block("while (%s != end)" % it, inner)]
    if g.chance(40):
        return [Line("auto %s = %s.begin();" % (it, c)), Block("while (%s != %s)" % (it, end), inner)]
    return [Block("for (auto %s = %s.begin(); %s != %s;)%s" % (it, c, it, end, step_in_head), inner)]


def draining(g):
    """Loops that ask the container anew each time: right whatever they change."""
    c, kind = g.c, g.kind
    if kind.keyed and g.chance(40):
        return [Block("for (auto it = {c}.find(k); it != {c}.end(); it = {c}.find(k))".format(c=c),
                      g.noise() + [Line("use(*it);"), Line("%s.erase(it);" % c, change=True)] + g.noise())]
    if g.chance(50):
        return [Block("while (!%s.empty())" % c, [
            Line("auto first = %s.begin();" % c), Line("use(*first);"),
            Line("%s.erase(first);" % c, change=True)] + ([Line("use(*first);")] if g.chance(20) else []))]
    return [Line("auto it = %s.begin();" % c),
            Block("while (it != %s.end())" % c, [
                Block("if (%s)" % g.condition(kind.id.format(x="(*it)")), [
                    Line("%s.erase(it);" % c, change=True), Line("it = %s.begin();" % c)], [Line("++it;")])])]


def index_loop(g):
    c, kind = g.c, g.kind
    if not kind.indexed or kind.family == "text":
        return iterator_for(g)
    element = kind.id.format(x="x")
    if g.chance(30):
        use = "use(%s[i]);" % c
        inner = [Line("const int id = %s;" % kind.id.format(x="%s[i]" % c))]
        grow = g.pick("{c}.push_back({v});", "{c}.insert({c}.begin(), {v});", "{c}.emplace_back({k});")
        inner += g.perhaps(g.way.carry_out(g, grow, c=c, o=g.o, k="k") + [Line("break;")], "id")
        if g.chance(60):
            inner.append(Line(use))
    else:
        g.writable = "x"
        inner = [Line("auto &x = %s[i];" % c), Line("BIND(x)")] + body(g, element, "USE(x);")
    return [Block("for (std::size_t i = 0; i < %s.size(); ++i)" % c, inner)]


def callback(g):
    """An algorithm that walks while its callable changes."""
    c, kind = g.c, g.kind
    element = kind.id.format(x="x")
    inner = g.noise()
    chosen = g.change(element) if g.chance(60) else g.not_ours()
    inner += g.perhaps(chosen, element, 80)
    if g.chance(40):
        inner.append(Line("use(x);"))
    if g.chance(60):
        return [Block("std::for_each(%s.begin(), %s.end(), [&](const auto &x)" % (c, c), inner, tail=");")]
    return [Block("auto found = std::find_if(%s.begin(), %s.end(), [&](const auto &x)" % (c, c),
                  inner + [Line("return %s == k;" % element)], tail=");"),
            Line("if (found != %s.end()) use(*found);" % c)]


def nested(g):
    """Two loops; the outer or the inner container changes, inside or behind the inner loop."""
    c, o, kind = g.c, g.o, g.kind
    outer_id, inner_id = kind.id.format(x="x"), kind.id.format(x="y")
    inner_over = g.pick(o, o, c)
    change = g.pick_from({"outer": 5, "inner": 4})
    target = (c, o) if change == "outer" else (inner_over, c if inner_over == o else o)
    statements = g.change(g.pick(outer_id, inner_id), *target)
    statements += g.leave(inside=True)
    inner = Block("for (const auto &y : %s)" % inner_over, g.noise(20) + [Line("use(y);")])
    outer = Block("for (const auto &x : %s)" % c, g.noise(20) + [inner])
    if g.chance(70):
        inner.body += g.perhaps(statements, inner_id)
        if g.chance(20):
            outer.body.append(Line(g.pick("break;", "return;")))
    else:
        behind = g.change(outer_id, *target)
        outer.body += g.perhaps(behind + g.leave(inside=True), outer_id)
    return [outer]


def part(g):
    """A walk over a part of the container: equal_range, from a found position, up to a bound."""
    c, kind = g.c, g.kind
    it = g.fresh("it")
    element = kind.id.format(x="(*%s)" % it)
    if kind.multi:
        head = "for (auto [%s, end] = %s.equal_range(k); %s != end;%s)"
        if g.chance(50):
            return [Block(head % (it, c, it, " ++" + it), body(g, element, "use(*%s);" % it, it))]
        inner = [Block("if (%s)" % g.condition(element), erase_step(g, it, None), [Line("++%s;" % it)])]
        return [Block(head % (it, c, it, ""), inner)]
    start = "%s.find(k)" % c if kind.keyed else "std::find(%s.begin(), %s.end(), %s)" % (c, c, kind.value.format(k="k"))
    return [Block("for (auto %s = %s; %s != %s.end(); ++%s)" % (it, start, it, c, it),
                  body(g, element, "use(*%s);" % it, it))]


def collected(g):
    """Collect first, change afterwards: the way that is always right."""
    c, kind = g.c, g.kind
    element = kind.id.format(x="x")
    loop = Block("for (const auto &x : %s)" % c, g.noise() + [
        Block("if (%s)" % g.condition(element), [Line("gone.push_back(%s);" % element)])])
    removal = "{c}.erase({k});" if kind.keyed else "std::erase({c}, {v});"
    change = g.way.carry_out(g, removal, c=c, o=g.o, k="id") if kind.family != "text" else g.change()
    return [Line("std::vector<int> gone;"), loop, Block("for (int id : gone)", change)]


WALKS = {
    "range-for": (range_for, 24), "iterator loop": (iterator_for, 20), "erasing loop": (erasing, 18),
    "draining loop": (draining, 5), "index loop": (index_loop, 6), "algorithm": (callback, 5),
    "nested loops": (nested, 8), "walk over a part": (part, 6), "collect first": (collected, 4),
}

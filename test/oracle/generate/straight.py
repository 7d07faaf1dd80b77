# ===- straight.py - handles that live across changes ------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Take an iterator, reference, pointer or view; change; perhaps take it anew; use it."""

from .tree import Block, Line


class Handle:
    """One variable that refers into the container."""

    def __init__(self, name, source, use, exact=True):
        self.name, self.source, self.use = name, source, use
        self.exact = exact  # This run time knows whether it is still good.


def iterators(g):
    """Expressions for an iterator that is not end(); the caller has asked empty()."""
    c, kind = g.c, g.kind
    choices = ["%s.begin()" % c] * 2
    if not kind.hashed:
        choices += ["std::prev(%s.end())" % c, "--%s.end()" % c]
    if kind.keyed:
        choices += ["%s.find(k)" % c] * 3 + ([] if kind.hashed else ["%s.lower_bound(k)" % c])
    elif kind.family != "text":
        choices += ["std::find(%s.begin(), %s.end(), %s)" % (c, c, kind.value.format(k="k"))]
    if kind.indexed:
        choices.append("%s.begin() + %s.size() / 2" % (c, c))
    return g.random.choice(choices)


def take(g):
    """A new handle with the statements that make it, an empty container excluded."""
    c, kind = g.c, g.kind
    sort = g.pick_from({"iterator": 50, "reference": 28, "pointer": 17, "view": 5})
    if kind.family == "text" and sort != "iterator":
        sort = "view"
    if sort == "view" and kind.family not in ("text", "vector"):
        sort = "reference"
    if sort == "iterator":
        name, source = g.fresh("it"), iterators(g)
        made = [Line("auto %s = %s;" % (name, source))]
        g.sources.append(source)
        if "find" in source or "bound" in source:
            made.append(Line("if (%s == %s.end()) return;" % (name, c)))
        return Handle(name, source, g.pick("use(*%s);", "use(*%s);", "++%s;") % name), made
    if sort == "view":
        return take_view(g)
    places = {"vector": ["{c}.front()", "{c}.back()", "{c}[0]", "{c}.at(0)", "*{c}.begin()"],
              "deque": ["{c}.front()", "{c}.back()", "{c}[0]"], "list": ["{c}.front()", "{c}.back()", "*{c}.begin()"],
              "set": ["*{c}.begin()", "*{c}.find(k)"], "map": ["{c}.begin()->second", "{c}.find(k)->second"]}
    choices = places[kind.family]
    if kind.family == "map" and not kind.multi:
        choices = choices + ["{c}[k]", "{c}.at(k)", "{c}[k]"]
    place = g.random.choice(choices)
    guard = []
    if "find(k)" in place:
        guard = [Line("if (%s.find(k) == %s.end()) return;" % (c, c))]
    place = kind.fill(place, c=c)
    g.sources.append(place)
    if sort == "reference":
        name = g.fresh("x")
        made = [Line("%s%s = %s;" % (g.pick("auto &", "const auto &"), name, place)), Line("BIND(%s)" % name)]
        return Handle(name, "", "USE(%s);" % name), guard + made
    name = g.fresh("ptr")
    made = [Line("auto *%s = &%s;" % (name, place)), Line("BIND_AT(%s)" % name)]
    return Handle(name, "", "USE_AT(%s);" % name), guard + made


def take_view(g):
    c, kind = g.c, g.kind
    if kind.family == "text":
        name = g.fresh("view")
        text = g.pick("std::string_view %s = %s;" % (name, c), "const char *%s = %s.c_str();" % (name, c),
                      "const char *%s = &%s[0];" % (name, c))
        use = "use(%s.front());" if "string_view" in text else "use(*%s);"
        return Handle(name, "", use % name, exact=False), [Line(text)]
    name = g.fresh("span")
    text = g.pick("std::span<const %s> %s = %s;" % (kind.element, name, c), "const auto *%s = %s.data();" % (name, c))
    return Handle(name, "", ("use(%s.front());" if "span<" in text else "use(*%s);") % name, exact=False), [Line(text)]


def across(g):
    """Handles, changes and uses in a row, some under conditions."""
    c, kind = g.c, g.kind
    result = g.noise() + [Line("if (%s.empty()) return;" % c)]
    handle, made = take(g)
    result += made
    handles = [handle]
    for _ in range(g.pick(2, 3, 3, 4)):
        step = g.pick_from({"change": 45, "use": 22, "again": 12, "another": 8, "not ours": 13})
        handle = g.random.choice(handles)
        if step == "change":
            at = handle.name if handle.source and g.chance(35) else ""
            change = g.change_at(at) if at else g.change()
            result += g.perhaps(change + g.leave(inside=False), percent=40)
        elif step == "use":
            result += g.perhaps([Line(handle.use)], percent=25)
        elif step == "again" and handle.source:
            again = [Line("%s = %s;" % (handle.name, handle.source))]
            if "find" in handle.source or "bound" in handle.source:
                again.append(Line("if (%s == %s.end()) return;" % (handle.name, c)))
            result += g.perhaps(again, percent=30)
        elif step == "another" and handle.source:
            name = g.fresh("it")
            result.append(Line("auto %s = %s;" % (name, handle.name)))
            handles.append(Handle(name, handle.source, "use(*%s);" % name))
        else:
            result += g.not_ours()
    result += g.perhaps([Line(g.random.choice(handles).use)], percent=20)
    return result


def last_of_a_loop(g):
    """A handle kept by a loop and used after it: the search that remembers."""
    c, kind = g.c, g.kind
    element = kind.id.format(x="x")
    pointee = "const %s" % kind.element
    result = [Line("%s *best = nullptr;" % pointee)]
    loop = Block("for (const auto &x : %s)" % c, g.noise(20) + [
        Block("if (%s)" % g.condition(element), [Line("best = &x;"), Line("KEEP_AT(best)")] + ([Line("break;")] if g.chance(50) else []))])
    result.append(loop)
    if g.chance(70):
        result += g.perhaps(g.change() if g.chance(70) else g.not_ours(), percent=40)
    if g.chance(20):
        result.append(Line("best = nullptr;"))
    return result + [Line("if (best) USE_KEPT(best);")]


def in_a_loop(g):
    """A handle from outside a loop, used and outdated by the loop's rounds."""
    handle, made = take(g)
    change = g.perhaps(g.change() if g.chance(70) else g.not_ours(), percent=60)
    inner = [Line(handle.use)] + change if g.chance(70) else change + [Line(handle.use)]
    if handle.source and g.chance(35):
        inner = [Line("%s = %s;" % (handle.name, handle.source)),
                 Line("if (%s == %s.end()) break;" % (handle.name, g.c))] + inner
    if g.chance(25):
        inner.append(Line(g.pick("break;", "if (%s) break;" % g.flag())))
    result = [Line("if (%s.empty()) return;" % g.c)] + made
    return result + [Block("for (int i = 0; i < %s; ++i)" % g.pick("2", "k"), inner)]


STRAIGHT = {"handle across changes": (across, 22), "handle kept by a loop": (last_of_a_loop, 5),
            "handle used in a loop": (in_a_loop, 7)}

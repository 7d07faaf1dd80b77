# ===- observed.py - what a library did in one situation -------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Reads the facts that Inputs/Report.h prints: is a handle still good? Did the
call change what its row says it changes, and return what its row says?"""

from claims import EITHER, INVALID, VALID, erased, happens, told

# Values may change in place under a reference that stays valid.
IN_PLACE = {"reorder", "assign"}


def handle(row, fact, column, i):
    """INVALID, VALID, or EITHER when the library cannot tell."""
    side = "O" if column.startswith("other") else "T"
    if column.endswith("end"):
        code = fact[side + "e"]
        if code[0] in "vu" and code[1] == "-":
            return INVALID  # No longer the end of anything.
        return {"s": INVALID, "b": INVALID, "v": VALID, "u": EITHER, "?": EITHER}[code[0]]
    iterator, life, where = fact[side].split()[i]
    in_place = row.references == "none" and (
        row.change in IN_PLACE or (row.change == "none" and row.name == "{ctor}") or "M" in row.pattern)
    if column.endswith("iterators"):
        if iterator == "v" and life == "m" and not in_place:
            return EITHER  # Dereferenceable, but at another element.
        return {"s": INVALID, "b": INVALID, "v": VALID, "u": EITHER, "?": EITHER}[iterator]
    if life == "?":
        return EITHER
    if life == "m" and in_place:
        return VALID
    if life != "l":
        return INVALID
    # Alive, but in no container that we know of: a view or node holds it.
    if where == "-" and side == "T" and row.change != "release" and (
            fact["r"]["k"] not in ("node", "other") and row.returns != "pointee"):
        return INVALID
    return VALID


def did_anything(row, fact):
    """A call that inserted and erased nothing says nothing about what the row promises."""
    return (row.change in ("clear", "assign", "move", "swap", "shrink", "reserve", "reorder",
                              "release")
            or fact["after"] != fact["keys"] or fact["oafter"] != fact["okeys"])


def change(row, fact):
    """None, or what is wrong with the row's `change` and `when`."""
    before, after, other = fact["keys"], fact["after"], fact["okeys"]
    what = row.change
    if row.name == "{ctor}":
        good = {"move": fact["made"] == other, "clear": not fact["made"],
                "reserve": not fact["made"]}.get(what, True)
        return None if good else f"made {fact['made']} of {other}"
    if row.name == "{dtor}" or row.name.startswith("replace") or row.returns == "pointee":
        return None
    if "M" in row.pattern and what == "none":  # A view takes the container over.
        return None if not after or len(after) == len(before) else f"{before} became {after}"
    if row.name in ("resize", "resize_and_overwrite"):  # Either of two changes, depending on the size.
        return None if len(after) == fact["count"] else f"resized to {len(after)}"
    good = True
    if what in ("none", "reserve", "shrink", "reorder"):
        good = sorted(before) == sorted(after)
    elif what == "insert":
        more = len(after) > len(before)
        none = row.when == "always" and len(after) == len(before) and not inserted_any(row, fact)
        good = more == happens(row, fact) or none
    elif what == "erase" and told(row):
        gone = erased(row, fact) if happens(row, fact) else set()
        good = sorted(k for i, k in enumerate(before) if i not in gone) == sorted(after)
    elif what == "clear":
        good = after == [] or row.name == "std::exchange"
    elif what == "swap":
        good = sorted(after) == sorted(other) and sorted(fact["oafter"]) == sorted(before)
    elif what == "move":
        good = sorted(after) == sorted(other)
    elif what == "splice":
        good = sorted(after + fact["oafter"]) == sorted(before + other)
    return None if good else f"{before} became {after}"


def inserted_any(row, fact):
    return not (("n" in row.roles and fact["count"] == 0)
                or (set("yz") & set(row.roles) and fact["ofirst"] == fact["olast"])
                or (set("vs") & set(row.roles) and not fact["okeys"]))


def result(row, fact):
    """None when as the row says, 'unjudged', or what is wrong."""
    judge = RESULTS.get(row.returns)
    kind = fact["r"]["k"]
    if judge is None or kind == "other" or (row.name == "{dtor}"):
        return None if row.returns == "none" else "unjudged"
    if row.returns == "data" and not fact["after"]:
        return None
    if kind == "void" and "initializer" in row_forms(row):
        return None  # insert({a, b}) returns nothing.
    verdict = judge(row, fact, fact["r"])
    return None if verdict else f"returned {fact['r']}"


def row_forms(row):
    """Other overloads that a row of one value stands for, too."""
    return {"initializer"} if row.name == "insert" and row.pattern == "V" else set()


def iterator(row, fact, r):
    """An iterator into the target, or before its beginning."""
    before = "before_begin" in row.name or ("_after" in row.name and fact["pos"] == -1)
    return r["k"] == "iterator" and (r["i"] >= 0 or before)


def at(kind, place):
    """A result of that kind at the position that `place` computes."""
    return lambda row, fact, r: r["k"] == kind and r["i"] == place(row, fact)


def size(row, fact):
    return len(fact["after"])


def found(row, fact, r):
    keys = fact["after"]
    if r["k"] != "iterator":
        return False
    if fact["key"] not in keys:
        return r["i"] == len(keys)
    return 0 <= r["i"] < len(keys) and keys[r["i"]] == fact["key"]


def element(row, fact, r):
    if r["k"] != "reference":
        return False
    return r["i"] == fact["index"] if "i" in row.roles else r["i"] >= 0


def keyed(row, fact, r):
    return r["k"] == "reference" and r["i"] >= 0 and fact["after"][r["i"]] == fact["key"]


def number(r):
    return r["v"] if r["k"] in ("number", "bool") else None


def contains(row, fact, r):
    count = fact["keys"].count(fact["key"])
    return number(r) == (count if r["k"] == "number" else int(count > 0))


def removed(row, fact, r):
    if r["k"] == "void":  # list::remove before C++20
        return True
    gone = len(fact["keys"]) - len(fact["after"])
    return number(r) == (gone if r["k"] == "number" else int(gone > 0))


def flagged(row, fact, r):
    more = int(len(fact["after"]) > len(fact["keys"]))
    return r["k"] in ("iterator-bool", "insert-return") and r["i"] >= 0 and r["b"] == more


RESULTS = {
    "begin": at("iterator", lambda row, fact: 0),
    "end": at("iterator", size),
    "reverse-begin": at("reverse", size),
    "reverse-end": at("reverse", lambda row, fact: 0),
    "first": at("reference", lambda row, fact: 0),
    "last": at("reference", lambda row, fact: len(fact["after"]) - 1),
    "data": lambda row, fact, r: r["k"] in ("pointer", "iterator") and r["i"] == 0,
    "iterator": iterator,
    "find": found,
    "element": element,
    "element-at-key": keyed,
    "iterator-bool": flagged,
    "iterator-pair": lambda row, fact, r: r["k"] == "iterator-pair" and 0 <= r["i"] <= r["j"],
    "self": lambda row, fact, r: r["k"] == "self",
    "fresh": lambda row, fact, r: r["k"] == "object",
    "taken": lambda row, fact, r: r["k"] == "object" and fact["made"] == fact["keys"],
    "node": lambda row, fact, r: r["k"] == "node" and r["b"] == int(fact["keys"] != fact["after"]),
    "pointee": lambda row, fact, r: r["k"] in ("pointer", "iterator") and (
        row.name == "release" or r["i"] == 0 or not fact["keys"]),
    "is-empty": lambda row, fact, r: r["k"] == "bool" and r["v"] == int(not fact["keys"]),
    "size": lambda row, fact, r: number(r) == len(fact["keys"]),
    "contains": contains,
    "removed": removed,
    "inserted": lambda row, fact, r: number(r) == int(len(fact["after"]) > len(fact["keys"])),
}

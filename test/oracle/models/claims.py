# ===- claims.py - what a row says about one situation ---------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Reads the columns of a row as a promise about every handle of a concrete call.

For each handle taken before the call the answer is INVALID, VALID or, where the
situation does not say, EITHER (growth of a container that does not tell its
capacity). The definitions of the columns are those of checker/models/Model.h.
"""

INVALID, VALID, EITHER = "invalid", "valid", "either"


def erased(row, fact):
    """Positions of the elements that the row's roles say are erased."""
    keys, roles = fact["keys"], row.roles
    n = len(keys)
    if row.change == "clear":
        return set(range(n))
    if row.place == "first":
        return {0} if n else set()
    if row.place == "last":
        return {n - 1} if n else set()
    if "a" in roles:
        return set(range(fact["first"] + 1, fact["last"])) if "e" in roles else {fact["pos"] + 1}
    if "b" in roles:
        return set(range(fact["first"], fact["last"]))
    if "p" in roles:
        return {fact["pos"]}
    if "k" in roles:
        return {i for i in range(n) if keys[i] == fact["key"]}
    return erased_by_name(row, fact)


def told(row):
    """Whether roles, place or name say which elements are erased."""
    named = ("unique", "resize", "remove_if", "std::erase_if", "removeIf")
    return row.place != "unstated" or set(row.roles) & set("abpki") or row.name in named


def erased_by_name(row, fact):
    keys = fact["keys"]
    n = len(keys)
    if row.name == "unique":
        return {i for i in range(1, n) if keys[i] == keys[i - 1]}
    if row.name == "resize":
        return set(range(fact["count"], n))
    if row.name in ("remove_if", "std::erase_if", "removeIf"):
        return {i for i in range(n) if keys[i] >= 30}
    if "i" in row.roles:
        counted = fact["index"] + (fact["count"] if "n" in row.roles else 1)
        last = n if row.label == "erase(V)" else counted  # string::erase(index): all that follows.
        return set(range(fact["index"], min(n, last)))
    # Whatever the roles do not tell: those that are gone.
    return {i for i, code in enumerate(fact["T"].split()) if code[1:] != "lT"}


def happens(row, fact):
    """Whether the row's condition is met."""
    single = not set(row.roles) & set("yz") and "range" not in row.name
    if row.when == "if-missing":
        if single and ("k" in row.roles or row.roles == "v"):
            return fact["key"] not in fact["keys"] or len(fact["after"]) > len(fact["keys"])
        return len(fact["after"]) > len(fact["keys"])
    if row.when == "if-present":
        return fact["key"] in fact["keys"]
    return True


def grows(row, fact, column):
    """Whether the storage must grow; None when nobody says. Debug mode of libstdc++ sometimes takes
    it for grown when the standard allows it to, although there was more room than guaranteed."""
    if fact["cap"] < 0 or row.change == "reserve":
        return False if row.change != "reserve" and fact["room"] == 2 else None
    really = len(fact["after"]) > fact["room_for"]
    allowed = len(fact["after"]) > fact["cap"]
    return really if column == "references" or really == allowed else None


def position(row, fact):
    """The first position that a positional change touches."""
    if row.change in ("erase", "clear"):
        gone = erased(row, fact)
        return min(gone) if gone else len(fact["keys"])
    return fact["pos"] if "p" in row.roles else fact["first"] if "b" in row.roles else 0


def of_scope(scope, row, fact, column):
    """What the scope says about each of the target's elements."""
    n = len(fact["keys"])
    everything, nothing = [INVALID] * n, [VALID] * n
    if scope == "none":
        return nothing
    if scope == "all":
        return everything
    if scope == "last-owner":
        return [VALID if fact["room"] == 2 else INVALID] * n
    if scope == "detach":
        return [EITHER] * n
    if scope in ("erased", "tombstone"):
        gone = erased(row, fact)
        return [INVALID if i in gone else VALID for i in range(n)]
    if scope == "from-position":
        return [INVALID if i >= position(row, fact) else VALID for i in range(n)]
    if scope == "growth":
        return of_growth(row, fact, column, everything, nothing)
    if scope == "middle":
        return of_middle(row, fact, everything, nothing)
    raise ValueError(scope)


def of_growth(row, fact, column, everything, nothing):
    without = nothing
    if set("pi") & set(row.roles):
        start = fact["pos"] if "p" in row.roles else fact["index"]
        without = [INVALID if i >= start else VALID for i in range(len(nothing))]
    grown = grows(row, fact, column)
    if grown is None:
        return [a if a == b else EITHER for a, b in zip(everything, without)]
    return everything if grown else without


def of_middle(row, fact, everything, nothing):
    n = len(nothing)
    if row.change != "erase":
        return nothing if fact["pos"] in (0, n) else everything
    gone = erased(row, fact)
    if gone and (min(gone) == 0 or max(gone) == n - 1):
        return [INVALID if i in gone else VALID for i in range(n)]
    return everything if gone else nothing


def of_end(row, fact):
    if row.end == "growth":
        grown = grows(row, fact, "end")
        return EITHER if grown is None else INVALID if grown else VALID
    return INVALID if row.end == "all" else VALID


def claims(row, fact):
    """(column, handle, claim) for every handle. Handles: position, or 'end'."""
    n, m = len(fact["keys"]), len(fact["okeys"])
    happened = happens(row, fact)
    target = {"iterators": [VALID] * n, "references": [VALID] * n, "end": [VALID]}
    other = {"iterators": [VALID] * m, "references": [VALID] * m, "end": [VALID]}
    constructs = row.name == "{ctor}"  # The receiver is new: its old elements are nobody's.
    if happened and not constructs:
        target["iterators"] = of_scope(row.iterators, row, fact, "iterators")
        target["references"] = of_scope(row.references, row, fact, "references")
        target["end"] = [of_end(row, fact)]
        if row.change == "move" and "s" in row.roles:  # Without a source nothing is replaced.
            target["iterators"] = target["references"] = [INVALID] * n
    if happened and row.change in ("move", "swap"):
        for column, scope in (("iterators", row.iterators), ("references", row.references)):
            other[column] = [INVALID if scope == "all" else VALID] * m
        other["end"] = [of_end(row, fact)]
    if row.change == "splice":
        for column, scope in (("iterators", row.iterators), ("references", row.references)):
            if scope == "all":
                other[column] = [INVALID if taken(fact, i) else VALID for i in range(m)]
    for side, columns in (("", target), ("other ", other)):
        for column, values in columns.items():
            for i, value in enumerate(values):
                yield side + column, i, value


def taken(fact, i):
    """Whether element i of the other container is no longer there."""
    return fact["O"].split()[i][2] != "O" or fact["okeys"][i] not in fact["oafter"]

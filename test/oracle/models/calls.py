# ===- calls.py - from a row of the tables to concrete calls ---------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Writes the C++ calls that a row is about, from its pattern and roles.

    OP("insert", "INV", "pnv", ...)   ->   w.t().insert(w.p(), w.count(), w.value())

`w` is a World (Inputs/World.h). Flags tell which situations the call depends on
(Inputs/Scenario.h). Most of a call follows from the roles; what does not (the
further arguments of a `*`, what '.' stands for) is listed here by operation.
"""

import dataclasses


@dataclasses.dataclass
class Row:
    owner: str  # The class, "" for a function.
    name: str
    pattern: str
    roles: str
    change: str
    iterators: str
    references: str
    end: str
    when: str
    returns: str
    place: str
    touches: str
    source: str

    @property
    def label(self):
        return f"{self.name}({self.pattern})"


@dataclasses.dataclass
class Call:
    row: Row
    code: str
    flags: str
    shape: str


def rows_of(model):
    """The rows of a class that a lookup can reach: of two with one pattern the first."""
    seen = set()
    for entry in model["rows"]:
        key = entry["name"], entry["pattern"]
        if key not in seen:
            seen.add(key)
            yield Row(owner=model["name"], **entry)


def matches(pattern, shape):
    open_ended = pattern.endswith("*")
    pattern = pattern.rstrip("*")
    if len(shape) < len(pattern) or (len(shape) > len(pattern) and not open_ended):
        return False
    return all(p in (s, "V") or (p == "C" and s == "M") for p, s in zip(pattern, shape))


def resolve(rows, name, shape):
    return next((r for r in rows if r.name == name and matches(r.pattern, shape)), None)


# Arguments: code, shape letter, flags.
VALUE = ("w.value()", "V", "K")
LISTED = ("{w.value(), w.value2()}", "V", "K")
NODE = ("w.node()", "V", "K")
MAPPED = ("oracle::Element(7)", "V", "")
KEY = ("w.key()", "V", "K")
COUNT = ("w.count()", "N", "N")
INDEX = ("w.index()", "N", "I")
RANGE = ("w.o()", "C", "O")
ALLOCATOR = ("w.t().get_allocator()", "V", "")
TEXT = ('"xyz"', "V", "")

FUNCTIONS = {
    "unique": "oracle::SameKey()",
    "merge": "oracle::LessKey()",
    "sort": "oracle::LessKey()",
    "resize_and_overwrite": "oracle::KeepSize()",
}

# What a '.' or a value is, where the roles do not tell: operation -> alternatives.
OTHER_VALUES = {
    "std::inserter": [("w.p()", "I", "P")],
    "value_or": [("oracle::Element(4)", "V", "")],
    "bucket_size": [("0", "N", "")],
    "max_load_factor": [("0.5f", "V", "")],
}
# Further arguments of a final '*': operation -> alternatives, each a list of arguments.
FURTHER = {
    "emplace": [[VALUE]],
    "emplace_back": [[VALUE]],
    "emplace_front": [[VALUE]],
    "emplace_after": [[VALUE]],
    "emplace_hint": [[VALUE]],
    "try_emplace": [[MAPPED], []],
    "resize": [[], [VALUE]],
    "{ctor}": [[], [ALLOCATOR]],
    "max_load_factor": [[], [("0.5f", "V", "")]],
}
SEARCHES = ("find rfind find_first_of find_last_of find_first_not_of find_last_not_of compare").split()
STRING_FURTHER = {name: [[TEXT], [RANGE]] for name in SEARCHES} | {
    "resize": [[], [VALUE]],
    "replace": [[TEXT]],
    ("insert", "V*"): [[TEXT]],
    ("{ctor}", "C*"): [[("0", "N", ""), ("1", "N", "")]],
}
TEMPLATE_ARGUMENTS = {"elements": "<0>", "adjacent": "<2>", "adjacent_transform": "<2>"}
# Values that are more than one element.
SEVERAL = {"insert", "insert_after", "assign", "operator=", "append", "operator+="}
NEEDS_ELEMENT = set("""front back pop_back pop_front top pop first last head dequeue constFirst
    constLast removeFirst removeLast takeFirst takeLast firstKey lastKey""".split())
NEEDS_OWNED = {"operator[]", "value"}


class Writer:
    """Writes the calls of one class. traits: words of libraries.py about it."""

    def __init__(self, rows, traits=()):
        self.rows = list(rows)
        self.traits = set(traits)

    def calls(self, row):
        """The calls that resolve to the row; empty when none could be written."""
        found = []
        for arguments in self._arguments(row):
            shape = "".join(letter for _, letter, _ in arguments)
            if resolve(self.rows, row.name, shape) is not row:
                continue
            flags = "".join(sorted(set("".join(f for _, _, f in arguments) + self._flags(row))))
            found.append(Call(row, self._code(row, [code for code, _, _ in arguments]), flags, shape))
        return found

    def _flags(self, row):
        flags = "D"
        if row.name.removesuffix(" const") in NEEDS_ELEMENT:
            flags += "L"
        if row.name == "at" and "k" in row.roles:
            flags += "Q"
        if row.name in NEEDS_OWNED and "owner" in self.traits:
            flags += "L"
        if "fixed" in self.traits:
            flags += "F"
        if "owner" in self.traits:
            flags += "U"
        return flags

    def _arguments(self, row):
        choices = [[]]
        for place, letter in enumerate(row.pattern.rstrip("*")):
            options = self._argument(row, letter, row.roles[place])
            choices = [chosen + [option] for chosen in choices for option in options]
        if row.pattern.endswith("*"):
            further = self._further(row)
            choices = [chosen + more for chosen in choices for more in further]
        return choices

    def _further(self, row):
        if row.name in ("emplace", "emplace_hint") and "map" in self.traits:
            pair = [("std::piecewise_construct", "V", ""),
                    ("std::forward_as_tuple(w.S.Key)", "V", "K"),
                    ("std::forward_as_tuple(7)", "V", "")]
            # Boost's pairs know a piecewise_construct of their own only.
            return [[VALUE]] if row.owner.startswith("boost::") else [[VALUE], pair]
        if row.name == "reset" and "owner" in self.traits:
            return [[], [("new oracle::Element(3)", "V", "")]]
        if row.name == "emplace" and row.pattern == "*" and "k" in self._roles_of("emplace"):
            return [[]]
        if "string" in self.traits:
            return STRING_FURTHER.get((row.name, row.pattern), STRING_FURTHER.get(row.name, [[]]))
        if row.name == "{ctor}" and row.pattern == "V*":
            return [[]]
        return FURTHER.get(row.name, [[]])

    def _roles_of(self, name):
        return "".join(r.roles for r in self.rows if r.name == name)

    def _argument(self, row, letter, role):
        simple = {
            "k": KEY,
            "n": COUNT,
            "i": INDEX,
            "b": ("w.b()", "I", "R"),
            "e": ("w.e()", "I", "R"),
            "x": ("w.x()", "I", "XO"),
            "c": ("std::move(w.t())", "M", "") if letter == "M" else ("w.t()", "C", ""),
            "s": ("std::move(w.o())", "M", "O") if letter == "M" else RANGE,
            "f": (FUNCTIONS.get(row.name, "oracle::AtLeast30()"), "V", ""),
        }
        if role == "n" and row.name == "remove":  # Of the elements that are there.
            return [("1", "N", "")]
        if row.name == "nth":
            return [INDEX]
        if role in "yz":
            if letter == "I":
                return [(f"w.{role}()", "I", "ZO" if "a" in row.roles else "YO")]
            return [(f"w.p{role}()", "I" if "string" in self.traits else "V", "K")]
        if role in "pha":
            return [self._position(row, role)]
        if role == "v":
            return self._values(row)
        if role == "s" and letter == "V":
            return [("w.o()", "V", "O"), ("std::move(w.o())", "V", "O"), ("nullptr", "V", ""),
                    ("std::nullopt", "V", "")]
        if role == ".":
            return OTHER_VALUES.get(row.name, self._unnamed(row))
        return [simple[role]]

    def _position(self, row, role):
        if role == "a":
            if "z" in row.roles:
                return ("w.ya()", "I", "ZO")
            if "s" in row.roles:
                return ("w.xa()", "I", "WO")
            return ("w.ba()", "I", "S") if "e" in row.roles else ("w.a()", "I", "A")
        if role == "h" and "_after" in row.name:
            return ("w.a()", "I", "B")
        return ("w.p()", "I", "E" if row.change in ("erase", "release") else "P")

    def _values(self, row):
        if "k" in row.roles and "map" in self.traits:
            return [MAPPED]
        if row.name == "std::exchange":
            return [("w.copy()", "M", "O")]
        if "range" in row.name:
            return [RANGE]
        if "string" in self.traits:
            return [VALUE, TEXT, RANGE]
        options = [VALUE]
        if "owner" in self.traits:
            options = [("oracle::Element(3)", "V", ""), RANGE, ("std::move(w.o())", "M", "O"),
                       ("std::nullopt", "V", "")]
        if row.name in SEVERAL and "n" not in row.roles:
            # To Boost's maps, {a, b} behind a position is one pair, of pairs.
            if not (row.owner.startswith("boost::") and "map" in self.traits and row.pattern.startswith("I")):
                options.append(LISTED)
        if row.name in ("insert",):
            options.append(NODE)
        return options

    def _unnamed(self, row):
        if row.name == "{ctor}":
            if "s" in row.roles:
                return [ALLOCATOR]
            return [ALLOCATOR, ("std::initializer_list<typename std::remove_cvref_t<decltype(w)>::Value>"
                                "{w.value(), w.value2()}", "V", "K")]
        if row.name.startswith("insert") and row.owner.startswith("std::flat"):
            return [("std::sorted_unique", "V", ""), ("std::sorted_equivalent", "V", "")]
        if row.name.startswith("std::ranges"):
            return [("oracle::AtLeast30()", "V", ""), ("1", "N", "")]
        return [VALUE, KEY, RANGE]

    def _code(self, row, arguments):
        joined = ", ".join(arguments)
        if row.name == "{ctor}":
            return f"w.make({joined})"
        if row.name == "extract" and not arguments:
            return "std::move(w.t()).extract()"
        if row.name == "{dtor}":
            return "w.destroy()"
        if row.name.endswith("operator|"):
            return f"{arguments[0]} | std::views::take_while({arguments[1]})"
        if "::" in row.name:
            return f"{row.name}{TEMPLATE_ARGUMENTS.get(row.name.split('::')[-1], '')}({joined})"
        if row.name.endswith(" const"):
            return f"std::as_const(w.t()).{row.name[:-6]}({joined})"
        return f"w.t().{row.name}({joined})"


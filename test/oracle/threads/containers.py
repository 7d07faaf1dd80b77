# ===- containers.py - what threads do to containers, and what that conflicts with -===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""One row per operation. kind: S changes the structure, R reads it, E touches an element only.

S conflicts with everything; R and E with S alone ([container.requirements.dataraces]). What two E,
or an E and an R that looks at elements, do to the *same* element is a data race like that of any
other variable and none of ours: verdict.py refuses such programs. So a row says about elements:
"" does not touch them, "r" reads any, "w" writes any, "own" writes the one whose key it was given.
"""

from dataclasses import dataclass
from typing import Tuple

from program import ContainerType


@dataclass(frozen=True)
class Op:
    """lines use {c} (`items.` or `items->`), {o} (the container itself), {k} a key, {i} an integer,
    {v} a value, {e} the name of an element, {n} the words of a loop over the elements."""

    role: str  # add, remove, clear, count, scan, lookup, touch, use
    kind: str
    element: str
    lines: Tuple[str, ...]
    alias: bool = False  # Binds {a}, a reference to an element.
    keeps: bool = False  # References to elements survive, and no element is written.
    name: str = ""  # Of rows that a topic asks for.
    result: str = ""  # It returns this type.
    leaves: bool = False  # It may return early.

    @property
    def returns(self):
        """Needs a function of its own, and a lock that is released whichever way it leaves."""
        return bool(self.result) or self.leaves


SEQUENCES = ("vector", "deque", "list")
MAPS = ("map", "unordered_map", "multimap")
SETS = ("set", "unordered_set")
KINDS = SEQUENCES + MAPS + SETS + ("string", "vector<bool>", "map of vectors")


def op(role, kind, element, *lines, alias=False, keeps=False, name=""):
    return Op(role, kind, element, lines, alias, keeps, name)


EVERY = [
    op("clear", "S", "", "{c}clear();"),
    op("count", "R", "", "report({c}size());"),
    op("count", "R", "", "if (!{c}empty())", "  report({i});"),
]
QUERIES = [
    Op("count", "R", "", ("return {c}size();",), result="std::size_t"),
    Op("empty", "R", "", ("return {c}empty();",), result="bool"),
]
LOOKUPS = [
    Op("has", "R", "", ("return {c}find({k}) != {c}end();",), result="bool"),
    Op("has", "R", "", ("return {c}count({k}) > 0;",), result="bool"),
]
EARLY = [
    Op("lookup", "R", "r", ("auto it = {c}find({k});", "if (it == {c}end())", "  return;",
                            "report({read:it->second});"), leaves=True),
    Op("remove", "S", "", ("auto it = {c}find({k});", "if (it == {c}end())", "  return;",
                           "{c}erase(it);"), leaves=True),
]
# One statement for minimize.py: without the wait the rest must not run.
TAKE = op("take", "S", "r", "{x}wait(lock, [&] { return !{c}empty(); });",
          "report({read:{c}front()});", "{c}erase({c}begin());")
NOTIFY = op("notify", "", "", "{x}notify_one();")
SCAN = op("scan", "R", "r", "for (const auto& {n} : {o})", "  report({read});")

GROWTH = [
    op("add", "S", "", "{c}push_back({v});"),
    op("add", "S", "", "{c}emplace_back({v});"),
]
# A deque or list that grows at its end leaves every element where it is.
STABLE_GROWTH = [op(row.role, row.kind, row.element, *row.lines, keeps=True) for row in GROWTH]
SEQUENCE = [
    op("remove", "S", "", "if (!{c}empty())", "  {c}pop_back();"),
    op("remove", "S", "", "if ({c}size() > 8)", "  {c}erase({c}begin());"),
    op("touch", "E", "w", "if (!{c}empty())", "  {write:{c}front()};"),
    op("touch", "E", "w", "for (auto& {e} : {o})", "  {write:{e}};"),
    op("lookup", "R", "r", "if (!{c}empty())", "  report({read:{c}back()});"),
    SCAN,
]
INDEXED = [
    op("own", "E", "own", "{o}[{i}] = {v};", name="own element"),
    op("lookup", "R", "r", "if ({i} < static_cast<int>({c}size()))", "  report({read:{o}[{i}]});"),
    op("use", "E", "", "auto& {a} = {c}front();", alias=True),
    op("resize", "S", "", "{c}resize({c}size() + 4);"),
]
MAP = [
    op("remove", "S", "", "{c}erase({k});"),
    op("remove", "S", "", "if (auto it = {c}find({k}); it != {c}end())", "  {c}erase(it);"),
    op("add", "S", "", "{c}emplace({k}, {v});", keeps=True),
    op("add", "S", "", "if ({c}find({k}) == {c}end())", "  {c}emplace({k}, {v});", keeps=True),
    op("lookup", "R", "r", "if (auto it = {c}find({k}); it != {c}end())",
       "  report({read:it->second});"),
    op("lookup", "R", "", "if ({c}count({k}) > 0)", "  report({i});"),
    op("scan", "R", "r", "for (const auto& [key, {e}] : {o})", "  report({read});"),
    op("scan", "R", "r", "for (auto it = {c}begin(); it != {c}end(); ++it)",
       "  report({read:it->second});"),
]
UNIQUE_MAP = [
    op("add", "S", "", "{o}[{k}] = {v};"),
    op("add", "S", "", "{c}insert_or_assign({k}, {v});"),
    op("add", "S", "", "{c}try_emplace({k}, {v});", keeps=True),
    op("bracket", "S", "", "report({read:{o}[{k}]});", keeps=True, name="bracket"),
    op("touch", "E", "w", "if (auto it = {c}find({k}); it != {c}end())",
       "  {write:it->second};"),
    op("own", "E", "own", "{c}at({k}) = {v};", name="own element"),
    op("use", "S", "", "auto& {a} = {o}[{k}];", alias=True, keeps=True),
]
SET = [
    op("add", "S", "", "{c}insert({k});"),
    op("add", "S", "", "{c}emplace({k});"),
    op("remove", "S", "", "{c}erase({k});"),
    op("lookup", "R", "", "if ({c}find({k}) != {c}end())", "  report({i});"),
    op("lookup", "R", "", "if ({c}count({k}) != 0)", "  report({i});"),
    op("scan", "R", "r", "for (const auto& {e} : {o})", "  report({read});"),
]
STRING = [
    op("add", "S", "", "{o} += std::to_string({i});"),
    op("add", "S", "", "{c}append(\"; \");"),
    op("add", "S", "", "{c}push_back('.');"),
    op("remove", "S", "", "if ({c}size() > 64)", "  {c}erase(0, 8);"),
    op("lookup", "R", "r", "if ({c}find(\"; \") != std::string::npos)", "  report({i});"),
    op("scan", "R", "r", "for (char {e} : {o})", "  report({e});"),
]
BITS = [
    op("add", "S", "", "{c}push_back({i} % 2 == 0);"),
    op("resize", "S", "", "{c}resize({c}size() + 4);"),
    op("bit", "S", "", "{o}[{i}] = true;", name="bit"),  # Bits of one word: no element is alone.
    op("lookup", "R", "r", "if ({i} < static_cast<int>({c}size()) && {o}[{i}])", "  report({i});"),
]
NESTED = [
    op("add", "S", "", "{o}[{k}].push_back({i});"),
    op("remove", "S", "", "{c}erase({k});"),
    op("lookup", "R", "r", "if (auto it = {c}find({k}); it != {c}end())",
       "  report(it->second.size());"),
    op("touch", "E", "w", "if (auto it = {c}find({k}); it != {c}end())",
       "  it->second.push_back({i});"),
    op("scan", "R", "r", "for (const auto& [key, {e}] : {o})", "  report({e}.size());"),
]


def ops(kind):
    """The rows of a kind of container."""
    if kind == "string":
        return EVERY + STRING
    if kind == "vector<bool>":
        return EVERY + BITS
    if kind == "map of vectors":
        return EVERY + NESTED
    if kind in SETS:
        return EVERY + SET
    if kind in MAPS:
        return EVERY + MAP + ([] if kind == "multimap" else UNIQUE_MAP)
    grow = GROWTH if kind == "vector" else STABLE_GROWTH
    return EVERY + grow + SEQUENCE + (INDEXED if kind != "list" else [])


def queries(kind):
    """The rows that return something."""
    return QUERIES + (LOOKUPS if kind in MAPS + SETS else [])


def early(kind):
    """The rows that return early."""
    return EARLY if kind in MAPS else []


def spelled(type_):
    """The C++ type."""
    if type_.kind in ("string", "vector<bool>"):
        return "std::" + type_.kind
    if type_.kind == "map of vectors":
        return "std::map<%s, std::vector<int>>" % type_.key
    if type_.kind in MAPS:
        return "std::%s<%s, %s>" % (type_.kind, type_.key, type_.value)
    return "std::%s<%s>" % (type_.kind, type_.key or type_.value)


def element_read(type_, element):
    value = type_.value or type_.key
    if value == "int":
        return element
    return element + (".size()" if value == "std::string" else ".name.size()")


def element_write(type_, element):
    if type_.value == "int":
        return "++" + element if element.isidentifier() else element + " += 2"
    if type_.value == "std::string":
        return element + " = \"updated\""
    return "++" + element + ".hits" if element.isidentifier() else element + ".hits += 1"


def value_of(type_, integer):
    if type_.value == "std::string":
        return "std::to_string(%s)" % integer
    if type_.value in ("int", ""):
        return integer + " * 2" if integer.isidentifier() else integer
    return "%s{std::to_string(%s), %s}" % (type_.value, integer, integer)


def key_of(type_, integer):
    return "std::to_string(%s)" % integer if type_.key == "std::string" else integer


def lines(row, type_, expression, integer, element, alias="", beside=""):
    """The C++ of an operation. expression: (the container, with its dot or arrow); beside: another
    object with its dot or arrow."""
    whole, dotted = expression
    words = {"{c}": dotted, "{o}": whole, "{i}": integer, "{k}": key_of(type_, integer),
             "{v}": value_of(type_, integer), "{e}": element, "{n}": element, "{a}": alias,
             "{x}": beside,
             "{read}": element_read(type_, element)}
    result = []
    for line in row.lines:
        for word, text in words.items():
            line = line.replace(word, text)
        for how, write in (("{read:", element_read), ("{write:", element_write)):
            if how in line:
                head, rest = line.split(how)
                inner, tail = rest.split("}", 1)
                line = head + write(type_, inner) + tail
        result.append(line)
    return result


def random_type(rng, struct, kinds=KINDS):
    kind = rng.choice(kinds)
    if kind == "vector" and rng.random() < 0.2:
        return ContainerType("vector", "", "std::string")
    key = rng.choice(("int", "int", "std::string")) if kind not in SEQUENCES else ""
    value = rng.choice(("int", "std::string", struct)) if kind in SEQUENCES + MAPS else ""
    return ContainerType(kind, key, value)

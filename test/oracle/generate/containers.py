# ===- containers.py - kinds of containers and what can be done to them -----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Containers as text templates.

{c} is the container, {o} another one of its type, {k} an int, {v} a new element with id {k}, {it} an
iterator into {c}, {T} and {E} the types of the container and its elements.
"""

from dataclasses import dataclass

SEQUENCE = [
    "{c}.push_back({v});", "{c}.emplace_back({k});", "{c}.insert({c}.begin(), {v});",
    "{c}.insert({c}.end(), {v});", "if (!{c}.empty()) {c}.pop_back();",
    "if (!{c}.empty()) {c}.erase({c}.begin());", "{c}.resize({c}.size() + 1, {v});",
    "{c}.resize({c}.size() / 2, {v});", "{c}.assign(2, {v});", "{c}.insert({c}.end(), 2, {v});",
    "{c}.insert({c}.end(), {o}.begin(), {o}.end());",
    "{c}.erase(std::remove({c}.begin(), {c}.end(), {v}), {c}.end());", "std::erase({c}, {v});",
    "std::erase_if({c}, [&](const {E} &e) {{ return {eid} == {k}; }});",
]
INDEXED = ["if ({c}.size() > 2) {c}.erase({c}.begin() + 1);", "if ({c}.size() > 2) {c}.insert({c}.begin() + 2, {v});"]
NODES = ["{c}.push_front({v});", "if (!{c}.empty()) {c}.pop_front();", "{c}.remove({v});",
         "{c}.remove_if([&](const {E} &e) {{ return {eid} == {k}; }});", "{c}.sort();", "{c}.reverse();",
         "{c}.unique();", "{c}.splice({c}.begin(), {o});", "{o}.splice({o}.begin(), {c});"]
KEYED = ["{c}.erase({k});", "{c}.extract({k});", "{c}.merge({o});", "{o}.merge({c});",
         "if (!{c}.empty()) {c}.erase({c}.begin());", "{c}.insert({o}.begin(), {o}.end());",
         "std::erase_if({c}, [&](const auto &e) {{ return {eid} == {k}; }});"]
MAP = ["{c}[{k}] = {m};", "{c}.emplace({k}, {m});", "{c}.insert({{{k}, {m}}});",
       "{c}.try_emplace({k}, {m});", "{c}.insert_or_assign({k}, {m});"]
SET = ["{c}.insert({k});", "{c}.emplace({k});"]
HASHED = ["{c}.rehash(64);", "{c}.reserve(64);"]
ALL = ["{c}.clear();", "{c} = {T}();", "{c} = {o};", "{c}.swap({o});", "std::swap({c}, {o});", "{c} = std::move({o});"]
TEXT = ["{c}.push_back({v});", "{c} += {v};", "{c}.append(\"a longer piece of text\");", "{c}.insert({c}.begin(), {v});",
        "{c}.clear();", "if (!{c}.empty()) {c}.pop_back();", "if (!{c}.empty()) {c}.erase({c}.begin());",
        "{c} = {o};", "{c}.swap({o});", "{c}.resize({c}.size() + 3);", "{c}.assign({o});", "{c} += {o};"]

# With an iterator: what becomes of it is part of the statement.
AT = ["{c}.erase({it});", "{c}.erase({it}++);", "{it} = {c}.erase({it});", "{c}.erase({it}, {c}.end());",
      "{c}.erase({c}.begin(), {it});", "{c}.erase(std::next({it}), {c}.end());"]
AT_SEQUENCE = ["{c}.insert({it}, {v});", "{it} = {c}.insert({it}, {v});", "{it} = {c}.emplace({it}, {k});",
               "{c}.insert(std::next({it}), {v});"]
AT_NODES = ["{c}.splice({c}.begin(), {c}, {it});", "{o}.splice({o}.begin(), {c}, {it});"]
AT_KEYED = ["{c}.erase({id});", "{c}.extract({it});"]

# Neither invalidates anything, nor changes the container: what real loops are full of.
READS = ["use({c}.size());", "if ({c}.empty()) log(0);", "log({k});"]


@dataclass(frozen=True)
class Kind:
    name: str  # "vector<Item>"
    type: str
    family: str  # vector, deque, list, map, set, text
    element: str  # Type of an element.
    id: str  # The id of element {x}.
    value: str  # A new element with id {k}.
    mapped: str = ""  # A new mapped value, for maps.
    hashed: bool = False
    multi: bool = False
    lax: bool = False  # This run time invalidates less than the standard permits.

    @property
    def keyed(self):
        return self.family in ("map", "set")

    @property
    def nodes(self):
        return self.family in ("list", "map", "set")

    @property
    def indexed(self):
        return self.family in ("vector", "deque", "text")

    def changes(self):
        if self.family == "text":
            return TEXT
        if not self.keyed:
            own = {"vector": INDEXED + ["{c}.shrink_to_fit();", "{c}.reserve({c}.size() + 8);"],
                   "deque": INDEXED + NODES[:2], "list": NODES}[self.family]
            return ALL + SEQUENCE + own
        own = SET if self.family == "set" else MAP[1:3] if self.multi else MAP
        return ALL + KEYED + own * 2 + (HASHED if self.hashed else [])

    def changes_at(self):
        own = AT_KEYED if self.keyed else AT_SEQUENCE
        if self.family == "text":
            own = [t for t in own if "emplace" not in t]
        if self.hashed:  # Their iterators only go forward, and ranges of them mean little.
            return AT[:3] + own
        return AT + own + (AT_NODES if self.family == "list" else [])

    def fill(self, template, **names):
        """The statement, with {v}, {m} and the ids made of the given {k}."""
        k = names.get("k", "k")
        values = dict(T=self.type, E=self.element, k=k, v=self.value.format(k=k),
                      m=self.mapped.format(k=k), eid=self.id.format(x="e"))
        values.update(names)
        return template.format(**values).replace("(*p).", "p->").replace("(*q).", "q->")


def _sequence(template, element, id, value, **more):
    return Kind("%s<%s>" % (template, element), "std::%s<%s>" % (template, element), template, element, id, value, **more)


def _map(template, mapped, value, family="map", **more):
    spelled = "%s<int, %s>" % (template, mapped)
    return Kind(spelled, "std::" + spelled, family, "std::pair<const int, %s>" % mapped, "{x}.first",
                "{{{k}, %s}}" % value, value, **more)


def _set(template, **more):
    return Kind(template + "<int>", "std::%s<int>" % template, "set", "int", "{x}", "{k}", **more)


KINDS = [
    _sequence("vector", "Item", "{x}.id", "Item({k})"), _sequence("vector", "int", "{x}", "{k}"),
    _sequence("deque", "Item", "{x}.id", "Item({k})"), _sequence("list", "Item", "{x}.id", "Item({k})"),
    _sequence("list", "int", "{x}", "{k}"),
    _map("map", "Item", "Item({k})"), _map("map", "int", "{k}"), _map("unordered_map", "Item", "Item({k})", hashed=True),
    _map("multimap", "int", "{k}", multi=True), _set("set"), _set("multiset", multi=True),
    _set("unordered_set", hashed=True),
    Kind("string", "Text", "text", "char", "{x}", "char('a' + {k} % 26)"),
]
WEIGHTS = [6, 4, 3, 4, 1, 5, 2, 5, 1, 3, 1, 2, 2]

# ===- libraries.py - which real classes stand for which models ------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The libraries whose headers are executed: flags, includes, and a C++ type for each class.

Traits of a class that the calls depend on: map (elements are pairs), string,
fixed (its size cannot change), owner (of one element or none).
"""

import dataclasses


@dataclasses.dataclass
class Library:
    flags: list
    includes: list
    classes: dict  # Model -> (C++ type, traits).
    link: list = dataclasses.field(default_factory=list)
    # Calls that need care in this library: regex of model::operation -> more flags.
    quirks: dict = dataclasses.field(default_factory=dict)
    missing: str = ""  # Names of functions that the library does not declare.


E = "oracle::Element"
STD = {
    "std::vector": (f"std::vector<{E}>", ()),
    "std::deque": (f"std::deque<{E}>", ()),
    "std::list": (f"std::list<{E}>", ()),
    "std::forward_list": (f"std::forward_list<{E}>", ()),
    "std::array": (f"std::array<{E}, 5>", ("fixed",)),
    "std::map": (f"std::map<{E}, {E}>", ("map",)),
    "std::multimap": (f"std::multimap<{E}, {E}>", ("map",)),
    "std::set": (f"std::set<{E}>", ()),
    "std::multiset": (f"std::multiset<{E}>", ()),
    "std::unordered_map": (f"std::unordered_map<{E}, {E}>", ("map",)),
    "std::unordered_multimap": (f"std::unordered_multimap<{E}, {E}>", ("map",)),
    "std::unordered_set": (f"std::unordered_set<{E}>", ()),
    "std::unordered_multiset": (f"std::unordered_multiset<{E}>", ()),
    "std::stack": (f"oracle::Adaptor<std::stack<{E}>>", ()),
    "std::queue": (f"oracle::Adaptor<std::queue<{E}>>", ()),
    "std::priority_queue": (f"oracle::Adaptor<std::priority_queue<{E}>>", ()),
    "std::unique_ptr": (f"oracle::Owner<std::unique_ptr<{E}>>", ("owner",)),
    "std::shared_ptr": (f"oracle::Owner<std::shared_ptr<{E}>>", ("owner",)),
    "std::optional": (f"oracle::Owner<std::optional<{E}>>", ("owner",)),
}
STD_HEADERS = [
    "algorithm", "array", "deque", "forward_list", "iterator", "list", "map", "memory", "optional",
    "queue", "ranges", "set", "stack", "string", "unordered_map", "unordered_set", "utility", "vector",
]


def views(names):
    return " ".join("std::ranges::views::" + name for name in names.split())


# Not in libstdc++ 12.
NEWER_VIEWS = """join_with as_rvalue as_const enumerate zip adjacent pairwise adjacent_transform
 pairwise_transform chunk chunk_by slide stride cartesian_product cache_latest concat as_input
 to_input"""

LIBRARIES = {
    "libstdc++": Library(
        flags=["-D_GLIBCXX_DEBUG", "-D_GLIBCXX_DEBUG_PEDANTIC"],
        includes=STD_HEADERS + ["debug/string"],
        # std::string itself has no debug mode; this class is what it would be.
        classes=STD | {"std::basic_string": ("__gnu_debug::string", ("string",))},
        # Debug mode of libstdc++ 12 reads the key of every safe iterator into the source, the
        # past-the-end one included (_UContMergeGuard): a null dereference.
        quirks={r"std::unordered_.*::merge": "H"},
        missing="std::ranges::operator| " + views(NEWER_VIEWS),
    ),
    "libc++": Library(
        flags=["-stdlib=libc++", "-D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_DEBUG"],
        includes=STD_HEADERS + ["flat_map", "flat_set"],
        quirks={"std::unordered_.*::bucket(_size)?": "L"},  # Asserts that there is one.
        # The shared library may be an older one's: LLVM 19 and 22 have the same name for it.
        link=["-nostdlib++", "/usr/lib/llvm-22/lib/libc++.a", "/usr/lib/llvm-22/lib/libc++abi.a"],
        classes=STD | {
            "std::basic_string": ("std::string", ("string",)),
            "std::flat_map": (f"std::flat_map<{E}, {E}>", ("map",)),
            "std::flat_multimap": (f"std::flat_multimap<{E}, {E}>", ("map",)),
            "std::flat_set": (f"std::flat_set<{E}>", ()),
            "std::flat_multiset": (f"std::flat_multiset<{E}>", ()),
        },
        # operator[] is declared for every shared_ptr, and asserts that it owns an array.
        missing="std::shared_ptr::operator[] std::ranges::views::__adaptor::operator| " + views("""as_const enumerate
            chunk slide stride
            cartesian_product cache_latest concat as_input to_input"""),
    ),
}

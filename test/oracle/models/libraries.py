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


# Views of other libraries' containers are what views of the standard ones are.
NO_VIEWS = r"std::ranges::(views::.*|operator\|)"
# For libraries that abort when an invalid iterator is touched.
REFERENCES_ONLY = "-DHOLDFAST_ORACLE_REFERENCES_ONLY"


@dataclasses.dataclass
class Library:
    flags: list
    includes: list
    classes: dict  # Model -> (C++ type, traits).
    link: list = dataclasses.field(default_factory=list)
    # Calls that need care in this library: regex of model::operation -> more flags.
    quirks: dict = dataclasses.field(default_factory=dict)
    # Names of operations that the library does not declare at all.
    missing: str = NO_VIEWS


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
    return "std::ranges::views::(" + "|".join(names.split()) + ")"


# Not in libstdc++ 12.
NEWER_VIEWS = """join_with as_rvalue as_const enumerate zip adjacent pairwise adjacent_transform
 pairwise_transform chunk chunk_by slide stride cartesian_product cache_latest concat as_input
 to_input"""

def same(namespace, names, element):
    """Classes whose models are called as they are."""
    return {namespace + name: (f"{namespace}{name}<{element}>", ("map",) if "," in element else ())
            for name in names.split()}


SEQUENCE, PAIRS = E, f"{E}, {E}"
INCLUDE_QT = "/usr/include/x86_64-linux-gnu/qt5"

LIBRARIES = {
    "libstdc++": Library(
        flags=["-D_GLIBCXX_DEBUG", "-D_GLIBCXX_DEBUG_PEDANTIC"],
        includes=STD_HEADERS + ["debug/string"],
        # std::string itself has no debug mode; this class is what it would be.
        classes=STD | {"std::basic_string": ("__gnu_debug::string", ("string",))},
        # Debug mode of libstdc++ 12 reads the key of every safe iterator into the source, the
        # past-the-end one included (_UContMergeGuard): a null dereference.
        quirks={r"std::unordered_.*::merge": "H"},
        missing=r"std::ranges::operator\||" + views(NEWER_VIEWS),
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
        missing=r"std::shared_ptr::operator\[\]|std::ranges::views::__adaptor::operator\||" + views("""as_const enumerate
            chunk slide stride
            cartesian_product cache_latest concat as_input to_input"""),
    ),
    "Boost": Library(
        flags=["-DNDEBUG"],
        includes=[f"boost/container/{name}.hpp" for name in
                  "vector small_vector static_vector stable_vector deque list slist map set flat_map flat_set".split()]
        + ["boost/unordered_map.hpp", "boost/unordered_set.hpp"],
        classes=same("boost::container::", "vector stable_vector deque list slist set multiset flat_set flat_multiset",
                     SEQUENCE)
        | same("boost::container::", "map multimap flat_map flat_multimap", PAIRS) | {
            "boost::container::small_vector": (f"boost::container::small_vector<{E}, 3>", ()),
            "boost::container::static_vector": (f"boost::container::static_vector<{E}, 200>", ()),
            "boost::unordered::unordered_map": (f"boost::unordered_map<{PAIRS}>", ("map",)),
            "boost::unordered::unordered_multimap": (f"boost::unordered_multimap<{PAIRS}>", ("map",)),
            "boost::unordered::unordered_set": (f"boost::unordered_set<{E}>", ()),
            "boost::unordered::unordered_multiset": (f"boost::unordered_multiset<{E}>", ()),
        },
        # Takes the range (first, last], which the row cannot say.
        missing=NO_VIEWS + "|boost::container::slist::splice_after",
    ),
    "absl": Library(
        flags=["-DNDEBUG", REFERENCES_ONLY],
        includes=["absl/container/" + name for name in
                  "flat_hash_map.h flat_hash_set.h node_hash_map.h node_hash_set.h btree_map.h btree_set.h inlined_vector.h".split()],
        classes=same("absl::", "flat_hash_map node_hash_map btree_map btree_multimap", PAIRS)
        | same("absl::", "flat_hash_set node_hash_set btree_set btree_multiset", SEQUENCE)
        | {"absl::InlinedVector": (f"absl::InlinedVector<{E}, 3>", ())},
        missing=NO_VIEWS + "|lazy_emplace.*",
        link=["-labsl_raw_hash_set", "-labsl_hash", "-labsl_city", "-labsl_low_level_hash",
              "-labsl_hashtablez_sampler", "-labsl_throw_delegate", "-labsl_raw_logging_internal"],
    ),
    "Qt 5": Library(
        flags=["-DNDEBUG", REFERENCES_ONLY, "-fPIC", "-I", INCLUDE_QT, "-I", INCLUDE_QT + "/QtCore"],
        includes="QVector QList QLinkedList QMap QHash QSet QStack QQueue QVarLengthArray".split(),
        classes=same("", "QVector QList QLinkedList QStack QQueue QSet", SEQUENCE)
        | same("", "QMap QMultiMap QHash QMultiHash", PAIRS)
        | {"QVarLengthArray": (f"QVarLengthArray<{E}, 3>", ())},
        # Qt 5's QVarLengthArray::squeeze() destroys elements that live inside the object.
        missing=NO_VIEWS + r"|QVarLengthArray::(squeeze|shrink_to_fit)|QM?u?l?t?i?(Map|Hash)::operator\[\] const",  # Returns const values.
        link=["-lQt5Core"],
    ),
    "oneTBB": Library(
        flags=["-DNDEBUG"],
        includes=["oneapi/tbb/concurrent_" + name for name in
                  "vector.h unordered_map.h unordered_set.h map.h set.h hash_map.h".split()],
        classes={f"tbb::detail::{ns}::concurrent_{name}": (f"tbb::concurrent_{name}<{PAIRS}>", ("map",))
                 for ns, name in (("d1", "unordered_map"), ("d1", "unordered_multimap"),
                                  ("d2", "map"), ("d2", "multimap"))}
        | {f"tbb::detail::{ns}::concurrent_{name}": (f"tbb::concurrent_{name}<{E}>", ())
           for ns, name in (("d1", "unordered_set"), ("d1", "unordered_multiset"), ("d2", "set"),
                            ("d2", "multiset"))},
        # Not concurrent_vector: its iterators hold the address of the vector, so that to touch one
        # after a move is a null dereference.
        missing=NO_VIEWS + "|tbb::.*::reserve",  # reserve(0) does not end in 2021.8.
        link=["-ltbb"],
    ),
}

//===- YamlTest.cpp - rows of .holdfast.yaml ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Model.h"
#include "gtest/gtest.h"

using namespace holdfast::models;

namespace {

struct Yaml : testing::Test {
  Library Lib = Library::builtin();

  /// "" when the document was taken, else the message.
  std::string add(llvm::StringRef Text) {
    return llvm::toString(Lib.addFromYaml(Text, "dir/.holdfast.yaml"));
  }
};

TEST_F(Yaml, EmptyDocumentsAddNothing) {
  size_t Classes = Lib.classes().size();
  EXPECT_EQ(add(""), "");
  EXPECT_EQ(add("# nothing\n"), "");
  EXPECT_EQ(add("---\n...\n"), "");
  EXPECT_EQ(add("containers:\nfunctions:\n"), "");
  EXPECT_EQ(Lib.classes().size(), Classes);
}

// The parser gives up on these without a message of its own.
TEST_F(Yaml, WhatIsNoYamlAtAllIsSaidSo) {
  EXPECT_EQ(add("%f:\n"), "dir/.holdfast.yaml:1:1: not YAML");
}

TEST_F(Yaml, SectionsOfOthersAreLeftAlone) {
  EXPECT_EQ(add("checks: [a, b]\nconfidence: likely\nbaseline: {file: x, nested: [1, {a: b}]}\n"
                "containers: [{name: my::V, like: std::vector}]\n"),
            "");
  EXPECT_TRUE(Lib.findClass("my::V"));
}

TEST_F(Yaml, LikeInheritsEverything) {
  ASSERT_EQ(add("containers:\n"
                "  - name: my::StringMap\n"
                "    like: std::unordered_map\n"),
            "");
  const ClassModel *C = Lib.findClass("my::StringMap");
  ASSERT_TRUE(C);
  EXPECT_TRUE(C->FromUser);
  EXPECT_EQ(C->KeyField, "first");
  EXPECT_TRUE(C->StableReferences);
  EXPECT_EQ(Lib.findMethod(*C, "insert", "V")->Iterators, Scope::Growth);
  EXPECT_EQ(Lib.resolve("my::StringMap::erase", "V").Row->Returns, Result::Removed);
}

TEST_F(Yaml, OwnMethodsWinOverInheritedOnes) {
  ASSERT_EQ(add("containers:\n"
                "  - name: my::FlatMap\n"
                "    like: std::basic_string\n" // has own rows, too
                "    key: first\n"
                "    stable-references: true\n"
                "    methods:\n"
                "      - {name: push_back, args: V, roles: v, change: insert, iterators: growth,\n"
                "         references: none, end: all, place: last}\n"
                "      - name: removeKey\n"
                "        args: V*\n"
                "        roles: k\n"
                "        change: erase\n"
                "        iterators: from-position\n"
                "        references: erased\n"
                "        end: all\n"
                "        when: if-present\n"
                "        returns: removed\n"
                "        source: our handbook\n"),
            "");
  const ClassModel &C = *Lib.findClass("my::FlatMap");
  const Operation &Push = *Lib.findMethod(C, "push_back", "V");
  EXPECT_EQ(Push.Iterators, Scope::Growth);
  EXPECT_EQ(Push.References, Scope::None);
  EXPECT_EQ(Push.Where, Place::Last);
  EXPECT_EQ(Push.Source, "dir/.holdfast.yaml");
  const Operation &Remove = *Lib.findMethod(C, "removeKey", "VV");
  EXPECT_EQ(Remove.What, Change::Erase);
  EXPECT_EQ(Remove.Iterators, Scope::FromPosition);
  EXPECT_EQ(Remove.References, Scope::Erased);
  EXPECT_EQ(Remove.When, Condition::IfPresent);
  EXPECT_EQ(Remove.Returns, Result::Removed);
  EXPECT_EQ(Remove.Source, "our handbook");
  EXPECT_EQ(Lib.findMethod(C, "append", "V")->Iterators, Scope::All); // inherited
  EXPECT_TRUE(C.StableReferences);
}

TEST_F(Yaml, AClassMayStandForItself) {
  ASSERT_EQ(add("containers:\n"
                "  - name: my::Ring\n"
                "    key: \"-\"\n"
                "    methods:\n"
                "      - {name: begin, returns: begin}\n"
                "      - {name: end, returns: end}\n"
                "      - {name: drop, change: erase, iterators: all, references: all}\n"
                "  - {name: my::View, kind: view}\n"),
            "");
  EXPECT_EQ(Lib.resolve("my::Ring::drop", "").Row->What, Change::Erase);
  EXPECT_EQ(Lib.resolve("my::Ring::push_back", "V").Row, nullptr);
  EXPECT_EQ(Lib.findClass("my::View")->Kind, ClassKind::View);
}

TEST_F(Yaml, AUsersClassReplacesOurs) {
  ASSERT_EQ(add("containers:\n"
                "  - name: absl::flat_hash_map\n"
                "    like: absl::flat_hash_map\n"
                "    methods: [{name: evict, change: clear, iterators: all, references: all}]\n"),
            "");
  EXPECT_TRUE(Lib.findClass("absl::flat_hash_map")->FromUser);
  EXPECT_TRUE(Lib.resolve("absl::flat_hash_map::evict", "").Row);
  EXPECT_TRUE(Lib.resolve("absl::flat_hash_map::find", "V").Row);
}

TEST_F(Yaml, LikeMayNameAnEarlierClassOfTheDocument) {
  ASSERT_EQ(add("containers:\n"
                "  - {name: my::A, like: std::list, methods: [{name: zap, change: clear}]}\n"
                "  - {name: my::B, like: my::A}\n"),
            "");
  EXPECT_TRUE(Lib.resolve("my::B::zap", "").Row);
  EXPECT_TRUE(Lib.resolve("my::B::splice", "IC").Row);
}

TEST_F(Yaml, FunctionsWinOverOurs) {
  ASSERT_EQ(add("functions:\n"
                "  - {name: my::eraseAll, args: CV, roles: ck, change: erase, iterators: all,\n"
                "     references: all, end: all}\n"
                "  - {name: std::for_each, args: IIF, roles: be., source: ours}\n"),
            "");
  EXPECT_EQ(Lib.findFunction("my::eraseAll", "CV")->References, Scope::All);
  EXPECT_EQ(Lib.findFunction("std::for_each", "IIF")->Source, "ours");
  EXPECT_EQ(Lib.findFunction("std::find_if", "IIF")->Returns, Result::Find); // still there
}

TEST_F(Yaml, ClassesMayBeAboutThreads) {
  ASSERT_EQ(add("classes:\n"
                "  - name: my::Mutex\n"
                "    kind: mutex\n"
                "    methods:\n"
                "      - {name: acquire, sync: lock}\n"
                "      - {name: acquireFor, args: V, sync: try-lock}\n"
                "      - {name: release, sync: unlock}\n"
                "  - {name: my::Guard, like: std::lock_guard}\n"
                "  - name: my::Thread\n"
                "    kind: thread\n"
                "    methods:\n"
                "      - {name: start, sync: spawn, runs: main}\n"
                "      - {name: wait, sync: join}\n"
                "  - name: my::Table\n"
                "    like: tbb::concurrent_vector\n"
                "    kind: concurrent\n"
                "    methods: [{name: trim, change: shrink, touches: change}]\n"
                "functions:\n"
                "  - {name: my::spawn, args: VF, roles: .d, sync: spawn}\n"),
            "");
  EXPECT_EQ(Lib.resolve("my::Mutex::acquire", "").Row->Between, Sync::Lock);
  EXPECT_EQ(Lib.findClass("my::Mutex")->Kind, ClassKind::Mutex);
  EXPECT_EQ(Lib.resolve("my::Guard::{ctor}", "V").Row->Between, Sync::Hold);
  EXPECT_EQ(Lib.resolve("my::Thread::start", "").Row->Runs, "main");
  EXPECT_EQ(Lib.resolve("my::Thread::start", "F").Row->Roles, "d"); // What lowering makes of it.
  EXPECT_EQ(Lib.resolve("my::spawn", "VF").Row->Between, Sync::Spawn);
  const Library::Lookup Trim = Lib.resolve("my::Table::trim", "");
  EXPECT_EQ(touchOf(*Trim.Row, Trim.Class), Touch::Change);
}

TEST_F(Yaml, RolesMayBeLeftOut) {
  ASSERT_EQ(add("functions: [{name: my::peek, args: CV}]"), "");
  EXPECT_EQ(Lib.findFunction("my::peek", "CV")->Roles, "..");
}

//--- What is wrong, where, and what is allowed --------------------------------------

struct BadYaml : Yaml {
  void expectError(llvm::StringRef Text, llvm::StringRef Message) {
    size_t Classes = Lib.classes().size(), Functions = Lib.functions().size();
    EXPECT_EQ(add(Text), Message.str());
    EXPECT_EQ(Lib.classes().size(), Classes);
    EXPECT_EQ(Lib.functions().size(), Functions);
  }
};

TEST_F(BadYaml, UnknownKeys) {
  expectError(
      "containers:\n  - name: my::V\n    lke: std::vector\n",
      "dir/.holdfast.yaml:3:5: unknown key 'lke'; did you mean 'like'? (allowed here: name, "
      "kind, like, key, stable-references, implicitly-shared, methods)");
  expectError("functions:\n  - {name: f, iterator: all}\n",
              "dir/.holdfast.yaml:2:15: unknown key 'iterator'; did you mean 'iterators'? (allowed "
              "here: name, args, roles, change, iterators, references, end, when, returns, place, "
              "sync, runs, touches, source)");
  expectError("contianers:\n  - name: my::V\n",
              "dir/.holdfast.yaml:1:1: unknown key 'contianers'; did you mean 'containers'?");
}

TEST_F(BadYaml, UnknownValues) {
  expectError("containers: [{name: V, kind: contaner}]",
              "dir/.holdfast.yaml:1:30: kind is one of container, view, adaptor, smart-pointer, "
              "concurrent, inserter, iterator, signal, mutex, guard, thread, joining-thread, "
              "hand-over, option, proxy, scalar, not 'contaner'; did you mean 'container'?");
  expectError("functions:\n  - name: f\n    change: destroy\n",
              "dir/.holdfast.yaml:3:13: change is one of none, insert, erase, clear, assign, move, "
              "swap, splice, reserve, shrink, reorder, release, not 'destroy'");
  expectError("functions:\n  - name: f\n    iterators: from_position\n",
              "dir/.holdfast.yaml:3:16: iterators is one of none, erased, tombstone, "
              "from-position, growth, all, "
              "detach, middle, last-owner, not 'from_position'; did you mean 'from-position'?");
  expectError("containers: [{name: V, like: std::vector, stable-references: yes}]",
              "dir/.holdfast.yaml:1:62: stable-references is true or false, not 'yes'");
}

TEST_F(BadYaml, UnknownClass) {
  expectError("containers:\n  - name: my::V\n    like: std::vektor\n",
              "dir/.holdfast.yaml:3:11: like: no class 'std::vektor' is known; did you mean "
              "'std::vector'?");
  expectError("containers:\n  - {name: my::V, like: std::vector<int>}\n",
              "dir/.holdfast.yaml:2:25: 'std::vector<int>': leave out template arguments");
}

TEST_F(BadYaml, Letters) {
  expectError(
      "functions: [{name: f, args: XY}]",
      "dir/.holdfast.yaml:1:29: args has letter 'X' (allowed here: IFCMNV, and * at the end)");
  expectError(
      "functions: [{name: f, args: I, roles: q!}]",
      "dir/.holdfast.yaml:1:39: roles has letter '!' (allowed here: pbekhvsxyzinfcogaqwmrtldu.)");
  expectError("functions: [{name: f, args: II, roles: b}]",
              "dir/.holdfast.yaml:1:14: 'f': roles 'b' need one letter for each of args 'II'");
}

TEST_F(BadYaml, MissingParts) {
  expectError("containers: [{kind: view}]",
              "dir/.holdfast.yaml:1:15: a container needs a name, qualified: 'name: my::Map'");
  expectError(
      "containers: [{name: my::V}]",
      "dir/.holdfast.yaml:1:15: container 'my::V' has no methods begin and end: add them, or "
      "inherit them with 'like: std::vector'");
  expectError("functions: [{args: C}]", "dir/.holdfast.yaml:1:14: a function needs a name, "
                                        "qualified: 'name: my::erase_all'");
  expectError("functions: [{name: f, args: V, change: clear}]",
              "dir/.holdfast.yaml:1:14: function 'f' changes something, but no argument has role c "
              "(the container), b, p or o");
  expectError(
      "functions: [{name: f, end: erased}]",
      "dir/.holdfast.yaml:1:14: 'f': end is one of none, growth, all, detach, not 'erased'");
}

TEST_F(BadYaml, Threads) {
  expectError("functions: [{name: f, args: V, sync: spawn}]",
              "dir/.holdfast.yaml:1:14: 'f' starts a thread: one argument has role d (what the "
              "thread calls), or 'runs:' names the method of the object that it calls");
  expectError("functions: [{name: f, args: V, sync: keep}]",
              "dir/.holdfast.yaml:1:14: 'f' keeps a callable: one argument has role d");
  expectError("functions: [{name: f, args: V, sync: join}]",
              "dir/.holdfast.yaml:1:14: function 'f' needs an argument with role t (the thread)");
  expectError("functions: [{name: f, args: V, sync: await}]",
              "dir/.holdfast.yaml:1:14: function 'f' needs an argument with role w (what is "
              "signalled)");
  expectError("functions: [{name: f, runs: main}]",
              "dir/.holdfast.yaml:1:14: 'f': 'runs:' needs a 'sync:' that starts a thread: 'sync: "
              "spawn'");
}

TEST_F(BadYaml, Twice) {
  expectError("containers:\n  - {name: V, like: std::list}\n  - {name: V, like: std::list}\n",
              "dir/.holdfast.yaml:3:6: container 'V' is here twice");
  expectError("functions: [{name: f, name: g}]",
              "dir/.holdfast.yaml:1:23: key 'name' is here twice");
}

TEST_F(BadYaml, Shapes) {
  expectError("- a\n- b\n", "dir/.holdfast.yaml:1:1: expected keys and values (rows are in: "
                            "containers, classes, functions)");
  expectError("containers: std::vector\n",
              "dir/.holdfast.yaml:1:13: expected a list of containers: lines that begin with '- '");
  expectError("containers:\n  - std::vector\n",
              "dir/.holdfast.yaml:2:5: expected a container with keys (allowed here: name, kind, "
              "like, key, stable-references, implicitly-shared, methods)");
  expectError("containers: [{name: [a]}]", "dir/.holdfast.yaml:1:22: expected a class name");
}

TEST_F(BadYaml, NothingIsAddedWhenALaterRowIsWrong) {
  expectError(
      "containers: [{name: my::V, like: std::vector}]\nfunctions: [{name: f, args: Q}]",
      "dir/.holdfast.yaml:2:29: args has letter 'Q' (allowed here: IFCMNV, and * at the end)");
  EXPECT_EQ(Lib.findClass("my::V"), nullptr);
}

TEST_F(BadYaml, BrokenSyntaxSaysWhere) {
  std::string Message = add("containers: [{name: my::V\n");
  EXPECT_EQ(Message.rfind("dir/.holdfast.yaml:", 0), 0u) << Message;
  Message = add("containers:\n  - name: \"unterminated\n");
  EXPECT_EQ(Message.rfind("dir/.holdfast.yaml:", 0), 0u) << Message;
  Message = add("functions:\n  - name: f\n   args: V\n");
  EXPECT_EQ(Message.rfind("dir/.holdfast.yaml:", 0), 0u) << Message;
}

} // namespace

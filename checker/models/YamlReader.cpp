//===- YamlReader.cpp - rows of a .holdfast.yaml document -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/YamlReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace holdfast::models;

static std::string position(llvm::StringRef File, int Line, int Column) {
  return (File + ":" + llvm::Twine(Line) + ":" + llvm::Twine(Column) + ": ").str();
}

static llvm::Error failure(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

YamlReader::YamlReader(llvm::StringRef Text, llvm::StringRef FileName,
                       llvm::ArrayRef<llvm::StringRef> KnownClasses)
    : Stream(llvm::MemoryBufferRef(Text, FileName), Manager, /*ShowColors=*/false),
      Known(KnownClasses.begin(), KnownClasses.end()) {
  Manager.setDiagHandler(
      [](const llvm::SMDiagnostic &D, void *Self) {
        std::string &First = static_cast<YamlReader *>(Self)->SyntaxError;
        if (First.empty())
          First =
              position(D.getFilename(), D.getLineNo(), D.getColumnNo() + 1) + D.getMessage().str();
      },
      this);
}

llvm::Error YamlReader::broken() const {
  if (!SyntaxError.empty())
    return failure(SyntaxError);
  const llvm::MemoryBuffer *Buffer = Manager.getMemoryBuffer(Manager.getMainFileID());
  return failure(position(Buffer->getBufferIdentifier(), 1, 1) + "not YAML");
}

llvm::Error YamlReader::at(const Node &N, const llvm::Twine &Message) const {
  // A broken document may look as if it lacked something: the parser knows better.
  if (!SyntaxError.empty())
    return broken();
  auto [Line, Column] = Manager.getLineAndColumn(N.getSourceRange().Start);
  const llvm::MemoryBuffer *Buffer = Manager.getMemoryBuffer(Manager.getMainFileID());
  return failure(position(Buffer->getBufferIdentifier(), Line, Column) + Message);
}

llvm::Expected<std::string> YamlReader::text(Node *N, llvm::StringRef Wanted) const {
  if (auto *Scalar = llvm::dyn_cast_or_null<llvm::yaml::ScalarNode>(N)) {
    llvm::SmallString<64> Storage;
    return Scalar->getValue(Storage).str();
  }
  if (!N)
    return broken();
  return at(*N, "expected " + Wanted);
}

template <typename E>
llvm::Error YamlReader::enumerator(llvm::StringRef Key, Node &N, E &Into) const {
  auto Allowed = allWords<E>();
  std::string Wanted = (Key + " is one of " + llvm::join(Allowed, ", ")).str();
  llvm::Expected<std::string> Text = text(&N, Wanted);
  if (!Text)
    return Text.takeError();
  std::optional<E> Value = valueOf<E>(*Text);
  if (!Value)
    return at(N, Wanted + ", not '" + *Text + "'" + suggestion(*Text, Allowed));
  Into = *Value;
  return llvm::Error::success();
}

llvm::Error YamlReader::flag(llvm::StringRef Key, Node &N, std::optional<bool> &Into) const {
  llvm::Expected<std::string> Text = text(&N, "true or false");
  if (!Text)
    return Text.takeError();
  if (*Text != "true" && *Text != "false")
    return at(N, Key + " is true or false, not '" + *Text + "'");
  Into = *Text == "true";
  return llvm::Error::success();
}

llvm::Error YamlReader::mapping(Node &N, llvm::StringRef What,
                                llvm::ArrayRef<llvm::StringRef> Allowed, Reader Read) const {
  auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(&N);
  std::string Keys = "allowed here: " + llvm::join(Allowed, ", ");
  if (!Map)
    return at(N, "expected " + What + " with keys (" + Keys + ")");
  llvm::StringSet<> Seen;
  for (llvm::yaml::KeyValueNode &Pair : *Map) {
    llvm::Expected<std::string> Key = text(Pair.getKey(), "a key (" + Keys + ")");
    if (!Key)
      return Key.takeError();
    if (!llvm::is_contained(Allowed, *Key))
      return at(*Pair.getKey(),
                "unknown key '" + *Key + "'" + suggestion(*Key, Allowed) + " (" + Keys + ")");
    if (!Seen.insert(*Key).second)
      return at(*Pair.getKey(), "key '" + *Key + "' is here twice");
    llvm::yaml::Node *Value = Pair.getValue();
    if (!Value)
      return broken();
    if (llvm::Error E = Read(*Key, *Value))
      return E;
  }
  return SyntaxError.empty() ? llvm::Error::success() : broken();
}

llvm::Error YamlReader::sequence(Node &N, llvm::StringRef What,
                                 llvm::function_ref<llvm::Error(Node &)> Read) const {
  if (llvm::isa<llvm::yaml::NullNode>(&N))
    return llvm::Error::success();
  auto *Items = llvm::dyn_cast<llvm::yaml::SequenceNode>(&N);
  if (!Items)
    return at(N, "expected a list of " + What + ": lines that begin with '- '");
  for (Node &Item : *Items)
    if (llvm::Error E = Read(Item))
      return E;
  return SyntaxError.empty() ? llvm::Error::success() : broken();
}

llvm::Expected<UserRows> YamlReader::read() {
  UserRows Rows;
  auto Document = Stream.begin();
  if (Document == Stream.end())
    return SyntaxError.empty() ? llvm::Expected<UserRows>(std::move(Rows)) : broken();
  Node *Root = Document->getRoot();
  if (!Root || !SyntaxError.empty())
    return broken();
  if (llvm::isa<llvm::yaml::NullNode>(Root))
    return std::move(Rows);
  if (llvm::Error E = readRoot(*Root, Rows))
    return std::move(E);
  return std::move(Rows);
}

llvm::Error YamlReader::readSection(llvm::StringRef Key, llvm::yaml::KeyValueNode &Pair,
                                    Node &Value, UserRows &Rows) {
  if (Key == "containers" || Key == "classes") // Locks and threads are no containers.
    return sequence(Value, Key, [&](Node &Item) { return readClass(Item, Rows); });
  if (Key == "functions")
    return sequence(Value, Key, [&](Node &Item) -> llvm::Error {
      llvm::Expected<Operation> Row = readRow(Item, /*IsFunction=*/true);
      if (!Row)
        return Row.takeError();
      Rows.Functions.push_back(std::move(*Row));
      return llvm::Error::success();
    });
  const llvm::StringRef Ours[] = {"containers", "classes", "functions"};
  if (std::string Meant = suggestion(Key, Ours); !Meant.empty())
    return at(*Pair.getKey(), "unknown key '" + Key + "'" + Meant);
  Value.skip();
  return llvm::Error::success();
}

llvm::Error YamlReader::readRoot(Node &Root, UserRows &Rows) {
  auto *Map = llvm::dyn_cast<llvm::yaml::MappingNode>(&Root);
  if (!Map)
    return at(Root, "expected keys and values (rows are in: containers, classes, functions)");
  for (llvm::yaml::KeyValueNode &Pair : *Map) {
    llvm::Expected<std::string> Key = text(Pair.getKey(), "a key");
    if (!Key)
      return Key.takeError();
    llvm::yaml::Node *Value = Pair.getValue();
    if (!Value)
      return broken();
    if (llvm::Error E = readSection(*Key, Pair, *Value, Rows))
      return E;
  }
  return SyntaxError.empty() ? llvm::Error::success() : broken();
}

llvm::Error YamlReader::readClassKey(llvm::StringRef Key, Node &Value, UserClass &C) {
  if (Key == "methods")
    return sequence(Value, "methods", [&](Node &Item) -> llvm::Error {
      llvm::Expected<Operation> Row = readRow(Item, /*IsFunction=*/false);
      if (!Row)
        return Row.takeError();
      C.Methods.push_back(std::move(*Row));
      return llvm::Error::success();
    });
  if (Key == "kind")
    return enumerator(Key, Value, C.Kind.emplace());
  if (Key == "stable-references")
    return flag(Key, Value, C.StableReferences);
  if (Key == "implicitly-shared")
    return flag(Key, Value, C.ImplicitlyShared);
  llvm::Expected<std::string> Text =
      text(&Value, Key == "key" ? "the member that is the key, \"\" or \"-\"" : "a class name");
  if (!Text)
    return Text.takeError();
  if (Key == "key") {
    C.KeyField = *Text;
    return llvm::Error::success();
  }
  if (llvm::StringRef(*Text).contains('<') && !llvm::StringRef(*Text).contains("<*, "))
    return at(Value, "'" + *Text + "': leave out template arguments");
  if (Key == "like" && !llvm::is_contained(Known, *Text) && !llvm::is_contained(Earlier, *Text))
    return at(Value, "like: no class '" + *Text + "' is known" + suggestion(*Text, Known));
  (Key == "like" ? C.Like : C.Name) = *Text;
  return llvm::Error::success();
}

llvm::Error YamlReader::readClass(Node &N, UserRows &Rows) {
  const llvm::StringRef Allowed[] = {
      "name", "kind", "like", "key", "stable-references", "implicitly-shared", "methods"};
  UserClass C;
  if (llvm::Error E = mapping(N, "a container", Allowed, [&](llvm::StringRef Key, Node &Value) {
        return readClassKey(Key, Value, C);
      }))
    return E;
  if (llvm::Error E = checkClass(N, C))
    return E;
  Earlier.push_back(C.Name);
  Rows.Classes.push_back(std::move(C));
  return llvm::Error::success();
}

llvm::Error YamlReader::checkClass(const Node &N, const UserClass &C) const {
  if (C.Name.empty())
    return at(N, "a container needs a name, qualified: 'name: my::Map'");
  if (llvm::is_contained(Earlier, C.Name))
    return at(N, "container '" + C.Name + "' is here twice");
  auto Has = [&](llvm::StringRef Name) {
    return llvm::any_of(C.Methods, [&](const Operation &Row) { return Row.Name == Name; });
  };
  if (C.Like.empty() && C.Kind.value_or(ClassKind::Container) == ClassKind::Container &&
      !(Has("begin") && Has("end")))
    return at(N, "container '" + C.Name +
                     "' has no methods begin and end: add them, or inherit them with "
                     "'like: std::vector'");
  return llvm::Error::success();
}

llvm::Error YamlReader::readRowKey(llvm::StringRef Key, Node &Value, Operation &Row) const {
  if (Key == "change")
    return enumerator(Key, Value, Row.What);
  if (Key == "iterators")
    return enumerator(Key, Value, Row.Iterators);
  if (Key == "references")
    return enumerator(Key, Value, Row.References);
  if (Key == "end")
    return enumerator(Key, Value, Row.End);
  if (Key == "when")
    return enumerator(Key, Value, Row.When);
  if (Key == "place")
    return enumerator(Key, Value, Row.Where);
  if (Key == "returns")
    return enumerator(Key, Value, Row.Returns);
  if (Key == "sync")
    return enumerator(Key, Value, Row.Between);
  if (Key == "touches")
    return enumerator(Key, Value, Row.Touches);
  llvm::Expected<std::string> Text = text(&Value, "a word");
  if (!Text)
    return Text.takeError();
  if (Key == "args" || Key == "roles") {
    llvm::StringRef Letters = Key == "args" ? PatternLetters : RoleLetters;
    llvm::StringRef Checked = *Text;
    if (Key == "args")
      Checked.consume_back("*");
    size_t Bad = Checked.find_first_not_of(Letters);
    if (Bad != llvm::StringRef::npos)
      return at(Value, Key + " has letter '" + llvm::Twine(Checked[Bad]) + "' (allowed here: " +
                           Letters + (Key == "args" ? ", and * at the end" : "") + ")");
  }
  (Key == "name"    ? Row.Name
   : Key == "args"  ? Row.Pattern
   : Key == "roles" ? Row.Roles
   : Key == "runs"  ? Row.Runs
                    : Row.Source) = *Text;
  return llvm::Error::success();
}

llvm::Expected<Operation> YamlReader::readRow(Node &N, bool IsFunction) {
  const llvm::StringRef Allowed[] = {"name",       "args", "roles",   "change",  "iterators",
                                     "references", "end",  "when",    "returns", "place",
                                     "sync",       "runs", "touches", "source"};
  Operation Row;
  bool HasRoles = false;
  llvm::Error E = mapping(N, IsFunction ? "a function" : "a method", Allowed,
                          [&](llvm::StringRef Key, Node &Value) {
                            HasRoles |= Key == "roles";
                            return readRowKey(Key, Value, Row);
                          });
  if (!E)
    E = checkRow(N, Row, HasRoles, IsFunction);
  if (E)
    return std::move(E);
  return std::move(Row);
}

/// A row about threads names the callable and, of a function, what it is about.
llvm::Error YamlReader::checkThreads(const Node &N, const Operation &Row, bool IsFunction) const {
  llvm::StringRef Roles = Row.Roles;
  const bool IsCalled = llvm::is_contained(
      {Sync::Spawn, Sync::SpawnMany, Sync::SpawnInTurn, Sync::Parallel}, Row.Between);
  if (Row.Between == Sync::Keep && !Roles.contains('d'))
    return at(N, "'" + Row.Name + "' keeps a callable: one argument has role d");
  if (IsCalled && Row.Runs.empty() && !Roles.contains('d'))
    return at(N, "'" + Row.Name +
                     "' starts a thread: one argument has role d (what the thread calls), or "
                     "'runs:' names the method of the object that it calls");
  if (!Row.Runs.empty() && !IsCalled)
    return at(N, "'" + Row.Name + "': 'runs:' needs a 'sync:' that starts a thread: 'sync: spawn'");
  if (IsFunction && (Row.Between == Sync::Join || Row.Between == Sync::Detach) &&
      !Roles.contains('t'))
    return at(N, "function '" + Row.Name + "' needs an argument with role t (the thread)");
  if (IsFunction &&
      llvm::is_contained({Sync::Signal, Sync::Await, Sync::SignalAwait}, Row.Between) &&
      !Roles.contains('w'))
    return at(N, "function '" + Row.Name + "' needs an argument with role w (what is signalled)");
  return llvm::Error::success();
}

llvm::Error YamlReader::checkRow(const Node &N, Operation &Row, bool HasRoles,
                                 bool IsFunction) const {
  if (Row.Name.empty())
    return at(N, IsFunction ? "a function needs a name, qualified: 'name: my::erase_all'"
                            : "a method needs a name: 'name: erase'");
  if (llvm::StringRef(Row.Name).contains("<") && !llvm::StringRef(Row.Name).contains("operator"))
    return at(N, "'" + Row.Name + "': leave out template arguments");
  size_t Arguments = llvm::StringRef(Row.Pattern).rtrim('*').size();
  if (!HasRoles)
    Row.Roles.assign(Arguments, '.');
  if (Row.Roles.size() != Arguments)
    return at(N, "'" + Row.Name + "': roles '" + Row.Roles +
                     "' need one letter for each of args '" + Row.Pattern + "'");
  if (Row.End != Scope::None && Row.End != Scope::Growth && Row.End != Scope::All &&
      Row.End != Scope::Detach)
    return at(N, "'" + Row.Name + "': end is one of none, growth, all, detach, not '" +
                     wordFor(Row.End) + "'");
  if (llvm::Error E = checkThreads(N, Row, IsFunction))
    return E;
  if (IsFunction && Row.What != Change::None &&
      llvm::StringRef(Row.Roles).find_first_of("cbpo") == llvm::StringRef::npos)
    return at(N, "function '" + Row.Name +
                     "' changes something, but no argument has role c (the container), b, p or o");
  return llvm::Error::success();
}

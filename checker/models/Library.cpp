//===- Library.cpp - lookup of model rows -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Tables.h"
#include "llvm/ADT/STLExtras.h"

using namespace holdfast::models;

/// One pattern letter against one shape letter: V accepts every argument, C a moved container, too.
static bool acceptsLetter(char Pattern, char Shape) {
  return Pattern == Shape || Pattern == 'V' || (Pattern == 'C' && Shape == 'M');
}

bool holdfast::models::matchesShape(llvm::StringRef Pattern, llvm::StringRef Shape) {
  bool Open = Pattern.consume_back("*");
  if (Open ? Shape.size() < Pattern.size() : Shape.size() != Pattern.size())
    return false;
  for (size_t I = 0; I < Pattern.size(); ++I)
    if (!acceptsLetter(Pattern[I], Shape[I]))
      return false;
  return true;
}

Touch holdfast::models::touchOf(const Operation &Row, const ClassModel *Class) {
  if (Row.Touches != Touch::Unstated)
    return Row.Touches;
  if (!Class || Row.Name == "{ctor}" || Row.Between != Sync::None)
    return Touch::Nothing;
  if (Class->Kind == ClassKind::Concurrent)
    return Row.Name == "{dtor}"       ? Touch::Change
           : Row.What == Change::None ? Touch::Element
                                      : Touch::Concurrent;
  if (Class->Kind != ClassKind::Container && Class->Kind != ClassKind::Adaptor &&
      Class->Kind != ClassKind::Scalar)
    return Touch::Nothing;
  if (Row.What != Change::None)
    return Touch::Change;
  switch (Row.Returns) {
  case Result::Element:
  case Result::First:
  case Result::Last:
  case Result::Data:
    return Touch::Element;
  default:
    return Touch::Structure;
  }
}

const Operation *RowIndex::find(llvm::ArrayRef<Operation> Rows, llvm::StringRef Name,
                                llvm::StringRef Shape) const {
  auto Found = Positions.find(Name);
  if (Found == Positions.end())
    return nullptr;
  for (uint32_t Position : Found->second)
    if (matchesShape(Rows[Position].Pattern, Shape))
      return &Rows[Position];
  return nullptr;
}

Family &Library::Tables::addFamily(llvm::StringRef Name, llvm::StringRef Source) {
  Families.push_back(std::make_unique<Family>());
  Family &F = *Families.back();
  F.Name = Name.str();
  F.Source = Source.str();
  FamilyByName[Name] = &F;
  return F;
}

/// Where a method starts a thread that runs another method of the object, lowering makes the
/// callable its argument.
static void addCallables(std::vector<Operation> &Rows) {
  std::vector<Operation> Added;
  for (const Operation &Row : Rows)
    if (!Row.Runs.empty() && llvm::StringRef(Row.Roles).find('d') == llvm::StringRef::npos &&
        llvm::none_of(Added, [&](const Operation &A) { return A.Name == Row.Name; })) {
      Operation &New = Added.emplace_back(Row);
      New.Pattern = "F";
      New.Roles = "d";
      New.Runs.clear();
    }
  Rows.insert(Rows.begin(), Added.begin(), Added.end());
}

void Library::Tables::addClass(std::unique_ptr<ClassModel> C, llvm::ArrayRef<SharedRows> Shared) {
  addCallables(C->Own);
  auto Index = std::make_unique<ClassIndex>();
  for (uint32_t I = 0; I < C->Own.size(); ++I)
    Index->Own.add(C->Own[I].Name, I);
  Index->Shared.assign(Shared.begin(), Shared.end());
  C->Families.clear();
  for (const SharedRows &S : Shared)
    C->Families.push_back(S.Rows);
  ClassByName[C->Name] = C.get();
  ClassIndexes[C.get()] = std::move(Index);
  Classes.push_back(std::move(C));
}

llvm::SmallVector<Library::Tables::SharedRows, 8>
Library::Tables::rowsOf(const ClassModel &C) const {
  const ClassIndex &Index = *indexOf(C);
  llvm::SmallVector<SharedRows, 8> Result = {{&C.Own, &Index.Own}};
  Result.append(Index.Shared.begin(), Index.Shared.end());
  return Result;
}

void Library::Tables::addFunction(Operation Row) {
  FunctionIndex.add(Row.Name, static_cast<uint32_t>(Functions.size()));
  Functions.push_back(std::move(Row));
}

void Library::Tables::addUserFunctions(std::vector<Operation> Rows, llvm::StringRef Source) {
  for (Operation &Row : Rows)
    if (Row.Source.empty())
      Row.Source = Source.str();
  Rows.insert(Rows.end(), std::make_move_iterator(Functions.begin()),
              std::make_move_iterator(Functions.end()));
  Functions.clear();
  FunctionIndex.clear();
  for (Operation &Row : Rows)
    addFunction(std::move(Row));
}

const Library::Tables::ClassIndex *Library::Tables::indexOf(const ClassModel &C) const {
  auto Found = ClassIndexes.find(&C);
  return Found == ClassIndexes.end() ? nullptr : Found->second.get();
}

Library Library::builtin() {
  Library Lib;
  Lib.T->addLines(builtinLines());
  return Lib;
}

Library::Library() : T(std::make_unique<Tables>()) {}
Library::Library(Library &&) = default;
Library &Library::operator=(Library &&) = default;
Library::~Library() = default;

const ClassModel *Library::findClass(llvm::StringRef QualifiedName) const {
  return T->ClassByName.lookup(QualifiedName);
}

const Operation *Library::findMethod(const ClassModel &Class, llvm::StringRef Name,
                                     llvm::StringRef Shape) const {
  const Tables::ClassIndex *Index = T->indexOf(Class);
  if (!Index)
    return nullptr;
  if (const Operation *Row = Index->Own.find(Class.Own, Name, Shape))
    return Row;
  for (const Tables::SharedRows &Shared : Index->Shared)
    if (const Operation *Row = Shared.Index->find(*Shared.Rows, Name, Shape))
      return Row;
  return nullptr;
}

const Operation *Library::findFunction(llvm::StringRef QualifiedName, llvm::StringRef Shape) const {
  return T->FunctionIndex.find(T->Functions, QualifiedName, Shape);
}

Library::Lookup Library::findFunctionOn(const ClassModel &First, llvm::StringRef QualifiedName,
                                        llvm::StringRef Shape) const {
  if (const Operation *Row = findMethod(First, QualifiedName, Shape))
    return {Row, &First};
  return {findFunction(QualifiedName, Shape), nullptr};
}

Library::Lookup Library::resolve(llvm::StringRef Name, llvm::StringRef Shape) const {
  // The class is the longest prefix that names one: what follows may itself be qualified
  // ("std::vector::std::swap", "std::basic_string::operator std::basic_string_view").
  for (size_t End = Name.rfind("::"); End != llvm::StringRef::npos && End != 0;
       End = Name.take_front(End).rfind("::")) {
    const ClassModel *Class = findClass(Name.take_front(End));
    if (!Class)
      continue;
    if (const Operation *Row = findMethod(*Class, Name.drop_front(End + 2), Shape))
      return {Row, Class};
  }
  return {findFunction(Name, Shape), nullptr};
}

llvm::ArrayRef<std::unique_ptr<ClassModel>> Library::classes() const { return T->Classes; }
llvm::ArrayRef<Operation> Library::functions() const { return T->Functions; }

//===- Yaml.cpp - a user's rows join the tables -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Tables.h"
#include "models/YamlReader.h"

using namespace holdfast::models;

/// The rows of User, then those of the class it is like: what the user says wins.
static std::unique_ptr<ClassModel> makeClass(UserClass &&User, const ClassModel *Like) {
  auto C = std::make_unique<ClassModel>();
  if (Like)
    *C = *Like;
  else
    C->KeyField = "-";
  C->Name = std::move(User.Name);
  C->Kind = User.Kind.value_or(C->Kind);
  C->KeyField = User.KeyField.value_or(C->KeyField);
  C->StableReferences = User.StableReferences.value_or(C->StableReferences);
  C->ImplicitlyShared = User.ImplicitlyShared.value_or(C->ImplicitlyShared);
  C->FromUser = true;
  C->Families.clear();
  C->Own.insert(C->Own.begin(), std::make_move_iterator(User.Methods.begin()),
                std::make_move_iterator(User.Methods.end()));
  return C;
}

llvm::Error Library::addFromYaml(llvm::StringRef Yaml, llvm::StringRef FileName) {
  std::vector<llvm::StringRef> Known;
  for (const auto &C : T->Classes)
    Known.push_back(C->Name);
  llvm::Expected<UserRows> Rows = YamlReader(Yaml, FileName, Known).read();
  if (!Rows)
    return Rows.takeError();
  for (UserClass &User : Rows->Classes) {
    for (Operation &Row : User.Methods)
      if (Row.Source.empty())
        Row.Source = FileName.str();
    const ClassModel *Like = User.Like.empty() ? nullptr : findClass(User.Like);
    llvm::SmallVector<const Family *, 8> Families;
    if (Like)
      Families = T->indexOf(*Like)->Families;
    T->addClass(makeClass(std::move(User), Like), Families);
  }
  T->addUserFunctions(std::move(Rows->Functions), FileName);
  return llvm::Error::success();
}

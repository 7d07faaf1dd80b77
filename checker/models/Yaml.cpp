//===- Yaml.cpp - a user's rows join the tables -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Tables.h"
#include "models/YamlReader.h"

using namespace holdfast::models;

/// A class with the rows of User; what User leaves unset is as in Like.
static std::unique_ptr<ClassModel> makeClass(UserClass &&User, const ClassModel *Like) {
  ClassModel Default;
  Default.KeyField = "-";
  if (!Like)
    Like = &Default;
  auto C = std::make_unique<ClassModel>();
  C->Name = std::move(User.Name);
  C->Kind = User.Kind.value_or(Like->Kind);
  C->KeyField = User.KeyField.value_or(Like->KeyField);
  C->StableReferences = User.StableReferences.value_or(Like->StableReferences);
  C->ImplicitlyShared = User.ImplicitlyShared.value_or(Like->ImplicitlyShared);
  C->Lazy = Like->Lazy;
  C->FromUser = true;
  C->Own = std::move(User.Methods);
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
    // What the user says is asked first.
    llvm::SmallVector<Tables::SharedRows, 8> Shared;
    if (Like)
      Shared = T->rowsOf(*Like);
    T->addClass(makeClass(std::move(User), Like), Shared);
  }
  T->addUserFunctions(std::move(Rows->Functions), FileName);
  return llvm::Error::success();
}

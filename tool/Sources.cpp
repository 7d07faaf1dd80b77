//===- Sources.cpp - text of the files that findings are in ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Sources.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {

const std::vector<llvm::StringRef> &Sources::lines(llvm::StringRef File) {
  std::unique_ptr<Text> &T = Files[File];
  if (T)
    return T->Lines;
  T = std::make_unique<Text>();
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
  if (!Buffer)
    return T->Lines;
  T->Buffer = std::move(*Buffer);
  llvm::StringRef Rest = T->Buffer->getBuffer();
  while (!Rest.empty()) {
    auto [Line, After] = Rest.split('\n');
    T->Lines.push_back(Line.rtrim('\r'));
    Rest = After;
  }
  return T->Lines;
}

llvm::StringRef Sources::line(llvm::StringRef File, unsigned Number) {
  const std::vector<llvm::StringRef> &All = lines(File);
  return Number == 0 || Number > All.size() ? "" : All[Number - 1];
}

llvm::StringRef Sources::text(llvm::StringRef File) {
  lines(File);
  const std::unique_ptr<llvm::MemoryBuffer> &Buffer = Files[File]->Buffer;
  return Buffer ? Buffer->getBuffer() : "";
}

size_t Sources::offset(llvm::StringRef File, unsigned Line, unsigned Column) {
  const std::vector<llvm::StringRef> &All = lines(File);
  if (Line == 0 || Line > All.size())
    return 0;
  return All[Line - 1].data() - Files[File]->Buffer->getBufferStart() + (Column ? Column - 1 : 0);
}

std::pair<unsigned, unsigned> Sources::position(llvm::StringRef File, size_t Offset) {
  const std::vector<llvm::StringRef> &All = lines(File);
  if (All.empty())
    return {1, 1};
  const char *At = Files[File]->Buffer->getBufferStart() + Offset;
  auto After = llvm::partition_point(All, [&](llvm::StringRef Line) { return Line.data() <= At; });
  const llvm::StringRef &Line = *std::prev(After);
  return {After - All.begin(), At - Line.data() + 1};
}

} // namespace holdfast::tool

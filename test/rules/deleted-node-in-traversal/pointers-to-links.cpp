//===- pointers-to-links.cpp - lists walked by pointers to links -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The pointer is to the link that leads to the node, so it outlives the node.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++

// Some stay; nobody sees how the others are copied. Found in OpenTTD.
struct Setting {
  Setting *next = nullptr;
  int status = 0;
  Setting(const Setting &other);
};
const Setting *findSetting(int status);
void replaceSome(Setting *&head, Setting *&selected) {
  for (Setting **link = &head; *link != nullptr; link = &(*link)->next) {
    Setting *old = *link;
    const Setting *found = findSetting(old->status);
    if (found == nullptr)
      continue;
    *link = new Setting(*found);
    (*link)->next = old->next;
    if (selected == old)
      selected = *link;
    delete old;
  }
}
// The same, but from the old one on.
void replaceAndForget(Setting *&head) {
  for (Setting **link = &head; *link != nullptr; link = &(*link)->next) { // finding: deleted-node-in-traversal
    Setting *old = *link;
    if (findSetting(old->status) == nullptr)
      continue;
    delete old;
  }
}

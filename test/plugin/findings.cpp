// Every rule, with its notes, in both clang-tidy; both say the same.
//
// RUN: %tidy22 -checks='-*,holdfast-*' %s -- -std=c++17 > %t.22
// RUN: %tidy19 -checks='-*,holdfast-*' %s -- -std=c++17 > %t.19
// RUN: FileCheck %s < %t.22
// RUN: diff %t.22 %t.19
#include <map>
#include <vector>

void eraseInRangeFor(std::map<int, int> &m) {
  for (auto &[key, value] : m)
    if (value == 0)
      m.erase(key);
}
// CHECK: findings.cpp:13:7: warning: erasing from 'm' while the range-for at line 11 iterates it [holdfast-mutate-while-iterating]
// CHECK: 13 |       m.erase(key);
// CHECK-NEXT: |       ^~~~~~~~~~~~
// CHECK-NEXT: |       it = m.erase(it)
// CHECK-NEXT: findings.cpp:11:{{.*}} note: the range-for keeps hidden begin and end iterators into 'm'
// CHECK: findings.cpp:13:{{.*}} note: use 'std::erase_if(m, ...)' (C++20)

int afterGrowth(std::vector<int> &v) {
  auto it = v.begin();
  v.push_back(1);
  return *it;
}
// CHECK: findings.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: iterator 'it' is used after inserting into 'v' may have invalidated it [holdfast-invalidated-iterator]
// CHECK: findings.cpp:[[#@LINE-5]]:{{.*}} note: the iterator is made here
// CHECK: findings.cpp:[[#@LINE-5]]:{{.*}} note: inserting into 'v' here may move its elements

int reference(std::vector<int> &v) {
  int &first = v.front();
  v.push_back(1);
  return first;
}
// CHECK: findings.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: reference 'first' is used after inserting into 'v' may have invalidated it [holdfast-invalidated-reference]

struct Node {
  Node *next;
};
void clear(Node *head) {
  for (Node *n = head; n; n = n->next)
    delete n;
}
// CHECK: findings.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: the loop at line [[#@LINE-3]] reads 'n' after it was deleted [holdfast-deleted-node-in-traversal]

void sound(std::map<int, int> &m) {
  for (auto it = m.begin(); it != m.end();)
    it = it->second == 0 ? m.erase(it) : std::next(it);
}
// CHECK-NOT: warning:

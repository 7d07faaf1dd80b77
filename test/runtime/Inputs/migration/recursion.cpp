// Cancelling a task cancels those it has started: the loop is entered again from its body.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER

class Tasks {
public:
  void start(int id, int parent) { parents.try_emplace(id, parent); }
  void cancel(int id) {
    for (const auto &[task, parent] : parents)
      if (parent == id)
        cancel(task);
    parents.erase(id);
  }
  std::size_t size() const { return parents.size(); }

private:
  MAP<int, int> parents;
};

int main() {
  Tasks tasks;
  tasks.start(1, 0);
  for (int i = 2; i <= 127; ++i) // a binary tree
    tasks.start(i, i / 2);
  tasks.cancel(2);
  return tasks.size() == 64 ? 0 : 1;
}

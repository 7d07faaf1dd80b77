// A callback takes its own registration away while all are notified.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <functional>

class Subject {
public:
  int add(std::function<void()> callback) {
    observers.try_emplace(++last, std::move(callback));
    return last;
  }
  void remove(int id) { observers.erase(id); }
  void notify() {
    for (const auto &[id, callback] : observers)
      callback();
  }
  std::size_t size() const { return observers.size(); }

private:
  MAP<int, std::function<void()>> observers;
  int last = 0;
};

int main() {
  Subject subject;
  int called = 0;
  for (int i = 0; i < 20; ++i)
    subject.add([&subject, &called, id = i + 1] {
      ++called;
      subject.remove(id);
    });
  subject.notify();
  return called == 20 && subject.size() == 0 ? 0 : 1;
}

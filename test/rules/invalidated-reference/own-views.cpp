//===- own-views.cpp - the user's own spans, views and handles --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include <cstddef>
#include <cstring>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

//===----------------------------------------------------------------------===//
// A span that keeps data() and size()
//===----------------------------------------------------------------------===//

template <typename T> class Span {
  T *first;
  std::size_t count;

public:
  Span(T *data, std::size_t size) : first(data), count(size) {}
  template <typename V> Span(V &other) : first(other.data()), count(other.size()) {}
  T *data() const { return first; }
  T *begin() const { return first; }
  T *end() const { return first + count; }
  std::size_t size() const { return count; }
  T &operator[](std::size_t i) const { return first[i]; }
};

int spanAcrossGrowth(std::vector<int> &v) {
  Span<int> span(v);
  v.push_back(1);
  return span[0]; // finding: invalidated-reference
}

int spanOfDataAcrossGrowth(std::vector<int> &v) {
  Span<int> span{v.data(), v.size()};
  v.push_back(1);
  return *span.data(); // finding: invalidated-reference
}

int spanIterated(std::vector<int> &v) {
  int sum = 0;
  for (int &x : Span<int>(v)) {
    sum += x;
    v.push_back(x); // finding: mutate-while-iterating
  }
  return sum;
}

static int sumOf(Span<const int> span) {
  int sum = 0;
  for (const int &x : span)
    sum += x;
  return sum;
}

int spanPassed(std::vector<int> &v) {
  Span<const int> span(v);
  v.clear();
  v.push_back(2);
  return sumOf(span); // finding: invalidated-reference
}

std::vector<int> spanCopiedTooLate(std::vector<int> &v) {
  Span<int> span(v);
  v.push_back(1);
  return std::vector<int>(span.begin(), span.end()); // finding: invalidated-reference
}

std::vector<int> spanCopied(std::vector<int> &v) {
  Span<int> span(v);
  std::vector<int> copy(span.begin(), span.end());
  v.push_back(1);
  return copy;
}

int spanTakenAgain(std::vector<int> &v) {
  Span<int> span(v);
  int first = span[0];
  v.push_back(first);
  span = Span<int>(v);
  return span[0];
}

int spanOfOther(std::vector<int> &v, std::vector<int> &other) {
  Span<int> span(v);
  other.push_back(1);
  return span[0] + sumOf(v);
}

int sumThenGrow(std::vector<int> &v) {
  int sum = sumOf(v);
  v.push_back(sum);
  return sum + sumOf(v);
}

int sizeAcrossGrowth(std::vector<int> &v) {
  Span<int> span(v);
  v.push_back(1);
  return static_cast<int>(span.size());
}

// Of a container of the user, that reads the span's end.
class Stream {
public:
  std::size_t size() const { return bytes.size() - position; }
  const char *data() const { return bytes.data() + position; }
  void read(Span<char> to) {
    std::memcpy(to.data(), &bytes[position], to.size());
    position += to.size();
    if (position == bytes.size()) {
      position = 0;
      bytes.clear();
    }
  }
  Stream &operator>>(char &c) {
    read(Span<char>(&c, 1));
    return *this;
  }

private:
  std::vector<char> bytes;
  std::size_t position = 0;
};

static bool erase(Span<const char> key) { return key.begin() != key.end() && *key.begin() == 'x'; }

bool readThenErase(Stream &key) {
  Span<const char> all{key};
  char type;
  key >> type;
  return type == 'k' && erase(all); // finding: invalidated-reference
}

bool eraseThenRead(Stream &key) {
  Span<const char> all{key};
  bool erased = erase(all);
  char type;
  key >> type;
  return erased && type == 'k';
}

//===----------------------------------------------------------------------===//
// A view of an element, of a container
//===----------------------------------------------------------------------===//

struct Entry {
  std::string name;
  int uses = 0;
};

// Keeps the address of an element.
class EntryView {
public:
  explicit EntryView(Entry &entry) : entry(&entry) {}
  const std::string &name() const { return entry->name; }
  void use() { ++entry->uses; }

private:
  Entry *entry;
};

// Keeps a reference to one.
class FirstEntry {
public:
  explicit FirstEntry(std::vector<Entry> &entries) : first(entries.front()) {}
  int uses() const { return first.uses; }

private:
  Entry &first;
};

// Keeps the container only.
class AllEntries {
public:
  explicit AllEntries(std::vector<Entry> &entries) : entries(entries) {}
  int firstUses() const { return entries.front().uses; }

private:
  std::vector<Entry> &entries;
};

void elementAcrossGrowth(std::vector<Entry> &entries) {
  EntryView view(entries[0]);
  entries.push_back({});
  view.use(); // finding: invalidated-reference
}

int frontAcrossGrowth(std::vector<Entry> &entries) {
  FirstEntry first(entries);
  entries.push_back({});
  return first.uses(); // finding: invalidated-reference
}

int containerAcrossGrowth(std::vector<Entry> &entries) {
  AllEntries all(entries);
  entries.push_back({});
  return all.firstUses();
}

int elementOfMapAcrossGrowth(std::map<int, Entry> &entries) {
  EntryView view(entries[0]);
  entries[1].uses = 1;
  view.use();
  return static_cast<int>(view.name().size());
}

int frontBeforeGrowth(std::vector<Entry> &entries) {
  FirstEntry first(entries);
  int uses = first.uses();
  entries.push_back({});
  return uses;
}

// Made by a method.
class Table {
public:
  EntryView at(int id) { return EntryView(entries[static_cast<std::size_t>(id)]); }
  Span<Entry> all() { return Span<Entry>(entries.data(), entries.size()); }
  void add(const char *name) { entries.push_back({name, 0}); }

private:
  std::vector<Entry> entries;
};

void madeAcrossGrowth(Table &table) {
  EntryView view = table.at(0);
  table.add("x");
  view.use(); // finding: invalidated-reference
}

void madeIterated(Table &table) {
  for (Entry &entry : table.all())
    if (entry.uses == 0)
      table.add("y"); // finding: mutate-while-iterating
}

void madeAgain(Table &table) {
  EntryView view = table.at(0);
  view.use();
  table.add("x");
  table.at(0).use();
  view = table.at(1);
  view.use();
}

//===----------------------------------------------------------------------===//
// Handles in members
//===----------------------------------------------------------------------===//

class Playlist {
public:
  using Iterator = std::vector<Entry>::iterator;

  // The callee changes what the member refers to.
  int selectAndAdd() {
    current = &entries.front();
    add();
    return current->uses; // finding: invalidated-reference
  }

  int addAndSelect() {
    add();
    current = &entries.front();
    return current->uses;
  }

  // Both happen in callees.
  int selectInCallee() {
    select();
    add();
    return usesOfCurrent(); // finding: invalidated-reference
  }

  // The change mends the member.
  int selectAndAddSafely() {
    select();
    addSafely();
    return usesOfCurrent();
  }

  int selectAgain() {
    select();
    add();
    select();
    return usesOfCurrent();
  }

private:
  void add() { entries.push_back({}); }
  void addSafely() {
    entries.push_back({});
    current = nullptr;
  }
  void select() { current = &entries.front(); }
  int usesOfCurrent() const { return current ? current->uses : 0; }

  std::vector<Entry> entries;
  Entry *current = nullptr;
};

// In an optional, or deeper.
class Account {
public:
  int totalAcrossRemoval() {
    last = posts.begin();
    remove();
    return last ? **last : 0; // finding: invalidated-iterator
  }

  int totalAfterForgetting() {
    last = posts.begin();
    removeAndForget();
    return last ? **last : 0;
  }

  int detailsAcrossRemoval() {
    details.last = posts.begin();
    remove();
    return *details.last; // finding: invalidated-iterator
  }

private:
  void remove() { posts.erase(posts.begin()); }
  void removeAndForget() {
    posts.erase(posts.begin());
    last = std::nullopt;
  }

  struct Details {
    std::vector<int>::iterator last;
  };
  std::vector<int> posts;
  std::optional<std::vector<int>::iterator> last;
  Details details;
};

// From outside.
int throughMethods(Account &account) {
  return account.totalAcrossRemoval() + account.totalAfterForgetting();
}

//===----------------------------------------------------------------------===//
// Objects that others find
//===----------------------------------------------------------------------===//

class Settings {
public:
  void set(int key, int value) { values[key] = value; }
  const int *find(int key) const {
    auto it = values.find(key);
    return it == values.end() ? nullptr : &it->second;
  }
  void reset() { values.clear(); }

private:
  std::map<int, int> values;
};

// Registers itself; refreshAll() gives every option a new pointer.
class Option {
public:
  Option(const Settings &settings, int key) : key(key) {
    all().push_back(this);
    refresh(settings);
  }
  int value() const { return *current; }
  static void refreshAll(const Settings &settings) {
    for (Option *option : all())
      option->refresh(settings);
  }

private:
  void refresh(const Settings &settings) { current = settings.find(key); }
  static std::vector<Option *> &all() {
    static std::vector<Option *> options;
    return options;
  }

  int key;
  const int *current = nullptr;
};

int refreshed(Settings &settings) {
  Option width(settings, 1), height(settings, 2);
  settings.reset();
  settings.set(1, 3);
  settings.set(2, 4);
  Option::refreshAll(settings);
  return width.value() * height.value();
}

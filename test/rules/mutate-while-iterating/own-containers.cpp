//===- own-containers.cpp - the user's own containers and iterators -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// No class of these is in any table: what they do is in their methods.
#include <algorithm>
#include <cstddef>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <utility>
#include <vector>

struct Job {
  int id = 0;
  bool done = false;
};

//===----------------------------------------------------------------------===//
// begin() and end() hand back those of a member
//===----------------------------------------------------------------------===//

class JobList {
public:
  using iterator = std::vector<Job>::iterator;
  iterator begin() { return jobs.begin(); }
  iterator end() { return jobs.end(); }
  void remove(int id) {
    jobs.erase(std::remove_if(begin(), end(), [id](const Job &j) { return j.id == id; }), end());
  }
  void add(int id) { jobs.push_back({id, false}); }
  int count() const { return static_cast<int>(jobs.size()); }

private:
  std::vector<Job> jobs;
};

// Directly.
void removeFromList(JobList &list) {
  for (Job &job : list)
    if (job.done)
      list.remove(job.id); // finding: mutate-while-iterating
}

// Growth.
void addToList(JobList &list) {
  for (Job &job : list)
    list.add(job.id); // finding: mutate-while-iterating
}

// Another list, and a method that changes nothing.
void otherList(JobList &list, JobList &done) {
  for (Job &job : list)
    if (job.done && list.count() > 1)
      done.add(job.id);
}

// Left after the change.
void removeFirstDone(JobList &list) {
  for (Job &job : list)
    if (job.done) {
      list.remove(job.id);
      return;
    }
}

// A container of the user in a container of the user.
class Scheduler {
public:
  auto begin() { return pending.begin(); }
  auto end() { return pending.end(); }
  void cancel(int id) { pending.remove(id); }
  void finish(int id) { finished.add(id); }

private:
  JobList pending, finished;
};

void cancelDone(Scheduler &scheduler) {
  for (Job &job : scheduler)
    if (job.done)
      scheduler.cancel(job.id); // finding: mutate-while-iterating
}

void finishDone(Scheduler &scheduler) {
  for (Job &job : scheduler)
    if (job.done)
      scheduler.finish(job.id);
}

//===----------------------------------------------------------------------===//
// A range object of the user
//===----------------------------------------------------------------------===//

using JobMap = std::map<int, std::unique_ptr<Job>>;

// Wraps the iterator that it is made of.
class JobIterator {
public:
  explicit JobIterator(JobMap::const_iterator it) : it(it) {}
  Job *operator*() const { return it->second.get(); }
  void operator++() { ++it; }
  bool operator!=(const JobIterator &other) const { return it != other.it; }

private:
  JobMap::const_iterator it;
};

// Refers to the map.
class AllJobs {
public:
  explicit AllJobs(const JobMap &map) : map(map) {}
  JobIterator begin() const { return JobIterator(map.begin()); }
  JobIterator end() const { return JobIterator(map.end()); }

private:
  const JobMap &map;
};

// Keeps a pair of iterators.
class JobRange {
public:
  JobRange(JobMap::const_iterator first, JobMap::const_iterator last) : first(first), last(last) {}
  JobIterator begin() const { return JobIterator(first); }
  JobIterator end() const { return JobIterator(last); }

private:
  JobMap::const_iterator first, last;
};

struct PlainRange {
  JobMap::iterator first, last;
  JobMap::iterator begin() const { return first; }
  JobMap::iterator end() const { return last; }
};

class Registry;

// Refers to the registry.
class JobsOf {
public:
  explicit JobsOf(Registry *registry) : registry(registry) {}
  JobMap::iterator begin() const;
  JobMap::iterator end() const;

private:
  Registry *registry;
};

class Registry {
public:
  AllJobs all() const { return AllJobs(jobs); }
  JobRange range() const { return JobRange(jobs.begin(), jobs.end()); }
  JobRange from(int id) const {
    JobRange result(jobs.lower_bound(id), jobs.end());
    return result;
  }
  PlainRange plain() { return {jobs.begin(), jobs.end()}; }
  JobsOf jobsOf() { return JobsOf(this); }
  JobMap copy() const { return JobMap(); }
  void remove(int id) { jobs.erase(id); }
  void removeFrom(JobMap::iterator it) { jobs.erase(it); }
  void touch(int id) { touched.push_back(id); }

private:
  friend class JobsOf;
  JobMap jobs;
  std::vector<int> touched;
};

JobMap::iterator JobsOf::begin() const { return registry->jobs.begin(); }
JobMap::iterator JobsOf::end() const { return registry->jobs.end(); }

void removeOfProxy(Registry &registry) {
  for (Job *job : registry.all())
    registry.remove(job->id); // finding: mutate-while-iterating
}

void removeOfRange(Registry &registry) {
  for (Job *job : registry.range())
    registry.remove(job->id); // finding: mutate-while-iterating
}

void removeOfNamedRange(Registry &registry) {
  JobRange range = registry.from(5);
  for (Job *job : range)
    registry.remove(job->id); // finding: mutate-while-iterating
}

void removeOfPlainRange(Registry &registry) {
  for (auto &entry : registry.plain())
    registry.remove(entry.first); // finding: mutate-while-iterating
}

void removeOfPointerProxy(Registry &registry) {
  for (auto &entry : registry.jobsOf())
    registry.remove(entry.first); // finding: mutate-while-iterating
}

void removeOfCopy(Registry &registry) {
  for (auto &entry : registry.copy())
    registry.remove(entry.first);
}

void removeOfOther(Registry &registry, Registry &other) {
  for (Job *job : registry.all())
    other.remove(job->id);
  for (Job *job : registry.range())
    other.remove(job->id);
  for (auto &entry : registry.plain())
    other.remove(entry.first);
  for (auto &entry : registry.jobsOf())
    other.remove(entry.first);
}

void touchAll(Registry &registry) {
  for (Job *job : registry.all())
    registry.touch(job->id);
  for (Job *job : registry.range())
    registry.touch(job->id);
  for (auto &entry : registry.jobsOf())
    registry.touch(entry.first);
}

void removeAndLeave(Registry &registry) {
  for (Job *job : registry.all())
    if (job->done) {
      registry.remove(job->id);
      break;
    }
  for (Job *job : registry.range())
    if (job->done) {
      registry.remove(job->id);
      return;
    }
}

//===----------------------------------------------------------------------===//
// Iterators with more than one part
//===----------------------------------------------------------------------===//

// Knows the end, and skips what is done.
class Undone {
public:
  class iterator {
  public:
    iterator(std::vector<Job>::iterator it, std::vector<Job>::iterator last) : it(it), last(last) { skip(); }
    Job &operator*() const { return *it; }
    iterator &operator++() {
      ++it;
      skip();
      return *this;
    }
    bool operator!=(const iterator &other) const { return it != other.it; }

  private:
    void skip() {
      while (it != last && it->done)
        ++it;
    }
    std::vector<Job>::iterator it, last;
  };

  iterator begin() { return iterator(jobs.begin(), jobs.end()); }
  iterator end() { return iterator(jobs.end(), jobs.end()); }
  void add(Job job) { jobs.push_back(job); }
  bool isFull() const { return jobs.size() > 10; }

private:
  std::vector<Job> jobs;
};

void addToUndone(Undone &list) {
  for (Job &job : list)
    list.add(job); // finding: mutate-while-iterating
}

void addToOther(Undone &list, Undone &other) {
  for (Job &job : list)
    other.add(job);
}

void addLastToUndone(Undone &list) {
  for (Job &job : list)
    if (job.id == 3 && !list.isFull()) {
      list.add(job);
      return;
    }
}

// Is made of its container; `*` leads on from the element.
class Owners {
public:
  class iterator {
  public:
    explicit iterator(Owners *owners) : it(owners->jobs.begin()) {}
    iterator(Owners *owners, bool) : it(owners->jobs.end()) {}
    Job &operator*() const { return **it; }
    iterator &operator++() {
      ++it;
      return *this;
    }
    bool operator!=(const iterator &other) const { return it != other.it; }

  private:
    std::vector<Job *>::iterator it;
  };

  iterator begin() { return iterator(this); }
  iterator end() { return iterator(this, true); }
  void add(Job *job) { jobs.push_back(job); }

private:
  std::vector<Job *> jobs;
};

void addToOwners(Owners &owners) {
  for (Job &job : owners)
    owners.add(&job); // finding: mutate-while-iterating
}

// The job is not in the vector.
void addOnceToOwners(Owners &owners) {
  for (Job &job : owners)
    if (!job.done) {
      owners.add(&job);
      job.done = true;
      return;
    }
}

// Remembers its container, and where it is by number: nothing dangles.
class Numbered {
public:
  class iterator {
  public:
    iterator(Numbered *list, std::size_t index) : list(list), index(index) {}
    Job &operator*() const { return list->jobs[index]; }
    iterator &operator++() {
      ++index;
      return *this;
    }
    bool operator!=(const iterator &other) const { return index != other.index; }

  private:
    Numbered *list;
    std::size_t index;
  };

  iterator begin() { return iterator(this, 0); }
  iterator end() { return iterator(this, jobs.size()); }
  void add(int id) { jobs.push_back({id, false}); }

private:
  std::vector<Job> jobs;
};

void addToNumbered(Numbered &list) {
  for (Job &job : list)
    list.add(job.id + 1);
}

// Iterates a copy that its container handed it.
class Snapshot {
public:
  explicit Snapshot(std::vector<int> ids) : ids(std::move(ids)) {}
  auto begin() const { return ids.begin(); }
  auto end() const { return ids.end(); }

private:
  std::vector<int> ids;
};

class Ids {
public:
  Snapshot all() const { return Snapshot(ids); }
  void remove(int id) { ids.erase(std::remove(ids.begin(), ids.end(), id), ids.end()); }

private:
  std::vector<int> ids;
};

void removeOfSnapshot(Ids &ids) {
  for (int id : ids.all())
    ids.remove(id);
}

// A facade with a protocol of its own, without a range-for.
class JobCursor {
public:
  explicit JobCursor(Registry &registry) : range(registry.plain()), at(range.begin()) {}
  bool atEnd() const { return at == range.end(); }
  void next() { ++at; }
  int id() const { return at->first; }

private:
  PlainRange range;
  JobMap::iterator at;
};

void removeByCursor(Registry &registry) {
  for (JobCursor cursor(registry); !cursor.atEnd(); cursor.next()) // finding: invalidated-iterator
    registry.remove(cursor.id());
}

void removeByCursorOnce(Registry &registry) {
  for (JobCursor cursor(registry); !cursor.atEnd(); cursor.next())
    if (cursor.id() > 3) {
      registry.remove(cursor.id());
      return;
    }
}

//===----------------------------------------------------------------------===//
// A loop that is a step ahead of the change
//===----------------------------------------------------------------------===//

// The callee erases what the iterator was at before.
void removeBehind(Registry &registry, JobMap &jobs) {
  for (auto it = jobs.begin(); it != jobs.end();) {
    auto current = it++;
    registry.removeFrom(current);
  }
}

struct Client {
  std::list<Client *>::iterator self;
  int key = 0;
};

class Clients {
public:
  void dropAll(int key) {
    for (auto it = clients.begin(); it != clients.end();) {
      Client *client = *it;
      ++it;
      if (client->key == key)
        drop(client);
    }
  }

  void dropAllTooLate(int key) {
    for (auto it = clients.begin(); it != clients.end(); ++it) {
      Client *client = *it;
      if (client->key == key)
        drop(client); // finding: mutate-while-iterating
    }
  }

private:
  void drop(Client *client) { clients.erase(client->self); }

  std::list<Client *> clients;
};

// An iterator that is an index into a vector.
template <class K, class V> struct Dict {
  struct Entry {
    std::pair<K, V> pair;
    int next;
  };
  struct Iterator {
    Dict *dict;
    int index;
    Iterator operator++() {
      index--;
      return *this;
    }
    bool operator!=(const Iterator &other) const { return index != other.index; }
    std::pair<K, V> &operator*() const { return dict->entries[index].pair; }
  };
  std::vector<Entry> entries;
  Iterator begin() { return {this, int(entries.size()) - 1}; }
  Iterator end() { return {nullptr, -1}; }
  V &operator[](const K &key) {
    for (Entry &each : entries)
      if (each.pair.first == key)
        return each.pair.second;
    entries.push_back({{key, V()}, 0});
    return entries.back().pair.second;
  }
  template <class It> void insert(It first, It last) {
    for (; first != last; ++first)
      entries.push_back({*first, 0});
  }
};
struct Wires {
  Dict<int, int> wires;
  void renumber(int from, int to) {
    for (auto &wire : wires)
      if (wire.first == from) {
        wires[to] = wire.second;
        wire.first = 0; // finding: invalidated-reference
        return;
      }
  }
  void addAll(Dict<int, int> &others) { wires.insert(others.begin(), others.end()); }
};

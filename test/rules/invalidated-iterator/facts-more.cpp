//===- facts-more.cpp - results, ranges and copies --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// A second vector is the witness: it is cleared on a path that the operation makes possible, or
// impossible. Silence means that the path cannot be taken.
#include "../Inputs/Execute.h"
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using Vector = std::vector<int>;
using Deque = std::deque<int>;
using List = std::list<int>;
using Forward = std::forward_list<int>;
using Map = std::map<int, int>;
using MultiMap = std::multimap<int, int>;
using Set = std::set<int>;
using HashMap = std::unordered_map<int, int>;
using HashSet = std::unordered_set<int>;
using Witness = std::vector<int>;

// Copy assignment of a Vector returns its target.
auto vectorCopyAssignSelf(Vector &c, const Vector &o) {
  auto it = (c = o).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// Move assignment of a Vector returns its target.
auto vectorMoveAssignSelf(Vector &c, Vector &o) {
  auto it = (c = std::move(o)).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A copy of a Vector has as many elements.
int vectorCopyNotEmpty(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  Vector copy(c);
  if (copy.empty())
    o.clear();
  return *w;
}

// What was assigned to a Vector has as many elements.
int vectorCopyAssignNotEmpty(Vector &c, const Vector &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = other;
  if (c.empty())
    o.clear();
  return *w;
}

// A new Vector is empty.
int vectorNew(Witness &o) {
  auto w = o.begin();
  Vector c;
  if (!c.empty())
    o.clear();
  return *w;
}

// Copy assignment of a Deque returns its target.
auto dequeCopyAssignSelf(Deque &c, const Deque &o) {
  auto it = (c = o).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// Move assignment of a Deque returns its target.
auto dequeMoveAssignSelf(Deque &c, Deque &o) {
  auto it = (c = std::move(o)).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A copy of a Deque has as many elements.
int dequeCopyNotEmpty(Deque &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  Deque copy(c);
  if (copy.empty())
    o.clear();
  return *w;
}

// What was assigned to a Deque has as many elements.
int dequeCopyAssignNotEmpty(Deque &c, const Deque &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = other;
  if (c.empty())
    o.clear();
  return *w;
}

// A new Deque is empty.
int dequeNew(Witness &o) {
  auto w = o.begin();
  Deque c;
  if (!c.empty())
    o.clear();
  return *w;
}

// Copy assignment of a List returns its target.
auto listCopyAssignSelf(List &c, const List &o) {
  auto it = (c = o).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// Move assignment of a List returns its target.
auto listMoveAssignSelf(List &c, List &o) {
  auto it = (c = std::move(o)).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A copy of a List has as many elements.
int listCopyNotEmpty(List &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  List copy(c);
  if (copy.empty())
    o.clear();
  return *w;
}

// What was assigned to a List has as many elements.
int listCopyAssignNotEmpty(List &c, const List &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = other;
  if (c.empty())
    o.clear();
  return *w;
}

// A new List is empty.
int listNew(Witness &o) {
  auto w = o.begin();
  List c;
  if (!c.empty())
    o.clear();
  return *w;
}

// Copy assignment of a Map returns its target.
auto mapCopyAssignSelf(Map &c, const Map &o) {
  auto it = (c = o).begin();
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// Move assignment of a Map returns its target.
auto mapMoveAssignSelf(Map &c, Map &o) {
  auto it = (c = std::move(o)).begin();
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// A copy of a Map has as many elements.
int mapCopyNotEmpty(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  Map copy(c);
  if (copy.empty())
    o.clear();
  return *w;
}

// What was assigned to a Map has as many elements.
int mapCopyAssignNotEmpty(Map &c, const Map &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = other;
  if (c.empty())
    o.clear();
  return *w;
}

// A new Map is empty.
int mapNew(Witness &o) {
  auto w = o.begin();
  Map c;
  if (!c.empty())
    o.clear();
  return *w;
}

// Copy assignment of a Set returns its target.
auto setCopyAssignSelf(Set &c, const Set &o) {
  auto it = (c = o).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// Move assignment of a Set returns its target.
auto setMoveAssignSelf(Set &c, Set &o) {
  auto it = (c = std::move(o)).begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A copy of a Set has as many elements.
int setCopyNotEmpty(Set &c, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  Set copy(c);
  if (copy.empty())
    o.clear();
  return *w;
}

// What was assigned to a Set has as many elements.
int setCopyAssignNotEmpty(Set &c, const Set &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = other;
  if (c.empty())
    o.clear();
  return *w;
}

// A new Set is empty.
int setNew(Witness &o) {
  auto w = o.begin();
  Set c;
  if (!c.empty())
    o.clear();
  return *w;
}

// insert of a number may insert nothing into a Vector.
int vectorInsertNone(Vector &c, unsigned n, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), n, 7);
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert of a number may insert nothing into a Deque.
int dequeInsertNone(Deque &c, unsigned n, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), n, 7);
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert of a number may insert nothing into a List.
int listInsertNone(List &c, unsigned n, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), n, 7);
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace_back returns the last element of a vector.
auto vectorEmplaceBackLast(Vector &c) {
  auto &r = c.emplace_back(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// emplace_back returns the last element of a deque.
auto dequeEmplaceBackLast(Deque &c) {
  auto &r = c.emplace_back(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// emplace_front returns the first element of a deque.
auto dequeEmplaceFrontFirst(Deque &c) {
  auto &r = c.emplace_front(7);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// emplace_front returns the first element of a forward_list.
auto forwardEmplaceFrontFirst(Forward &c) {
  auto &r = c.emplace_front(7);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// After push_back the first element of a deque is the same.
auto dequePushBackKeepsFirst(Deque &c) {
  auto &r = c.front();
  c.push_back(7);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// After push_back the last element of a deque is another one.
auto dequePushBackOtherLast(Deque &c) {
  auto &r = c.back();
  c.push_back(7);
  c.pop_back();
  return r;
}

// After push_back the last element of a vector is another one.
auto vectorPushBackOtherLast(Vector &c) {
  c.reserve(99);
  auto &r = c.back();
  c.push_back(7);
  c.pop_back();
  return r;
}

// After push_back the first element of a vector is the same.
auto vectorPushBackKeepsFirst(Vector &c) {
  c.reserve(99);
  auto it = c.begin();
  c.push_back(7);
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// After emplace_back the first element of a deque is the same.
auto dequeEmplaceBackKeepsFirst(Deque &c) {
  auto &r = c.front();
  c.emplace_back(7);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// After emplace_back the last element of a deque is another one.
auto dequeEmplaceBackOtherLast(Deque &c) {
  auto &r = c.back();
  c.emplace_back(7);
  c.pop_back();
  return r;
}

// After emplace_back the last element of a vector is another one.
auto vectorEmplaceBackOtherLast(Vector &c) {
  c.reserve(99);
  auto &r = c.back();
  c.emplace_back(7);
  c.pop_back();
  return r;
}

// After emplace_back the first element of a vector is the same.
auto vectorEmplaceBackKeepsFirst(Vector &c) {
  c.reserve(99);
  auto it = c.begin();
  c.emplace_back(7);
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// After resize the first element of a deque is the same.
auto dequeResizeKeepsFirst(Deque &c) {
  auto &r = c.front();
  c.resize(9);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// After resize the last element of a deque is another one.
auto dequeResizeOtherLast(Deque &c) {
  auto &r = c.back();
  c.resize(9);
  c.pop_back();
  return r;
}

// After resize the last element of a vector is another one.
auto vectorResizeOtherLast(Vector &c) {
  c.reserve(99);
  auto &r = c.back();
  c.resize(9);
  c.pop_back();
  return r;
}

// After resize the first element of a vector is the same.
auto vectorResizeKeepsFirst(Vector &c) {
  c.reserve(99);
  auto it = c.begin();
  c.resize(9);
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// After resize the first element of a deque is the same.
auto dequeResizeValueKeepsFirst(Deque &c) {
  auto &r = c.front();
  c.resize(9, 7);
  c.pop_front();
  return r; // finding: invalidated-reference certain
}

// After resize the last element of a deque is another one.
auto dequeResizeValueOtherLast(Deque &c) {
  auto &r = c.back();
  c.resize(9, 7);
  c.pop_back();
  return r;
}

// After resize the last element of a vector is another one.
auto vectorResizeValueOtherLast(Vector &c) {
  c.reserve(99);
  auto &r = c.back();
  c.resize(9, 7);
  c.pop_back();
  return r;
}

// After resize the first element of a vector is the same.
auto vectorResizeValueKeepsFirst(Vector &c) {
  c.reserve(99);
  auto it = c.begin();
  c.resize(9, 7);
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// After push_front the last element of a deque is the same.
auto dequePushFrontKeepsLast(Deque &c) {
  auto &r = c.back();
  c.push_front(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// After push_front the first element of a deque is another one.
auto dequePushFrontOtherFirst(Deque &c) {
  auto &r = c.front();
  c.push_front(7);
  c.pop_front();
  return r;
}

// After push_front the first element of a forward_list is another one.
auto forwardPushFrontOtherFirst(Forward &c) {
  auto &r = c.front();
  c.push_front(7);
  c.pop_front();
  return r;
}

// After emplace_front the last element of a deque is the same.
auto dequeEmplaceFrontKeepsLast(Deque &c) {
  auto &r = c.back();
  c.emplace_front(7);
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// After emplace_front the first element of a deque is another one.
auto dequeEmplaceFrontOtherFirst(Deque &c) {
  auto &r = c.front();
  c.emplace_front(7);
  c.pop_front();
  return r;
}

// After emplace_front the first element of a forward_list is another one.
auto forwardEmplaceFrontOtherFirst(Forward &c) {
  auto &r = c.front();
  c.emplace_front(7);
  c.pop_front();
  return r;
}

// pop_back: an iterator at the last element of a deque goes.
auto dequePopBackLast(Deque &c) {
  auto it = std::prev(c.end());
  c.pop_back();
  return *it; // finding: invalidated-iterator certain
}

// pop_back: a reference to the last element of a deque goes.
auto dequePopBackRef(Deque &c) {
  auto &r = c.back();
  c.pop_back();
  return r; // finding: invalidated-reference certain
}

// erase of a prefix keeps the rest of a deque.
auto dequeErasePrefix(Deque &c) {
  auto &r = c.back();
  c.erase(c.begin(), std::next(c.begin()));
  return r;
}

// insert of a range may insert nothing into a Vector.
int vectorSizeInsertRange(Vector &c, const Vector &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize of a Vector may be to the size there is.
int vectorSizeResize(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.resize(n);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize may empty a Vector.
int vectorEmptiesResize(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.resize(0);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase of a range may erase nothing from a Vector.
int vectorSizeEraseRange(Vector &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin(), c.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert of a range may insert nothing into a Deque.
int dequeSizeInsertRange(Deque &c, const Deque &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize of a Deque may be to the size there is.
int dequeSizeResize(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.resize(n);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize may empty a Deque.
int dequeEmptiesResize(Deque &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.resize(0);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase of a range may erase nothing from a Deque.
int dequeSizeEraseRange(Deque &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin(), c.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert of a range may insert nothing into a List.
int listSizeInsertRange(List &c, const List &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize of a List may be to the size there is.
int listSizeResize(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.resize(n);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// resize may empty a List.
int listEmptiesResize(List &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.resize(0);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase of a range may erase nothing from a List.
int listSizeEraseRange(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin(), c.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A dangling position is used by splice.
void spliceAllPosition(List &c, List &o) {
  auto it = c.begin();
  c.clear();
  c.splice(it, o); // finding: invalidated-iterator
}

// A dangling position is used by splice of one.
void spliceOnePosition(List &c, List &o) {
  auto it = c.begin();
  c.clear();
  c.splice(it, o, o.begin()); // finding: invalidated-iterator
}

// A dangling position is used by splice of a range.
void spliceRangePosition(List &c, List &o) {
  auto it = c.begin();
  c.clear();
  c.splice(it, o, o.begin(), o.end()); // finding: invalidated-iterator
}

// A dangling first is used by splice of a range.
void spliceRangeFirst(List &c, List &o) {
  auto it = o.begin();
  o.erase(it);
  c.splice(c.begin(), o, it, o.end()); // finding: invalidated-iterator
}

// A dangling last is used by splice of a range.
void spliceRangeLast(List &c, List &o) {
  auto it = std::next(o.begin());
  o.erase(it);
  c.splice(c.begin(), o, o.begin(), it); // finding: invalidated-iterator
}

// What splice of a range took does not go with the other list.
auto spliceRangeTaken(List &c, List &o) {
  auto it = o.begin();
  c.splice(c.begin(), o, o.begin(), o.end());
  o.clear();
  return *it;
}

// What merge took does not go with the other list.
auto mergeByTaken(List &c, List &o) {
  auto it = o.begin();
  c.merge(o, [](int a, int b) { return a < b; });
  o.clear();
  return *it;
}

// What merge took goes with its new list.
auto mergeByFollows(List &c, List &o) {
  auto it = o.begin();
  c.merge(o, [](int a, int b) { return a < b; });
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// remove: what has another value stays.
auto removeOther(List &c) {
  auto it = c.begin();
  auto &r = *it;
  c.remove(9);
  return *it + r;
}

// unique never takes the first element.
auto uniqueFirst(List &c) {
  auto it = c.begin();
  auto &r = *it;
  c.unique();
  return *it + r;
}

// remove_if: a reference may be to an element that goes.
auto removeIfRef(List &c) {
  auto &r = c.front();
  c.remove_if([](int x) { return x == 1; });
  return r; // finding: invalidated-reference likely
}

// unique may take elements.
int uniqueFewer(List &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.unique();
  if (c.size() != n)
    o.clear();
  return *w; // finding: invalidated-iterator
}

// resize that grows keeps iterators.
auto listResizeFirst(List &c) {
  auto it = c.begin();
  auto &r = *it;
  c.resize(9);
  return *it + r;
}

// resize that grows keeps iterators.
auto forwardResizeFirst(Forward &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  c.resize(9);
  return *it + r + (end == c.end());
}

// What EmplaceAfter returned goes with the elements.
auto forwardEmplaceAfterResult(Forward &c) {
  auto it = c.emplace_after(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A dangling position is used by EmplaceAfter.
void forwardEmplaceAfterPosition(Forward &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_after(it, 7); // finding: invalidated-iterator
}

// What InsertAfter returned goes with the elements.
auto forwardInsertAfterResult(Forward &c) {
  auto it = c.insert_after(c.begin(), 7);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A dangling position is used by InsertAfter.
void forwardInsertAfterPosition(Forward &c) {
  auto it = c.begin();
  c.clear();
  c.insert_after(it, 7); // finding: invalidated-iterator
}

// What EraseAfter returned goes with the elements.
auto forwardEraseAfterResult(Forward &c) {
  auto it = c.erase_after(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// A dangling position is used by EraseAfter.
void forwardEraseAfterPosition(Forward &c) {
  auto it = c.begin();
  c.clear();
  c.erase_after(it); // finding: invalidated-iterator
}

// before_begin() is no element and stays.
auto beforeBegin(Forward &c) {
  auto it = c.before_begin();
  c.pop_front();
  auto next = c.erase_after(it);
  return next == c.end();
}

// InsertHint first of a Map: stays.
auto mapInsertHintFirst(Map &c) {
  auto it = c.begin();
  c.insert(c.begin(), {7, 7});
  return it->second;
}

// InsertHint ref of a Map: stays.
auto mapInsertHintRef(Map &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), {7, 7});
  return r.second;
}

// InsertHint end of a Map: stays.
auto mapInsertHintEnd(Map &c) {
  auto end = c.end();
  c.insert(c.begin(), {7, 7});
  return end == c.end();
}

// EmplaceHint first of a Map: stays.
auto mapEmplaceHintFirst(Map &c) {
  auto it = c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return it->second;
}

// EmplaceHint ref of a Map: stays.
auto mapEmplaceHintRef(Map &c) {
  auto &r = *c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return r.second;
}

// EmplaceHint end of a Map: stays.
auto mapEmplaceHintEnd(Map &c) {
  auto end = c.end();
  c.emplace_hint(c.begin(), 7, 7);
  return end == c.end();
}

// erase(first, last): the first element of a Map goes.
auto mapEraseRangeFirst(Map &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return it->second; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the first element of a Map goes.
auto mapEraseRangeRef(Map &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r.second; // finding: invalidated-reference certain
}

// erase(first, last): what comes before the range stays in a Map.
auto mapEraseRangeKeeps(Map &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  c.erase(std::next(c.begin()), c.end());
  return it->second + r.second + (end == c.end());
}

// A dangling first is used by erase.
void mapEraseRangeDanglingFirst(Map &c) {
  auto it = c.begin();
  c.erase(it);
  c.erase(it, c.end()); // finding: invalidated-iterator
}

// A dangling last is used by erase.
void mapEraseRangeDanglingLast(Map &c) {
  auto it = std::next(c.begin());
  c.erase(it);
  c.erase(c.begin(), it); // finding: invalidated-iterator
}

// equal_range(key) begins at what find(key) finds, in a Map.
auto mapEqualRangeFound(Map &c) {
  auto it = c.find(2);
  auto range = c.equal_range(2);
  c.erase(range.first);
  return it->second; // finding: invalidated-iterator certain
}

// equal_range of another key begins elsewhere, in a Map.
auto mapEqualRangeOther(Map &c) {
  auto it = c.find(2);
  auto range = c.equal_range(3);
  c.erase(range.first);
  return it->second;
}

// What merge takes from a Map, it keeps valid for references.
auto mapMergeTaken(Map &c, Map &o) {
  auto &r = *o.begin();
  c.merge(o);
  return r.second;
}

// Erasing by the key of an element takes that element of a Map.
auto mapFirstKey(Map &c) {
  auto it = c.begin();
  c.erase(it->first);
  return it->second; // finding: invalidated-iterator certain
}

// InsertHint first of a MultiMap: stays.
auto multiMapInsertHintFirst(MultiMap &c) {
  auto it = c.begin();
  c.insert(c.begin(), {7, 7});
  return it->second;
}

// InsertHint ref of a MultiMap: stays.
auto multiMapInsertHintRef(MultiMap &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), {7, 7});
  return r.second;
}

// InsertHint end of a MultiMap: stays.
auto multiMapInsertHintEnd(MultiMap &c) {
  auto end = c.end();
  c.insert(c.begin(), {7, 7});
  return end == c.end();
}

// EmplaceHint first of a MultiMap: stays.
auto multiMapEmplaceHintFirst(MultiMap &c) {
  auto it = c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return it->second;
}

// EmplaceHint ref of a MultiMap: stays.
auto multiMapEmplaceHintRef(MultiMap &c) {
  auto &r = *c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return r.second;
}

// EmplaceHint end of a MultiMap: stays.
auto multiMapEmplaceHintEnd(MultiMap &c) {
  auto end = c.end();
  c.emplace_hint(c.begin(), 7, 7);
  return end == c.end();
}

// erase(first, last): the first element of a MultiMap goes.
auto multiMapEraseRangeFirst(MultiMap &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return it->second; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the first element of a MultiMap goes.
auto multiMapEraseRangeRef(MultiMap &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r.second; // finding: invalidated-reference certain
}

// erase(first, last): what comes before the range stays in a MultiMap.
auto multiMapEraseRangeKeeps(MultiMap &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  c.erase(std::next(c.begin()), c.end());
  return it->second + r.second + (end == c.end());
}

// A dangling first is used by erase.
void multiMapEraseRangeDanglingFirst(MultiMap &c) {
  auto it = c.begin();
  c.erase(it);
  c.erase(it, c.end()); // finding: invalidated-iterator
}

// A dangling last is used by erase.
void multiMapEraseRangeDanglingLast(MultiMap &c) {
  auto it = std::next(c.begin());
  c.erase(it);
  c.erase(c.begin(), it); // finding: invalidated-iterator
}

// What merge takes from a MultiMap, it keeps valid for references.
auto multiMapMergeTaken(MultiMap &c, MultiMap &o) {
  auto &r = *o.begin();
  c.merge(o);
  return r.second;
}

// Erasing by the key of an element takes that element of a MultiMap.
auto multiMapFirstKey(MultiMap &c) {
  auto it = c.begin();
  c.erase(it->first);
  return it->second; // finding: invalidated-iterator certain
}

// InsertHint first of a HashMap: goes with a rehash.
auto hashMapInsertHintFirst(HashMap &c) {
  auto it = c.begin();
  c.insert(c.begin(), {7, 7});
  return it->second; // finding: invalidated-iterator likely
}

// InsertHint first of a HashMap: stays when enough was reserved.
auto hashMapInsertHintFirstReserved(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c.insert(c.begin(), {7, 7});
  return it->second;
}

// InsertHint ref of a HashMap: stays.
auto hashMapInsertHintRef(HashMap &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), {7, 7});
  return r.second;
}

// InsertHint end of a HashMap: goes with a rehash.
auto hashMapInsertHintEnd(HashMap &c) {
  auto end = c.end();
  c.insert(c.begin(), {7, 7});
  return end == c.end(); // finding: invalidated-iterator likely
}

// InsertHint end of a HashMap: stays when enough was reserved.
auto hashMapInsertHintEndReserved(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c.insert(c.begin(), {7, 7});
  return end == c.end();
}

// EmplaceHint first of a HashMap: goes with a rehash.
auto hashMapEmplaceHintFirst(HashMap &c) {
  auto it = c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return it->second; // finding: invalidated-iterator likely
}

// EmplaceHint first of a HashMap: stays when enough was reserved.
auto hashMapEmplaceHintFirstReserved(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return it->second;
}

// EmplaceHint ref of a HashMap: stays.
auto hashMapEmplaceHintRef(HashMap &c) {
  auto &r = *c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return r.second;
}

// EmplaceHint end of a HashMap: goes with a rehash.
auto hashMapEmplaceHintEnd(HashMap &c) {
  auto end = c.end();
  c.emplace_hint(c.begin(), 7, 7);
  return end == c.end(); // finding: invalidated-iterator likely
}

// EmplaceHint end of a HashMap: stays when enough was reserved.
auto hashMapEmplaceHintEndReserved(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c.emplace_hint(c.begin(), 7, 7);
  return end == c.end();
}

// erase(first, last): the first element of a HashMap goes.
auto hashMapEraseRangeFirst(HashMap &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return it->second; // finding: invalidated-iterator certain
}

// erase(first, last): a reference to the first element of a HashMap goes.
auto hashMapEraseRangeRef(HashMap &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r.second; // finding: invalidated-reference certain
}

// erase(first, last): what comes before the range stays in a HashMap.
auto hashMapEraseRangeKeeps(HashMap &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  c.erase(std::next(c.begin()), c.end());
  return it->second + r.second + (end == c.end());
}

// A dangling first is used by erase.
void hashMapEraseRangeDanglingFirst(HashMap &c) {
  auto it = c.begin();
  c.erase(it);
  c.erase(it, c.end()); // finding: invalidated-iterator
}

// A dangling last is used by erase.
void hashMapEraseRangeDanglingLast(HashMap &c) {
  auto it = std::next(c.begin());
  c.erase(it);
  c.erase(c.begin(), it); // finding: invalidated-iterator
}

// equal_range(key) begins at what find(key) finds, in a HashMap.
auto hashMapEqualRangeFound(HashMap &c) {
  auto it = c.find(2);
  auto range = c.equal_range(2);
  c.erase(range.first);
  return it->second; // finding: invalidated-iterator certain
}

// equal_range of another key begins elsewhere, in a HashMap.
auto hashMapEqualRangeOther(HashMap &c) {
  auto it = c.find(2);
  auto range = c.equal_range(3);
  c.erase(range.first);
  return it->second;
}

// What merge takes from a HashMap, it keeps valid for references.
auto hashMapMergeTaken(HashMap &c, HashMap &o) {
  auto &r = *o.begin();
  c.merge(o);
  return r.second;
}

// Erasing by the key of an element takes that element of a HashMap.
auto hashMapFirstKey(HashMap &c) {
  auto it = c.begin();
  c.erase(it->first);
  return it->second; // finding: invalidated-iterator certain
}
EXECUTE(BAD(vectorCopyAssignSelf) BAD(vectorMoveAssignSelf) GOOD(vectorCopyNotEmpty)
        GOOD(vectorCopyAssignNotEmpty) GOOD(vectorNew) BAD(dequeCopyAssignSelf)
        BAD(dequeMoveAssignSelf) GOOD(dequeCopyNotEmpty) GOOD(dequeCopyAssignNotEmpty)
        GOOD(dequeNew) BAD(listCopyAssignSelf) BAD(listMoveAssignSelf) GOOD(listCopyNotEmpty)
        GOOD(listCopyAssignNotEmpty) GOOD(listNew) BAD(mapCopyAssignSelf) BAD(mapMoveAssignSelf)
        GOOD(mapCopyNotEmpty) GOOD(mapCopyAssignNotEmpty) GOOD(mapNew) BAD(setCopyAssignSelf)
        BAD(setMoveAssignSelf) GOOD(setCopyNotEmpty) GOOD(setCopyAssignNotEmpty) GOOD(setNew)
        BAD_CALL(vectorInsertNone(*new Vector(), 0, sample<Witness>()))
        BAD_CALL(dequeInsertNone(*new Deque(), 0, sample<Witness>()))
        BAD_CALL(listInsertNone(*new List(), 0, sample<Witness>())) BAD(forwardEmplaceFrontFirst)
        GOOD(dequePushBackOtherLast) GOOD(vectorPushBackOtherLast) BAD(vectorPushBackKeepsFirst)
        GOOD(dequeEmplaceBackOtherLast) GOOD(vectorEmplaceBackOtherLast)
        BAD(vectorEmplaceBackKeepsFirst) GOOD(dequeResizeOtherLast) GOOD(vectorResizeOtherLast)
        BAD(vectorResizeKeepsFirst) GOOD(dequeResizeValueOtherLast)
        GOOD(vectorResizeValueOtherLast) BAD(vectorResizeValueKeepsFirst)
        GOOD(dequePushFrontOtherFirst) GOOD(forwardPushFrontOtherFirst)
        GOOD(dequeEmplaceFrontOtherFirst) GOOD(forwardEmplaceFrontOtherFirst)
        BAD(dequePopBackLast) GOOD(dequeErasePrefix)
        BAD_CALL(vectorSizeInsertRange(*new Vector(), *new Vector(), sample<Witness>()))
        BAD_CALL(vectorSizeResize(sample<Vector>(), sample<Witness>()))
        BAD_CALL(vectorEmptiesResize(sample<Vector>(), sample<Witness>()))
        BAD_CALL(vectorSizeEraseRange(*new Vector(), sample<Witness>()))
        BAD_CALL(dequeSizeInsertRange(*new Deque(), *new Deque(), sample<Witness>()))
        BAD_CALL(dequeSizeResize(sample<Deque>(), sample<Witness>()))
        BAD_CALL(dequeEmptiesResize(sample<Deque>(), sample<Witness>()))
        BAD_CALL(dequeSizeEraseRange(*new Deque(), sample<Witness>()))
        BAD_CALL(listSizeInsertRange(*new List(), *new List(), sample<Witness>()))
        BAD_CALL(listSizeResize(sample<List>(), sample<Witness>()))
        BAD_CALL(listEmptiesResize(sample<List>(), sample<Witness>()))
        BAD_CALL(listSizeEraseRange(*new List(), sample<Witness>())) BAD(spliceAllPosition)
        BAD(spliceOnePosition) BAD(spliceRangePosition) BAD(spliceRangeFirst) BAD(spliceRangeLast)
        GOOD(spliceRangeTaken) GOOD(mergeByTaken) BAD(mergeByFollows) GOOD(removeOther)
        GOOD(uniqueFirst) BAD(removeIfRef)
        BAD_CALL(uniqueFewer(*new List{1, 1}, sample<Witness>())) GOOD(listResizeFirst)
        GOOD(forwardResizeFirst) BAD(forwardEmplaceAfterResult) BAD(forwardEmplaceAfterPosition)
        BAD(forwardInsertAfterResult) BAD(forwardInsertAfterPosition) BAD(forwardEraseAfterResult)
        BAD(forwardEraseAfterPosition) GOOD(beforeBegin) GOOD(mapInsertHintFirst)
        GOOD(mapInsertHintRef) GOOD(mapInsertHintEnd) GOOD(mapEmplaceHintFirst)
        GOOD(mapEmplaceHintRef) GOOD(mapEmplaceHintEnd) BAD(mapEraseRangeFirst)
        BAD(mapEraseRangeRef) GOOD(mapEraseRangeKeeps) BAD(mapEraseRangeDanglingFirst)
        BAD(mapEraseRangeDanglingLast) BAD(mapEqualRangeFound) GOOD(mapEqualRangeOther)
        GOOD(mapMergeTaken) BAD(mapFirstKey) GOOD(multiMapInsertHintFirst)
        GOOD(multiMapInsertHintRef) GOOD(multiMapInsertHintEnd) GOOD(multiMapEmplaceHintFirst)
        GOOD(multiMapEmplaceHintRef) GOOD(multiMapEmplaceHintEnd) BAD(multiMapEraseRangeFirst)
        BAD(multiMapEraseRangeRef) GOOD(multiMapEraseRangeKeeps)
        BAD(multiMapEraseRangeDanglingFirst) BAD(multiMapEraseRangeDanglingLast)
        GOOD(multiMapMergeTaken) BAD(multiMapFirstKey) GOOD(hashMapInsertHintRef)
        GOOD(hashMapEmplaceHintRef) BAD(hashMapEraseRangeFirst) BAD(hashMapEraseRangeRef)
        GOOD(hashMapEraseRangeKeeps) BAD(hashMapEraseRangeDanglingFirst)
        BAD(hashMapEraseRangeDanglingLast) BAD(hashMapEqualRangeFound)
        GOOD(hashMapEqualRangeOther) GOOD(hashMapMergeTaken) BAD(hashMapFirstKey))

//===- facts-conditions.cpp - what was asked before ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// The same question gets the same answer, however it is asked. A second vector is the witness, as
// in facts-more.cpp: silence means that the path to clear() cannot be taken.
#include "../Inputs/Execute.h"
#include <list>
#include <map>
#include <vector>

using Vector = std::vector<int>;
using Map = std::map<int, int>;
using Witness = std::vector<int>;

// A key that is there is found.
int present0(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) == 1))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing0(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (m.count(key) == 1)
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present1(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) != 0))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing1(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (m.count(key) != 0)
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present2(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) > 0))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing2(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (m.count(key) > 0)
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present3(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) >= 1))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing3(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (m.count(key) >= 1)
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present4(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(1 == m.count(key)))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing4(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (1 == m.count(key))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present5(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(0 != m.count(key)))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing5(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (0 != m.count(key))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present6(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(0 < m.count(key)))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing6(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (0 < m.count(key))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is there is found.
int present7(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(1 <= m.count(key)))
    return 0;
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// One that is not is not.
int missing7(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (1 <= m.count(key))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// A key that is not there is not found.
int absent0(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) == 0))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// May be another one.
int absentOther0(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) == 0))
    return 0;
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A key that is not there is not found.
int absent1(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) < 1))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// May be another one.
int absentOther1(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) < 1))
    return 0;
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A key that is not there is not found.
int absent2(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) <= 0))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// May be another one.
int absentOther2(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!(m.count(key) <= 0))
    return 0;
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A key that is not there is not found.
int absent3(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(0 == m.count(key)))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// May be another one.
int absentOther3(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!(0 == m.count(key)))
    return 0;
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A key that is not there is not found.
int absent4(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(1 > m.count(key)))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// May be another one.
int absentOther4(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!(1 > m.count(key)))
    return 0;
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A key that is not there is not found.
int absent5(Map &m, int key, Witness &o) {
  auto w = o.begin();
  if (!(0 >= m.count(key)))
    return 0;
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// May be another one.
int absentOther5(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  if (!(0 >= m.count(key)))
    return 0;
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// What has elements is not empty.
int some0(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.size() > 0))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none0(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.size() > 0)
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some1(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.size() >= 1))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none1(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.size() >= 1)
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some2(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.size() != 0))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none2(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.size() != 0)
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some3(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(0 < c.size()))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none3(Vector &c, Witness &o) {
  auto w = o.begin();
  if (0 < c.size())
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some4(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(1 <= c.size()))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none4(Vector &c, Witness &o) {
  auto w = o.begin();
  if (1 <= c.size())
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some5(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(0 != c.size()))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none5(Vector &c, Witness &o) {
  auto w = o.begin();
  if (0 != c.size())
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some6(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.begin() != c.end()))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none6(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.begin() != c.end())
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some7(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.end() != c.begin()))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none7(Vector &c, Witness &o) {
  auto w = o.begin();
  if (c.end() != c.begin())
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some8(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(!(c.size() < 1)))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none8(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.size() < 1))
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some9(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(!(c.size() <= 0)))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none9(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(c.size() <= 0))
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// What has elements is not empty.
int some10(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(!(1 > c.size())))
    return 0;
  if (c.empty())
    o.clear();
  return *w;
}

// What has none is.
int none10(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!(1 > c.size()))
    return 0;
  if (!c.empty())
    o.clear();
  return *w;
}

// A number is compared twice, from both sides.
int number0(int x, int y, Witness &o) {
  auto w = o.begin();
  if (5 < x)
    return 0;
  if (x > 5)
    o.clear();
  return *w;
}

// The other way round.
int numberNot0(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 < x))
    return 0;
  if (!(x > 5))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen0(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 < x))
    return 0;
  if (x > 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number1(int x, int y, Witness &o) {
  auto w = o.begin();
  if (5 <= x)
    return 0;
  if (x >= 5)
    o.clear();
  return *w;
}

// The other way round.
int numberNot1(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 <= x))
    return 0;
  if (!(x >= 5))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen1(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 <= x))
    return 0;
  if (x >= 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number2(int x, int y, Witness &o) {
  auto w = o.begin();
  if (5 > x)
    return 0;
  if (x < 5)
    o.clear();
  return *w;
}

// The other way round.
int numberNot2(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 > x))
    return 0;
  if (!(x < 5))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen2(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 > x))
    return 0;
  if (x < 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number3(int x, int y, Witness &o) {
  auto w = o.begin();
  if (5 >= x)
    return 0;
  if (x <= 5)
    o.clear();
  return *w;
}

// The other way round.
int numberNot3(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 >= x))
    return 0;
  if (!(x <= 5))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen3(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 >= x))
    return 0;
  if (x <= 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number4(int x, int y, Witness &o) {
  auto w = o.begin();
  if (5 == x)
    return 0;
  if (x == 5)
    o.clear();
  return *w;
}

// The other way round.
int numberNot4(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 == x))
    return 0;
  if (!(x == 5))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen4(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 == x))
    return 0;
  if (x == 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number5(int x, int y, Witness &o) {
  auto w = o.begin();
  if (5 != x)
    return 0;
  if (x != 5)
    o.clear();
  return *w;
}

// The other way round.
int numberNot5(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 != x))
    return 0;
  if (!(x != 5))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen5(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(5 != x))
    return 0;
  if (x != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number6(int x, int y, Witness &o) {
  auto w = o.begin();
  if (x < y)
    return 0;
  if (y > x)
    o.clear();
  return *w;
}

// The other way round.
int numberNot6(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(x < y))
    return 0;
  if (!(y > x))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen6(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(x < y))
    return 0;
  if (y > x)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number7(int x, int y, Witness &o) {
  auto w = o.begin();
  if (x <= y)
    return 0;
  if (y >= x)
    o.clear();
  return *w;
}

// The other way round.
int numberNot7(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(x <= y))
    return 0;
  if (!(y >= x))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen7(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(x <= y))
    return 0;
  if (y >= x)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A number is compared twice, from both sides.
int number8(int x, int y, Witness &o) {
  auto w = o.begin();
  if (x == y)
    return 0;
  if (y == x)
    o.clear();
  return *w;
}

// The other way round.
int numberNot8(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(x == y))
    return 0;
  if (!(y == x))
    o.clear();
  return *w;
}

// Only one of them can be.
int numberThen8(int x, int y, Witness &o) {
  auto w = o.begin();
  if (!(x == y))
    return 0;
  if (y == x)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// The beginning of what is empty is its end.
int emptyBegin(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty())
    return 0;
  if (c.begin() != c.end())
    o.clear();
  return *w;
}

// An iterator that was there before the question.
int beginThenEmpty(Vector &c, Witness &o) {
  auto w = o.begin();
  auto it = c.begin();
  if (c.empty())
    return 0;
  if (it == c.end())
    o.clear();
  return *w;
}

// What is inserted is there.
int insertedIsThere(Map &m, int key, Witness &o) {
  auto w = o.begin();
  m.try_emplace(key, 1);
  if (m.find(key) == m.end())
    o.clear();
  return *w;
}

// By operator[], too.
int indexedIsThere(Map &m, int key, Witness &o) {
  auto w = o.begin();
  m[key] = 1;
  if (!m.count(key))
    o.clear();
  return *w;
}

// What is erased is not.
int erasedIsNot(Map &m, int key, Witness &o) {
  auto w = o.begin();
  m.erase(key);
  if (m.find(key) != m.end())
    o.clear();
  return *w;
}

// Others may be.
int erasedOther(Map &m, int key, int other, Witness &o) {
  auto w = o.begin();
  m.erase(key);
  if (m.find(other) != m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

EXECUTE(
    GOOD(present0) GOOD_CALL(missing0(sample<Map>(), 9, sample<Witness>())) GOOD(present1) GOOD_CALL(
        missing1(sample<Map>(), 9,
                 sample<
                     Witness>())) GOOD(present2) GOOD_CALL(missing2(sample<Map>(), 9,
                                                                    sample<
                                                                        Witness>())) GOOD(present3)
        GOOD_CALL(missing3(sample<Map>(), 9, sample<Witness>())) GOOD(present4) GOOD_CALL(missing4(
            sample<Map>(), 9,
            sample<
                Witness>())) GOOD(present5) GOOD_CALL(missing5(sample<Map>(), 9, sample<Witness>()))
            GOOD(present6) GOOD_CALL(missing6(sample<Map>(), 9, sample<Witness>())) GOOD(present7) GOOD_CALL(
                missing7(sample<Map>(), 9,
                         sample<Witness>())) GOOD_CALL(absent0(sample<Map>(), 9, sample<Witness>()))
                BAD_CALL(absentOther0(sample<Map>(), 9, 2, sample<Witness>())) GOOD_CALL(absent1(
                    sample<Map>(), 9,
                    sample<
                        Witness>())) BAD_CALL(absentOther1(sample<Map>(), 9, 2, sample<Witness>()))
                    GOOD_CALL(absent2(sample<Map>(), 9, sample<Witness>())) BAD_CALL(absentOther2(
                        sample<Map>(), 9, 2,
                        sample<Witness>())) GOOD_CALL(absent3(sample<Map>(), 9, sample<Witness>()))
                        BAD_CALL(absentOther3(sample<Map>(), 9, 2, sample<Witness>())) GOOD_CALL(absent4(
                            sample<Map>(), 9,
                            sample<
                                Witness>())) BAD_CALL(absentOther4(sample<Map>(), 9, 2, sample<Witness>()))
                            GOOD_CALL(absent5(sample<Map>(), 9, sample<Witness>())) BAD_CALL(absentOther5(
                                sample<Map>(), 9, 2,
                                sample<
                                    Witness>())) GOOD(some0) GOOD_CALL(none0(*new Vector(),
                                                                             sample<Witness>())) GOOD(some1)
                                GOOD_CALL(none1(*new Vector(), sample<Witness>())) GOOD(some2) GOOD_CALL(none2(
                                    *new Vector(),
                                    sample<
                                        Witness>())) GOOD(some3) GOOD_CALL(none3(*new Vector(),
                                                                                 sample<Witness>())) GOOD(some4)
                                    GOOD_CALL(none4(*new Vector(), sample<Witness>())) GOOD(some5) GOOD_CALL(none5(
                                        *new Vector(),
                                        sample<
                                            Witness>())) GOOD(some6) GOOD_CALL(none6(*new Vector(),
                                                                                     sample<Witness>())) GOOD(some7)
                                        GOOD_CALL(none7(*new Vector(), sample<Witness>())) GOOD(some8) GOOD_CALL(
                                            none8(*new Vector(), sample<Witness>())) GOOD(some9)
                                            GOOD_CALL(none9(*new Vector(), sample<Witness>())) GOOD(some10) GOOD_CALL(
                                                none10(*new Vector(),
                                                       sample<
                                                           Witness>())) GOOD(number0) GOOD(numberNot0)
                                                BAD_CALL(numberThen0(6, 1, sample<Witness>())) GOOD(number1) GOOD(
                                                    numberNot1) BAD_CALL(numberThen1(5, 1, sample<Witness>()))
                                                    GOOD(number2) GOOD(numberNot2) BAD_CALL(numberThen2(
                                                        4, 1, sample<Witness>())) GOOD(number3)
                                                        GOOD(numberNot3) BAD_CALL(numberThen3(
                                                            5, 1, sample<Witness>())) GOOD(number4)
                                                            GOOD(numberNot4) BAD_CALL(numberThen4(
                                                                5, 1,
                                                                sample<Witness>())) GOOD(number5)
                                                                GOOD(numberNot5) BAD_CALL(numberThen5(
                                                                    6, 1,
                                                                    sample<
                                                                        Witness>())) GOOD(number6)
                                                                    GOOD(numberNot6) BAD_CALL(numberThen6(
                                                                        1, 2,
                                                                        sample<
                                                                            Witness>())) GOOD(number7)
                                                                        GOOD(numberNot7) BAD_CALL(numberThen7(
                                                                            1, 2,
                                                                            sample<
                                                                                Witness>())) GOOD(number8)
                                                                            GOOD(numberNot8) BAD_CALL(numberThen8(
                                                                                1, 1,
                                                                                sample<Witness>()))
                                                                                GOOD_CALL(emptyBegin(
                                                                                    *new Vector(),
                                                                                    sample<
                                                                                        Witness>())) GOOD(beginThenEmpty)
                                                                                    GOOD(insertedIsThere) GOOD(
                                                                                        indexedIsThere) GOOD(erasedIsNot)
                                                                                        BAD_CALL(erasedOther(
                                                                                            sample<
                                                                                                Map>(),
                                                                                            1, 2,
                                                                                            sample<
                                                                                                Witness>())))

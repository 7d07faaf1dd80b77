//===- observers.h - a list of observers ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef BASE_OBSERVERS_H_INCLUDED
#define BASE_OBSERVERS_H_INCLUDED

#include <algorithm>
#include <vector>

namespace base {

template<typename T>
class Observers {
public:
  typedef T observer_type;
  typedef std::vector<observer_type*> list_type;
  typedef typename list_type::iterator iterator;

  void addObserver(observer_type* observer) {
#ifndef FIXED
    clearNulls();
#endif
    m_observers.push_back(observer);
  }

  void removeObserver(observer_type* observer) {
#ifdef FIXED
    iterator it = std::find(m_observers.begin(), m_observers.end(), observer);
    if (it != m_observers.end())
      m_observers.erase(it);
#else
    clearNulls();

    iterator it = std::find(m_observers.begin(), m_observers.end(), observer);
    if (it != m_observers.end())
      *it = nullptr;
#endif
  }

  template<typename A1>
  void notifyObservers(void (observer_type::*method)(A1), A1 a1) {
#ifdef FIXED
    list_type copy = m_observers;
    for (iterator it = copy.begin(), end = copy.end(); it != end; ++it) {
      if (*it)
        ((*it)->*method)(a1);
    }
#else
    {
      IncDec incdec(m_notifyingObservers);
      for (iterator it = m_observers.begin(), end = m_observers.end(); it != end; ++it) {
        if (*it)
          ((*it)->*method)(a1); // finding: mutate-while-iterating
      }
    }
    clearNulls();
#endif
  }

private:
#ifndef FIXED
  void clearNulls() {
    if (m_notifyingObservers > 0)
      return;

    iterator it;
    while ((it = std::find(m_observers.begin(), m_observers.end(), (observer_type*)nullptr)) != m_observers.end())
      m_observers.erase(it);
  }

  struct IncDec {
    int& m_value;
    IncDec(int& value) : m_value(value) { ++m_value; }
    ~IncDec() { --m_value; }
  };

  int m_notifyingObservers = 0;
#endif
  list_type m_observers;
};

} // namespace base

#endif

//===- linkedmap.h - a map that keeps the order of insertion ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LINKEDMAP_H
#define LINKEDMAP_H

#include <string>
#include <unordered_map>
#include <vector>

template<class T>
class LinkedRefMap
{
  public:
    using Ptr = T*;
    using Vec = std::vector<Ptr>;
    using Map = std::unordered_map<std::string,Ptr>;
    using iterator = typename Vec::iterator;
    using const_iterator = typename Vec::const_iterator;

    //! Returns a pointer to the object if found or nullptr if it is not found.
    const T *find(const std::string &key) const
    {
      auto it = m_lookup.find(key);
      return it!=m_lookup.end() ? it->second : nullptr;
    }

    //! Adds an object reference to the ordered vector if it was not added already.
    bool add(const std::string &key, T* obj)
    {
      if (find(key)==nullptr) // new element
      {
        m_lookup.insert({key,obj});
        m_entries.push_back(obj);
        return true;
      }
      else // already existing, don't add
      {
        return false;
      }
    }

    iterator begin()             { return m_entries.begin();  }
    iterator end()               { return m_entries.end();    }
    const_iterator begin() const { return m_entries.cbegin(); }
    const_iterator end() const   { return m_entries.cend();   }
    size_t size() const          { return m_entries.size();   }

  private:
    Map m_lookup;
    Vec m_entries;
};

#endif

//===- map.hpp - a hash map to erase from while anybody iterates *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// holdfast::map<K, V> has the names of std::unordered_map where they mean the same, and operations
// that are atomic per entry. Any thread may call any of them at any time, but for those in the last
// row.
//
// clang-format off
//   operation              beside other threads   waits for           complexity       notes
//   load find contains     safe, atomic           nobody (a)          O(1)             writes no
//   count at visit         per entry                                                   shared line
//   find_many              safe, each atomic      nobody (a)          O(1) a key       16 a pin
//   insert emplace store   safe, atomic           writers of the      O(1) amortized,  a step moves
//   try_emplace update     per entry              same segment        worst: one       <= 1024
//   insert_or_assign swap                         (1/1000 of the      segment          entries
//   erase extract [] ...                          entries) (b)
//   range-for, range,      safe (c)               nobody (a)          O(1) amortized   no lock; no pin
//   ++iterator                                                        a step           in the body
//   erase_if clear merge   safe, not atomic as    as erase            O(n)             readers go on
//   reserve                a whole
//   size empty ==          safe; exact if nobody  nobody              O(n / 500)       no counter that
//                          writes meanwhile                                            writers share
//   constructors, =, swap  not beside others on   -                   -                as std
//   (map &), destructor    the same map
//
//   (a) No lock. A reader of small trivially copyable entries looks again if the entries beside its
//       own are being written at that moment: a few stores of another thread.
//   (b) The lock of a segment is held for some ten stores, or, one time in hundreds, for a split or
//       merge of 10-30 us. Whoever waits for it yields. Some thread always makes progress, unless
//       the system suspends the one that holds a lock.
//   (c) Iteration, from any thread, while any thread (also the loop's body) inserts, erases,
//       updates, clears, grows or shrinks the map:
//         - a key that was removed before it is reached is not produced;
//         - each key is produced at most once;
//         - a key that is there throughout is produced exactly once, with a value it has at that
//           moment;
//         - a key that is inserted, or erased and inserted again, meanwhile may or may not appear;
//         - what the body gets stays valid and unchanged until the next step.
// clang-format on
//
// Memory order: an operation that sees an entry happens after the one that put it there.
//
// Values are never changed in place where somebody may look: visitors and iterators get const
// access to one consistent value. store, update and [] replace it.
//
// Re-entrancy: the body of a loop, visit, range and find may call anything on any map, also erase
// what they look at, and so may destructors of keys and values, copy constructors and equality. No
// user code runs under a lock but the noexcept hash of small trivially copyable keys, when a
// segment is split.
//
// Destruction: an erased entry is destroyed as soon as nobody looks at it: within erase() itself if
// that is so already, else by the last one to leave. If keys and values are silently destructible
// (entry.hpp: trivial ones, strings, vectors of these), after some 250 erases, at reclaim(),
// or at the end of the thread, whichever is first. A loop whose body sleeps delays the destruction
// of the 16 or so entries around the one it is at; a visitor, of the one it visits.
//
// Such nodes may be used again for new entries, with the memory of their strings: spare_nodes.hpp.
//
// Exceptions: if hash, equality, a constructor or the allocator throws, the map is as it was. (In
// operations on many entries: up to there.) Destructors must not throw.
//
// Hash: any; what it returns is mixed, so the identity will do. Hashes that collide altogether
// make the map a list, as they do with std::unordered_map, and nothing worse.
// Memory: shrinks as it empties, in steps of one segment, without being asked.
// Requirements: Hash and Eq are called from several threads at once, as const objects. Keys and
// values of any movable type, also move-only and over-aligned; V must be copyable for load, at,
// swap, load_and_erase, update and [] (visit, find, erase and extract do without).
//
// It is not: ordered; a drop-in where references into the map must outlive others' erasures, or
// values are changed through them (`m.at(k).f()`, `for (auto &[k, v] : m) v = 0`: these do not
// compile, see update()).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MAP_HPP
#define HOLDFAST_MAP_HPP

#include "holdfast/detail/atomic_map.hpp"
#include "holdfast/detail/entry_proxy.hpp"

#include <initializer_list>
#include <stdexcept>

namespace holdfast {

/// Destroys now whatever was erased from any map and can be destroyed: what nobody looks at.
/// Returns whether nothing is left. False when called from within hash, equality, copying or
/// update().
inline bool reclaim() {
  const bool all = detail::the_domain.reclaim();
  detail::empty_spares();
  return all;
}

template <class K, class V, class Hash = std::hash<K>, class Eq = std::equal_to<K>,
          class Alloc = std::allocator<std::pair<const K, V>>>
class map : public detail::atomic_map<K, V, Hash, Eq, Alloc> {
  using base = detail::atomic_map<K, V, Hash, Eq, Alloc>;
  using base::table_;
  using typename base::draft_type;
  using typename base::entries;
  using typename base::entry;
  using typename base::match;
  using typename base::table_type;
  template <class Q> using if_key = typename base::template if_key<Q>;
  using alloc_traits = std::allocator_traits<Alloc>;

public:
  using key_type = K;
  using mapped_type = V;
  using value_type = std::pair<const K, V>;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using hasher = Hash;
  using key_equal = Eq;
  using allocator_type = Alloc;
  using reference = const value_type &;
  using const_reference = const value_type &;
  using iterator = detail::iterator<table_type, K, V, detail::whole_pair>;
  using const_iterator = iterator;
  using node_type = detail::node_handle<table_type, K, V>;
  struct insert_return_type {
    iterator position;
    bool inserted;
    node_type node;
  };

  /// Allocates nothing before the first insertion. n: see reserve().
  map() : map(0) {}
  explicit map(size_type n, const Hash &hash = Hash(), const Eq &equal = Eq(),
               const Alloc &alloc = Alloc())
      : base(hash, equal, alloc) {
    reserve(n);
  }
  explicit map(const Alloc &alloc) : map(0, Hash(), Eq(), alloc) {}
  template <class It, class = typename std::iterator_traits<It>::iterator_category>
  map(It first, It last, size_type n = 0, const Hash &hash = Hash(), const Eq &equal = Eq(),
      const Alloc &alloc = Alloc())
      : map(n, hash, equal, alloc) {
    insert(first, last);
  }
  map(std::initializer_list<value_type> all, size_type n = 0, const Hash &hash = Hash(),
      const Eq &equal = Eq(), const Alloc &alloc = Alloc())
      : map(all.begin(), all.end(), n, hash, equal, alloc) {}

  /// What an iteration over other produces; other may be in use.
  map(const map &other)
      : map(other, alloc_traits::select_on_container_copy_construction(other.get_allocator())) {}
  map(const map &other, const Alloc &alloc) : map(0, other.hash_function(), other.key_eq(), alloc) {
    insert(other.begin(), other.end());
  }
  /// other is empty afterwards, and usable.
  map(map &&other) : map(0, other.hash_function(), other.key_eq(), other.get_allocator()) {
    table_.shape().swap_contents(other.table_.shape());
  }
  /// As the copy constructor, with the allocator that std::unordered_map would have then.
  map &operator=(const map &other) {
    constexpr bool propagates = alloc_traits::propagate_on_container_copy_assignment::value;
    map copy(other, propagates ? other.get_allocator() : get_allocator());
    table_.swap_but_alloc(copy.table_);
    if constexpr (propagates)
      table_.shape().set_alloc(copy.get_allocator());
    return *this;
  }
  /// Takes other's entries, with the memory they have.
  map &operator=(map &&other) {
    map taken(std::move(other));
    table_.swap(taken.table_);
    return *this;
  }
  map &operator=(std::initializer_list<value_type> all) { return *this = map(all); }
  /// Exchanges contents, hash, equality and (if it propagates) allocator, without touching an
  /// entry.
  void swap(map &other) noexcept { table_.swap(other.table_); }
  friend void swap(map &a, map &b) noexcept { a.swap(b); }
  using base::swap;

  allocator_type get_allocator() const { return table_.shape().alloc(); }
  hasher hash_function() const { return table_.hash(); }
  key_equal key_eq() const { return table_.equal(); }

  // Lookup.

  iterator begin() const { return iterator::first(table_); }
  iterator end() const { return {}; }
  iterator cbegin() const { return begin(); }
  iterator cend() const { return end(); }

  /// An iterator at the entry, which holds it; end() if there is none. visit() and load() are
  /// cheaper.
  iterator find(const K &key) const { return find_impl(key); }
  template <class Q, class = if_key<Q>> iterator find(const Q &key) const { return find_impl(key); }

  bool contains(const K &key) const { return has(key); }
  template <class Q, class = if_key<Q>> bool contains(const Q &key) const { return has(key); }
  size_type count(const K &key) const { return has(key); }
  template <class Q, class = if_key<Q>> size_type count(const Q &key) const { return has(key); }

  /// The value, copied. Throws std::out_of_range if the key is absent.
  V at(const K &key) const {
    std::optional<V> value = this->load(key);
    if (!value)
      throw std::out_of_range("holdfast::map::at: no such key; load() returns an optional instead");
    return *std::move(value);
  }

  /// See entry_proxy.
  detail::entry_proxy<map, const K &> operator[](const K &key) { return {*this, key}; }
  detail::entry_proxy<map, K> operator[](K &&key) { return {*this, std::move(key)}; }

  /// O(segments), as is empty() while segments are empty.
  size_type size() const { return table_.count_all(); }
  bool empty() const { return table_.count_all(1) == 0; }
  size_type max_size() const noexcept { return static_cast<size_type>(-1) / sizeof(value_type); }

  // Insertion: what is returned refers to the entry that is there now, and says whether it is new.
  // Arguments are left alone if the key is there already; if another thread inserts it at the same
  // moment they may have been moved from.

  template <class... Args> std::pair<iterator, bool> try_emplace(const K &key, Args &&...args) {
    return add(key, [&] { return table_.make(key, std::forward<Args>(args)...); });
  }
  template <class... Args> std::pair<iterator, bool> try_emplace(K &&key, Args &&...args) {
    iterator at(table_);
    if (table_.look(key, [&](detail::record &me, const entry &e) { at.hold(me, e); }))
      return {std::move(at), false};
    draft_type fresh = table_.make(std::move(key), std::forward<Args>(args)...);
    const bool inserted = add_draft(fresh, base::key_for(fresh, key), at);
    return {std::move(at), inserted};
  }
  std::pair<iterator, bool> insert(const value_type &pair) {
    return try_emplace(pair.first, pair.second);
  }
  std::pair<iterator, bool> insert(value_type &&pair) {
    return try_emplace(pair.first, std::move(pair.second));
  }
  template <class P, class = std::enable_if_t<std::is_constructible_v<std::pair<K, V>, P &&>>>
  std::pair<iterator, bool> insert(P &&pair) {
    return emplace(std::forward<P>(pair));
  }
  template <class... Args> std::pair<iterator, bool> emplace(Args &&...args) {
    std::pair<K, V> pair(std::forward<Args>(args)...);
    return try_emplace(std::move(pair.first), std::move(pair.second));
  }
  template <class It, class = typename std::iterator_traits<It>::iterator_category>
  void insert(It first, It last) {
    for (; first != last; ++first)
      insert(*first);
  }
  void insert(std::initializer_list<value_type> all) { insert(all.begin(), all.end()); }
  template <class Value> std::pair<iterator, bool> insert_or_assign(K key, Value &&value) {
    iterator at(table_);
    const detail::hash_bits h = table_.begin_store(key);
    draft_type fresh = table_.make(std::move(key), std::forward<Value>(value));
    const K &its_key = base::key_for(fresh, key);
    const detail::pin_guard pin;
    const entry e = fresh.get();
    const bool inserted =
        table_.template store<match::key>(h, its_key, std::move(fresh), [](const entry &) {});
    at.hold(pin.self(), e);
    return {std::move(at), inserted};
  }
  /// Gives an extracted entry to this map; keeps it in `node` if its key is there already. The
  /// allocator must be equal to the one it came from.
  insert_return_type insert(node_type &&node) {
    if (node.empty())
      return {end(), false, {}};
    iterator at(table_);
    draft_type fresh(node.get());
    const auto &key = node.key();
    bool inserted = false;
    try {
      inserted = add_draft(fresh, key, at);
    } catch (...) {
      fresh.release(); // the handle keeps it
      throw;
    }
    if (inserted)
      node.release();
    else
      fresh.release();
    return {std::move(at), inserted, std::move(node)};
  }

  // Removal.

  /// Returns how many it has removed: 0 or 1.
  size_type erase(const K &key) { return table_.erase_key(key); }
  template <class Q, class = if_key<Q>,
            class = std::enable_if_t<!std::is_convertible_v<const Q &, iterator>>>
  size_type erase(const Q &key) {
    return table_.erase_key(key);
  }
  /// Removes the key at which `at` is, if nobody has yet, and steps. (Throws as ++ does: it is
  /// removed.)
  iterator erase(iterator at) {
    erase(at->first);
    return std::move(++at);
  }
  iterator erase(iterator first, const iterator &last) {
    while (first != last)
      first = erase(std::move(first));
    return first;
  }

  /// Takes the entry out of the map; an empty handle if the key is absent.
  node_type extract(const K &key) { return extract_impl(key); }
  template <class Q, class = if_key<Q>> node_type extract(const Q &key) {
    return extract_impl(key);
  }

  /// Moves the entries here whose keys are not here. Each by itself: between the two it is in
  /// neither map, and one that another thread inserts here at that moment goes back.
  template <class H2, class E2> void merge(map<K, V, H2, E2, Alloc> &source) {
    for (auto i = source.begin(); i != source.end(); ++i) {
      if (static_cast<const void *>(&source) == this || contains(i->first))
        continue;
      if (auto node = source.extract(i->first)) {
        node_type here;
        here.adopt(node.get());
        node.release();
        try {
          here = insert(std::move(here)).node;
        } catch (...) {
          give_back(source, here);
          throw;
        }
        give_back(source, here);
      }
    }
  }
  template <class H2, class E2> void merge(map<K, V, H2, E2, Alloc> &&source) { merge(source); }

  /// Removes every key that is there throughout; what is inserted meanwhile may stay.
  void clear() { table_.clear_all(); }

  /// Makes segments for n entries. They are merged again when entries are erased.
  void reserve(size_type n) { table_.reserve_for(n); }

  /// Removes the entries for which pred(const value_type &) holds: for each one, that it holds for
  /// what is removed. Returns how many. Readers and writers go on meanwhile.
  template <class Pred> friend size_type erase_if(map &m, Pred pred) {
    return m.erase_each([&](const value_type &pair) { return pred(pair); });
  }

  /// Whether an iteration over a finds as many entries as b has, each with an equal value in b.
  friend bool operator==(const map &a, const map &b) {
    size_type n = 0;
    for (const value_type &pair : a) {
      bool same = false;
      b.visit(pair.first, [&](const value_type &other) { same = other.second == pair.second; });
      if (!same)
        return false;
      ++n;
    }
    return n == b.size();
  }
  friend bool operator!=(const map &a, const map &b) { return !(a == b); }

private:
  /// Inserts what is in node, if anything, into the map from which merge() has taken it.
  template <class Source> static void give_back(Source &source, node_type &node) {
    if (node.empty())
      return;
    typename Source::node_type own;
    own.adopt(node.get());
    node.release();
    source.insert(std::move(own));
  }
  template <class Q> bool has(const Q &key) const {
    return table_.look(key, [](detail::record &, const entry &) {});
  }
  template <class Q> iterator find_impl(const Q &key) const {
    iterator at(table_);
    if (!table_.look(key, [&](detail::record &me, const entry &e) { at.hold(me, e); }))
      return end();
    return at;
  }
  template <class Q> node_type extract_impl(const Q &key) {
    entry taken{};
    node_type node;
    const auto take = [&](detail::record &, const entry &e) {
      taken = e;
      return true;
    };
    if (table_.erase_when(key, match::whole, take, true))
      node.adopt(taken);
    return node;
  }
  template <class Make> std::pair<iterator, bool> add(const K &key, Make make) {
    iterator at(table_);
    const auto see = [&](detail::record &me, const entry &e) { at.hold(me, e); };
    const bool inserted = table_.insert_new(key, make, see, see);
    return {std::move(at), inserted};
  }
  /// Inserts fresh, whose key is `key`, unless that is there; fresh keeps it then.
  bool add_draft(draft_type &fresh, const K &key, iterator &at) {
    const detail::pin_guard pin;
    const entry e = fresh.get();
    const auto present = [&](detail::record &me, const typename table_type::location &found) {
      at.hold(me, found.what);
      return true;
    };
    const bool inserted =
        table_.put(table_.hash_of(key), key, present, [&]() -> draft_type & { return fresh; });
    if (inserted)
      at.hold(pin.self(), e);
    return inserted;
  }
};

} // namespace holdfast

#endif // HOLDFAST_MAP_HPP

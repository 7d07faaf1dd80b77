//===- checked_iterator.hpp - an iterator that knows when it is invalid *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CHECKED_ITERATOR_HPP
#define HOLDFAST_DETAIL_CHECKED_ITERATOR_HPP

#include "holdfast/detail/checked_state.hpp"

#include <iterator>
#include <memory>
#include <type_traits>

namespace holdfast::detail {

template <class Map> class checked_core;

/// Wraps It, an iterator of Map. Each use asks whether its element is still there; ++ and -- ask as
/// well whether another thread has changed the container since the last step.
template <class Map, class It> class checked_iterator {
  using traits = std::iterator_traits<It>;
  using container = checked_core<Map>;

public:
  using iterator_category = typename traits::iterator_category;
  using value_type = typename traits::value_type;
  using difference_type = typename traits::difference_type;
  using pointer = typename traits::pointer;
  using reference = typename traits::reference;

  checked_iterator() = default;
  checked_iterator(It it, const container &of, const call_site &made) noexcept
      : it_(it), of_(&of), made_(made) {
    arrive();
  }
  /// const_iterator from iterator.
  template <class Other, class = std::enable_if_t<!std::is_same_v<Other, It> &&
                                                  std::is_convertible_v<Other, It>>>
  checked_iterator(const checked_iterator<Map, Other> &other)
      : it_(other.it_), of_(other.of_), element_(other.element_), seen_(other.seen_),
        losses_(other.losses_), made_(other.made_) {}

  reference operator*() const {
    verify("use of the iterator from", false);
    return *it_;
  }
  pointer operator->() const {
    verify("use of the iterator from", false);
    return it_.operator->();
  }
  checked_iterator &operator++() {
    verify("next step of the iteration from", true);
    ++it_;
    arrive();
    return *this;
  }
  checked_iterator operator++(int) {
    checked_iterator old = *this;
    ++*this;
    return old;
  }
  checked_iterator &operator--() {
    verify("next step of the iteration from", true);
    --it_;
    arrive();
    return *this;
  }
  checked_iterator operator--(int) {
    checked_iterator old = *this;
    --*this;
    return old;
  }

  template <class Other> bool operator==(const checked_iterator<Map, Other> &b) const {
    return it_ == b.it_;
  }
  template <class Other> bool operator!=(const checked_iterator<Map, Other> &b) const {
    return !(it_ == b.it_);
  }

  /// The wrapped iterator, when it is given to the container as an argument.
  const It &base(const char *operation) const {
    verify(operation, false);
    return it_;
  }
  const It &base() const noexcept { return it_; }
  /// The address of the element; null at the end, or where there are only proxies.
  const void *element() const noexcept { return element_; }

private:
  template <class, class> friend class checked_iterator;

  void arrive() noexcept {
    seen_ = of_->state().last();
    losses_ = of_->state().losses();
    element_ = nullptr;
    if constexpr (std::is_reference_v<reference>)
      if (it_ != of_->last_of(it_))
        element_ = std::addressof(*it_);
  }

  void verify(const char *name, bool walks) const {
    if (!of_)
      return;
    const stamp now = of_->state().last();
    if (now == seen_)
      return;
    const operation_site here = own_operation(name, made_);
    stamp by = now;
    if (is_lost(by))
      report<Map>(violation::kind::erased_under_iterator, here, by);
    else if (walks && !is_own(now))
      report<Map>(violation::kind::changed_while_walked, here, now);
    seen_ = now;
    losses_ = of_->state().losses();
  }
  static bool is_own(stamp s) noexcept { return thread_log::of(s) == &thread_log::own(); }
  /// The end stays what it is.
  bool is_lost(stamp &by) const {
    if (!element_)
      return false;
    switch (of_->state().ask(losses_, element_, by)) {
    case checked_state::fate::lost:
      return true;
    case checked_state::fate::there:
      return false;
    case checked_state::fate::unknown:
      // Another thread may be at it; then this one may not look.
      return is_own(of_->state().last()) && !of_->has(element_);
    }
    return false;
  }

  It it_{};
  const container *of_ = nullptr;
  const void *element_ = nullptr;
  mutable stamp seen_ = 0;
  mutable std::uint32_t losses_ = 0;
  call_site made_; ///< The loop, or what returned the iterator.
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CHECKED_ITERATOR_HPP

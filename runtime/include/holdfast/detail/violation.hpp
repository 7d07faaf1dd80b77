//===- violation.hpp - what holdfast::checked says when it stops *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_VIOLATION_HPP
#define HOLDFAST_DETAIL_VIOLATION_HPP

#include "holdfast/detail/call_site.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#if defined(__has_include)
#if __has_include(<dlfcn.h>)
#include <dlfcn.h>
#define HOLDFAST_HAS_DLADDR 1
#endif
#endif

namespace holdfast {

/// What holdfast::checked has seen.
struct violation {
  enum class kind {
    concurrent_changes,   ///< Two threads changed the container at once.
    changed_while_read,   ///< One thread changed it while another looked something up.
    changed_while_walked, ///< One thread changed it between two steps of another one's iteration.
    erased_under_iterator ///< The element that an iterator stands on is gone, or all iterators are.
  };
  kind what;
  std::string_view container; ///< Its type.
  operation_site here;        ///< What the calling thread does.
  operation_site other;       ///< The change that it collided with.
};

/// Called with each violation, in the thread that found it, which may be in the middle of changing
/// the container. If it returns, the operation goes on.
using violation_handler = void (*)(const violation &);

/// The violation as holdfast::checked prints it: what happened, both places, what to do.
inline std::string describe(const violation &v);

namespace detail {

inline void stop(const violation &v) {
  const std::string text = describe(v);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
  std::abort();
}

inline std::atomic<violation_handler> the_violation_handler{stop};

/// " session.cpp:42", or the code's address in a form that addr2line takes.
inline std::string spell(const call_site &where) {
  if (where.file)
    return std::string(" ") + where.file + ":" + std::to_string(where.line);
  if (!where.address)
    return {};
  char buffer[64];
#if defined(HOLDFAST_HAS_DLADDR)
  Dl_info info;
  if (::dladdr(where.address, &info) != 0 && info.dli_fname) {
    // One byte back: the call, not what comes after it.
    const auto offset =
        static_cast<const char *>(where.address) - static_cast<const char *>(info.dli_fbase) - 1;
    std::snprintf(buffer, sizeof buffer, "%#lx", static_cast<unsigned long>(offset));
    return std::string(" ") + info.dli_fname + "+" + buffer + " (addr2line -Cfe " + info.dli_fname +
           " " + buffer + ")";
  }
#endif
  std::snprintf(buffer, sizeof buffer, " %p", where.address);
  return buffer;
}

inline std::string spell(const operation_site &o) {
  return "  thread " + std::to_string(o.thread) + ": " +
         (o.name ? o.name + spell(o.where) : std::string("an earlier change")) + "\n";
}

} // namespace detail

/// Replaces what is done with a violation; null: print it and abort, as at the start. Returns the
/// one before. Thread-safe.
inline violation_handler set_violation_handler(violation_handler handler) noexcept {
  return detail::the_violation_handler.exchange(handler ? handler : detail::stop);
}

inline std::string describe(const violation &v) {
  const char *what = "", *remedy = "";
  switch (v.what) {
  case violation::kind::concurrent_changes:
    what = "was changed by two threads at once";
    remedy = "guard both with one mutex, or use a holdfast::map, which any thread may change";
    break;
  case violation::kind::changed_while_read:
    what = "was changed by one thread while another looked something up in it";
    remedy = "guard both with one (shared) mutex, or use a holdfast::map";
    break;
  case violation::kind::changed_while_walked:
    what = "was changed by one thread while another iterated it";
    remedy =
        "hold one mutex during the whole loop, iterate a copy, or use a holdfast::map, which may "
        "be changed while it is iterated";
    break;
  case violation::kind::erased_under_iterator:
    what = "was changed under an iterator that is still in use";
    remedy = "use the iterator that erase() returns, put the change off until the loop has ended, "
             "or use "
             "a holdfast::map";
    break;
  }
  return "holdfast::checked: '" + std::string(v.container) + "' " + what + "\n" +
         detail::spell(v.here) + detail::spell(v.other) + "  " + remedy + "\n";
}

} // namespace holdfast

#endif // HOLDFAST_DETAIL_VIOLATION_HPP

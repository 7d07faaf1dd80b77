// A loop continues with the iterator that erase() returns, and steps where nothing was erased.
// RUN: %fix_check --std=c++11,c++17 %s %t
#include "Cases.h"
#include <algorithm>
#include <list>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

struct Session {
  int Id;
  bool Expired;
  bool expired() const { return Expired; }
};
typedef std::map<int, Session> Sessions;

static Sessions sessions() {
  Sessions M;
  for (int I = 0; I != 6; ++I)
    M[I] = Session{I, I % 2 == 0 || I == 1};
  return M;
}
static std::vector<int> numbers() { return {1, 2, 2, 3, 4, 6, 5}; }

// What happens beside the erasure is kept.
static int Closed;
static bool rangeForOverMap() {
  Sessions M = sessions();
  Closed = 0;
  // CHECK-LABEL: rangeForOverMap
  // CHECK: for (auto it = M.begin(); it != M.end();) {
  // CHECK-NEXT: auto &KV = *it;
  // CHECK-NEXT: if (KV.second.expired()) {
  // CHECK-NEXT: ++Closed;
  // CHECK-NEXT: it = M.erase(it);
  // CHECK-NEXT: } else {
  // CHECK-NEXT: ++it;
  // CHECK-NEXT: }
  // CHECK-NEXT: }
  for (auto &KV : M) {
    if (KV.second.expired()) {
      ++Closed;
      M.erase(KV.first);
    }
  }
  return M.size() == 2 && M.count(3) && M.count(5) && Closed == 4;
}

// A body without braces gets them, an unused variable goes, comments stay.
static bool rangeForWithoutBraces() {
  std::set<int> S{1, 2, 3, 4};
  int Calls = 0;
  auto IsEven = [&](int I) { return ++Calls, I % 2 == 0; };
  // CHECK-LABEL: rangeForWithoutBraces() {
  // CHECK: for (auto it = S.begin(); it != S.end();) { // all of them
  // CHECK-NEXT: int I = *it;
  // CHECK-NEXT: // The even ones go.
  // CHECK-NEXT: if (IsEven(I))
  // CHECK-NEXT: it = S.erase(it); // here
  // CHECK-NEXT: else
  // CHECK-NEXT: ++it;
  // CHECK-NEXT: }
  for (int I : S) // all of them
    // The even ones go.
    if (IsEven(I))
      S.erase(I); // here
  return S == std::set<int>{1, 3} && Calls == 4;
}

static bool everyElement() {
  std::list<int> L{1, 2, 3};
  int Sum = 0;
  // CHECK-LABEL: everyElement() {
  // CHECK: for (auto It = L.begin(); It != L.end();) {
  // CHECK-NEXT: Sum += *It;
  // CHECK-NEXT: It = L.erase(It);
  // CHECK-NEXT: }
  for (auto It = L.begin(); It != L.end(); ++It) {
    Sum += *It;
    L.erase(It);
  }
  return L.empty() && Sum == 6;
}

// `continue` steps, too, on its own line or in braces that it gets.
static bool earlierContinues() {
  std::vector<int> V = numbers();
  int Seen = 0;
  // CHECK-LABEL: earlierContinues() {
  // CHECK: for (auto It = V.begin(); It != V.end();) {
  // CHECK-NEXT: if (*It == 1) {
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: continue;
  // CHECK-NEXT: }
  // CHECK-NEXT: if (*It == 3) {
  // CHECK-NEXT: ++Seen;
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: continue;
  // CHECK-NEXT: }
  // CHECK-NEXT: for (int I = 0; I != 3; ++I)
  // CHECK-NEXT: if (I)
  // CHECK-NEXT: continue;
  // CHECK-NEXT: if (*It % 2 == 0)
  // CHECK-NEXT: It = V.erase(It);
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  for (auto It = V.begin(); It != V.end(); ++It) {
    if (*It == 1)
      continue;
    if (*It == 3) {
      ++Seen;
      continue;
    }
    for (int I = 0; I != 3; ++I)
      if (I)
        continue;
    if (*It % 2 == 0)
      V.erase(It);
  }
  return V == std::vector<int>{1, 3, 5} && Seen == 1;
}

// Who has erased continues; the rest steps at the end.
static bool continuesAfterwards() {
  std::list<int> L{1, 2, 2, 3};
  int Sum = 0;
  // CHECK-LABEL: continuesAfterwards() {
  // CHECK: for (auto It = L.begin(); It != L.end();) {
  // CHECK-NEXT: if (*It == 2) {
  // CHECK-NEXT: It = L.erase(It);
  // CHECK-NEXT: continue;
  // CHECK-NEXT: }
  // CHECK-NEXT: Sum += *It;
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  for (auto It = L.begin(); It != L.end(); ++It) {
    if (*It == 2) {
      L.erase(It);
      continue;
    }
    Sum += *It;
  }
  return L.size() == 2 && Sum == 4;
}

static bool elseChain() {
  Sessions M = sessions();
  int Even = 0, Odd = 0;
  // CHECK-LABEL: elseChain() {
  // CHECK: if (It->first == 1)
  // CHECK-NEXT: It = M.erase(It);
  // CHECK-NEXT: else if (It->first % 2 == 0) {
  // CHECK-NEXT: ++Even;
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: } else {
  // CHECK-NEXT: ++Odd;
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  for (auto It = M.begin(); It != M.end(); ++It) {
    if (It->first == 1)
      M.erase(It->first);
    else if (It->first % 2 == 0)
      ++Even;
    else
      ++Odd;
  }
  return M.size() == 5 && Even == 3 && Odd == 2;
}

static bool nestedIfs() {
  std::vector<int> V = numbers();
  bool Wanted = true;
  int Left = 2;
  // CHECK-LABEL: nestedIfs() {
  // CHECK: if (Wanted) {
  // CHECK-NEXT: if (Left > 0 && *It % 2 == 0) {
  // CHECK-NEXT: --Left;
  // CHECK-NEXT: It = V.erase(It);
  // CHECK-NEXT: } else {
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  // CHECK-NEXT: } else {
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  for (std::vector<int>::iterator It = V.begin(); It != V.end(); ++It) {
    if (Wanted) {
      if (Left > 0 && *It % 2 == 0) {
        --Left;
        V.erase(It);
      }
    }
  }
  return V == std::vector<int>{1, 3, 4, 6, 5};
}

static bool whileLoop() {
  std::unordered_map<int, int> M{{1, 1}, {2, 2}, {3, 3}};
  auto It = M.begin();
  // CHECK-LABEL: whileLoop() {
  // CHECK: while (It != M.end()) {
  // CHECK-NEXT: if (It->second == 2)
  // CHECK-NEXT: It = M.erase(It);
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  // CHECK-NEXT: }
  while (It != M.end()) {
    if (It->second == 2)
      M.erase(It);
    ++It;
  }
  return M.size() == 2 && !M.count(2);
}

// The end moves, too.
static bool keptEnd() {
  std::vector<int> V = numbers();
  int Erased = 0;
  // CHECK-LABEL: keptEnd() {
  // CHECK: for (auto It = V.begin(); It != V.end();) {
  // CHECK-NEXT: if (*It == 2) {
  // CHECK-NEXT: It = V.erase(It);
  for (auto It = V.begin(), End = V.end(); It != End; ++It) {
    if (*It == 2) {
      V.erase(It);
      ++Erased;
    }
  }
  return V.size() == 5 && Erased == 2;
}

// Not for a list, whose end() stays where it is.
static bool keptEndOfList() {
  std::list<int> L{1, 2, 3};
  int Erased = 0;
  // CHECK-LABEL: keptEndOfList() {
  // CHECK: for (auto It = L.begin(), End = L.end(); It != End;) {
  for (auto It = L.begin(), End = L.end(); It != End; ++It) {
    if (*It == 2) {
      L.erase(It);
      ++Erased;
    }
  }
  return L.size() == 2 && Erased == 1;
}

struct Registry {
  std::map<std::string, int> *Entries;
  std::vector<int> Numbers;
  int Removed;

  // CHECK-LABEL: bool throughPointer() {
  // CHECK: for (auto it2 = Entries->begin(); it2 != Entries->end();) {
  // CHECK-NEXT: const auto &E = *it2;
  // CHECK: it2 = Entries->erase(it2);
  bool throughPointer() {
    int it = 0;
    for (const auto &E : *Entries) {
      if (E.second == 2) {
        Entries->erase(E.first);
        ++it;
      }
    }
    return Entries->size() == 2 && it == 1;
  }

  // CHECK-LABEL: bool ofThis() {
  // CHECK: for (auto it = this->Numbers.begin(); it != this->Numbers.end();) {
  // CHECK: it = this->Numbers.erase(it);
  bool ofThis() {
    for (int N : this->Numbers) {
      if (N == 2) {
        this->Numbers.erase(std::find(this->Numbers.begin(), this->Numbers.end(), N));
        ++Removed;
      }
    }
    return Numbers.size() == 5 && Removed == 2;
  }
};

static bool pointer() {
  std::map<std::string, int> M{{"a", 1}, {"b", 2}, {"c", 3}};
  Registry R{&M, {}, 0};
  return R.throughPointer();
}
static bool member() {
  Registry R{nullptr, numbers(), 0};
  return R.ofThis();
}

// The same text is right for all instantiations.
template <class T> static bool inTemplate(std::vector<T> V, T Unwanted) {
  int Erased = 0;
  // CHECK-LABEL: inTemplate(
  // CHECK: It = V.erase(It);
  for (auto It = V.begin(); It != V.end(); ++It) {
    if (*It == Unwanted) {
      V.erase(It);
      ++Erased;
    }
  }
  return Erased == 2;
}
static bool templates() {
  return inTemplate<int>(numbers(), 2) && inTemplate<double>({1, 2, 2}, 2);
}

// c.erase(it++) of a vector erases right, but what it++ was is gone.
static bool postIncrement() {
  std::vector<int> V = numbers();
  auto It = V.begin();
  // CHECK-LABEL: postIncrement() {
  // CHECK: It = V.erase(It);
  // CHECK-NEXT: else
  // CHECK-NEXT: ++It;
  while (It != V.end()) {
    if (*It == 2)
      V.erase(It++);
    else
      ++It;
  }
  return V.size() == 5;
}

CASES(CASE(rangeForOverMap) CASE(rangeForWithoutBraces) CASE(everyElement) CASE(earlierContinues)
          CASE(continuesAfterwards) CASE(elseChain) CASE(nestedIfs) CASE(whileLoop) CASE(keptEnd)
              CASE(keptEndOfList) CASE(pointer) CASE(member) CASE(templates) CASE(postIncrement))

// A loop that does nothing but select becomes std::erase_if, or what else the container has.
// RUN: %fix_check --std=c++20,c++17 %s %t
#include "Cases.h"
#include <algorithm>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <unordered_map>
#include <vector>

struct Session {
  int Id;
  bool Expired;
  bool expired() const { return Expired; }
  bool poll() { return Expired; }
};

static std::map<int, Session> sessions() {
  std::map<int, Session> M;
  for (int I = 0; I != 6; ++I)
    M[I] = Session{I, I % 2 == 0 || I == 1};
  return M;
}
static std::vector<int> numbers() { return {1, 2, 2, 3, 4, 6, 5}; }

static bool structuredBinding() {
  std::map<int, Session> M = sessions();
  // CHECK-LABEL: structuredBinding() {
  // CXX20: std::erase_if(M, [](const auto &entry) {
  // CXX20-NEXT: const auto &[Id, S] = entry;
  // CXX20-NEXT: return S.expired();
  // CXX20-NEXT: });
  // CXX17: for (auto it = M.begin(); it != M.end();) {
  // CXX17-NEXT: auto &[Id, S] = *it;
  // CXX17-NEXT: if (S.expired())
  // CXX17-NEXT: it = M.erase(it);
  // CXX17-NEXT: else
  // CXX17-NEXT: ++it;
  // CXX17-NEXT: }
  for (auto &[Id, S] : M)
    if (S.expired())
      M.erase(Id);
  return M.size() == 2 && M.count(3);
}

// The comments that the code loses stand above.
static bool comments() {
  std::set<int> S{1, 2, 3};
  int Least = 2;
  // CHECK-LABEL: comments() {
  // CXX20: // all of them
  // CXX20-NEXT: /* small ones */
  // CXX20-NEXT: // go
  // CXX20-NEXT: std::erase_if(S, [&](int I) { return I /* the value */ < Least; });
  for (int I : S) {                           // all of them
    if (/* small ones */ I /* the value */ < Least) { // go
      S.erase(I);
    }
  }
  return S.size() == 2;
}

static bool vectorByIterator() {
  std::vector<int> V = numbers();
  // CHECK-LABEL: vectorByIterator() {
  // CXX20-NEXT: std::vector<int> V = numbers();
  // CXX20-NEXT: std::erase_if(V, [](const auto &element) { return element % 2 == 0; });
  // CXX17: V.erase(std::remove_if(V.begin(), V.end(),
  // CXX17-NEXT: [](const auto &element) { return element % 2 == 0; }),
  // CXX17-NEXT: V.end());
  for (auto It = V.begin(); It != V.end(); ++It)
    if (*It % 2 == 0)
      V.erase(It);
  return V == std::vector<int>{1, 3, 5};
}

static bool byArrow() {
  std::map<int, Session> M = sessions();
  // CHECK-LABEL: byArrow() {
  // CXX20: std::erase_if(M, [](const auto &element) { return element.second.Expired; });
  for (auto It = M.begin(); It != M.end(); ++It) {
    if (It->second.Expired)
      M.erase(It);
  }
  return M.size() == 2;
}

static bool twoConditions() {
  std::deque<int> D{1, 2, 3, 4, 5};
  // CHECK-LABEL: twoConditions() {
  // CXX20: std::erase_if(D, [](int I) { return I > 1 && (I == 2 || I == 3); });
  for (int I : D)
    if (I > 1)
      if (I == 2 || I == 3)
        D.erase(std::find(D.begin(), D.end(), I));
  return D.size() == 3;
}

static bool byIndex() {
  std::vector<Session> V{{1, true}, {2, true}, {3, false}};
  // CHECK-LABEL: byIndex() {
  // CXX20: std::erase_if(V, [](const auto &element) { return element.expired(); });
  for (size_t I = 0; I < V.size(); ++I)
    if (V[I].expired())
      V.erase(V.begin() + I);
  return V.size() == 1;
}

// Lists have had a method for it ever since.
static bool list() {
  std::list<Session> L{{1, true}, {2, true}, {3, false}};
  // CHECK-LABEL: bool list() {
  // CHECK: L.remove_if([](const auto &element) { return element.expired(); });
  for (auto It = L.begin(); It != L.end(); ++It)
    if (It->expired())
      L.erase(It);
  return L.size() == 1;
}

struct Registry {
  std::vector<std::unique_ptr<Session>> Sessions;
  int Oldest = 0;
  bool isOld(const Session &S) const { return S.Id < int(Sessions.size()); }
  bool isOld(int Id) const { return Id < Oldest; }

  // CHECK-LABEL: bool ofMember() {
  // CXX20: std::erase_if(Sessions, [&](const auto &S) { return S->Id < Oldest; });
  bool ofMember() {
    for (const auto &S : Sessions)
      if (S->Id < Oldest)
        Sessions.erase(std::find(Sessions.begin(), Sessions.end(), S));
    return Sessions.size() == 1;
  }

  // While std::erase_if moves elements, a method must not look at them: the loop does not.
  // CHECK-LABEL: bool whileLooking() {
  // CHECK: It = Sessions.erase(It);
  bool whileLooking() {
    for (auto It = Sessions.begin(); It != Sessions.end(); ++It)
      if (isOld(**It))
        Sessions.erase(It);
    return Sessions.size() == 2;
  }
};
static Registry registry() {
  Registry R;
  for (int I = 0; I != 4; ++I)
    R.Sessions.push_back(std::unique_ptr<Session>(new Session{I, false}));
  R.Oldest = 3;
  return R;
}
static bool member() { return registry().ofMember(); }
static bool lookingMember() { return registry().whileLooking(); }

// A predicate must not change elements, nor anything else.
static bool changes() {
  std::map<int, Session> M = sessions();
  int Left = 2;
  // CHECK-LABEL: changes() {
  // CHECK: it = M.erase(it);
  // CHECK: It = M.erase(It);
  for (auto &KV : M)
    if (KV.second.poll())
      M.erase(KV.first);
  M = sessions();
  for (auto It = M.begin(); It != M.end(); ++It)
    if (It->second.Expired && Left-- > 0)
      M.erase(It);
  return M.size() == 4;
}

// Not from the first element on.
static bool aPart() {
  std::map<int, Session> M = sessions();
  // CHECK-LABEL: aPart() {
  // CHECK: It = M.erase(It);
  for (auto It = M.find(1); It != M.end(); ++It)
    if (It->second.Expired)
      M.erase(It);
  return M.size() == 3;
}

// Of its instantiations, one would have remove_if() and one std::erase_if(): what is right for both
// is done.
template <class C> static void drop(C &All) {
  // CHECK-LABEL: drop(C &All) {
  // CHECK: It = All.erase(It);
  for (auto It = All.begin(); It != All.end(); ++It)
    if (*It == 1)
      All.erase(It);
}
static bool instantiations() {
  std::list<int> L{1, 1, 2};
  std::vector<int> V{1, 1, 2};
  drop(L);
  drop(V);
  return L.size() == 1 && V.size() == 1;
}

CASES(CASE(structuredBinding) CASE(comments) CASE(vectorByIterator) CASE(byArrow)
          CASE(twoConditions) CASE(byIndex) CASE(list) CASE(member) CASE(lookingMember)
              CASE(changes) CASE(aPart) CASE(instantiations))

// What is erased is read before.
// RUN: %fix_check --std=c++11,c++17 %s %t
#include "Cases.h"
#include <list>
#include <map>
#include <string>
#include <vector>

static bool sequences() {
  std::vector<std::string> From{"a", "b"}, To;
  From.shrink_to_fit();
  // CHECK-LABEL: sequences() {
  // CHECK: auto It = From.end() - 1;
  // CHECK-NEXT: const auto value = *It;
  // CHECK-NEXT: // Moves over.
  // CHECK-NEXT: From.erase(It);
  // CHECK-NEXT: To.push_back(value);
  auto It = From.end() - 1;
  // Moves over.
  From.erase(It);
  To.push_back(*It);
  return To.front() == "b";
}

struct Job {
  std::string Name;
};
// Returned, and more than once; in a lambda with all that belongs to it.
static std::string take(std::map<int, Job> &Jobs, int Id) {
  auto It = Jobs.find(Id);
  // CHECK-LABEL: std::string take(
  // CHECK: const auto value = It->second.Name;
  // CHECK-NEXT: Jobs.erase(It);
  // CHECK-NEXT: if (value.empty())
  // CHECK-NEXT: return "none";
  // CHECK-NEXT: return value;
  Jobs.erase(It);
  if (It->second.Name.empty())
    return "none";
  return It->second.Name;
}
static bool returned() {
  std::map<int, Job> Jobs{{1, {"one"}}, {2, {""}}};
  return take(Jobs, 1) == "one" && take(Jobs, 2) == "none";
}
static bool lambdas() {
  std::list<int> Open{1, 2};
  std::vector<int> Closed;
  // CHECK-LABEL: lambdas() {
  // CHECK: const auto value = *It;
  // CHECK-NEXT: Open.erase(It);
  // CHECK-NEXT: Closed.push_back(value);
  auto Close = [&] {
    auto It = Open.begin();
    Open.erase(It);
    Closed.push_back(*It);
  };
  Close();
  Close();
  return Closed == std::vector<int>{1, 2};
}

CASES(CASE(sequences) CASE(returned) CASE(lambdas))

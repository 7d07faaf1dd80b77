// What the C++ blocks of docs/rules/ need not declare.
#include <algorithm>
#include <cstdlib>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct Session {
  int user = 0;
  bool idle = false;
};

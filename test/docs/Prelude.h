// What the C++ blocks of docs/rules/ need not declare.
#include <algorithm>
#include <atomic>
#include <cassert>
#include <cstdlib>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <vector>
#if __cplusplus >= 202002L
#include <barrier>
#endif

struct Session {
  int user = 0;
  bool idle = false;
};

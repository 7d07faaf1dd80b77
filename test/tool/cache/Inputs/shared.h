#include <map>
inline void shared(std::map<int, int> &m) {
  for (auto &kv : m) m.erase(kv.first);
}

// The loop ends the session in which it runs: all entries go while one is looked at.
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include MAP_HEADER
#include <string>

class Client {
public:
  void receive(int id) { requests.try_emplace(id, "a request"); }
  int answer_all() {
    int answered = 0;
    for (const auto &[id, text] : requests) {
      if (id == last)
        disconnect();
      answered += text == "a request";
    }
    return answered;
  }
  bool idle() const { return requests.empty(); }
  static constexpr int last = 0;

private:
  void disconnect() { requests.clear(); }
  MAP<int, std::string> requests;
};

int main() {
  Client client;
  for (int i = 0; i < 100; ++i)
    client.receive(i);
  const int answered = client.answer_all();
  return answered >= 1 && answered <= 100 && client.idle() ? 0 : 1;
}

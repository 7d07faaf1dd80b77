#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace chat {

// "/join lobby" is the verb "join" with the argument "lobby".
struct Command {
  std::string verb;
  std::string argument;
};

Command parse(const std::string &line);

// Replaces "{user}" and the like in the server's texts; values may contain such words, too.
std::string expand(std::string text, const std::map<std::string, std::string> &values);

// The line as it is logged: the verb, and the line with its end marked.
std::string logLine(std::string line);

// What /help prints.
class HelpText {
public:
  explicit HelpText(std::vector<std::string> lines) : lines_(std::move(lines)) {}
  const std::vector<std::string> &lines() const { return lines_; }

private:
  std::vector<std::string> lines_;
};

HelpText loadHelp(const std::string &language);
std::string help(const std::string &language);

} // namespace chat

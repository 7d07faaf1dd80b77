#include "command.h"

namespace chat {

Command parse(const std::string &line) {
  std::string_view rest = line;
  if (!rest.empty() && rest.front() == '/')
    rest.remove_prefix(1);
  std::size_t space = rest.find(' ');
  if (space == std::string_view::npos)
    return {std::string(rest), {}};
  return {std::string(rest.substr(0, space)), std::string(rest.substr(space + 1))};
}

std::string expand(std::string text, const std::map<std::string, std::string> &values) {
  for (const auto &[key, value] : values) {
    std::string word = "{" + key + "}";
    for (std::size_t at = text.find(word); at != std::string::npos;
         at = text.find(word, at + value.size()))
      text.replace(at, word.size(), value);
  }
  return text;
}

std::string logLine(std::string line) {
  std::string_view verb = line;
  verb = verb.substr(0, verb.find(' '));
  line += " <end>"; // May move the text that `verb` points into.
  return std::string(verb) + ": " + line;
}

HelpText loadHelp(const std::string &language) {
  if (language == "de")
    return HelpText({"/join RAUM", "/leave RAUM", "/quit"});
  return HelpText({"/join ROOM", "/leave ROOM", "/quit"});
}

std::string help(const std::string &language) {
  std::string text;
  // In C++17 the HelpText is gone before the first line is read.
  for (const std::string &line : loadHelp(language).lines())
    text += line + "\n";
  return text;
}

} // namespace chat

//===- strings.cpp - string handling ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

std::vector<std::string> split(const std::string &s, char separator) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  while (true) {
    auto at = s.find(separator, start);
    parts.push_back(s.substr(start, at - start));
    if (at == std::string::npos)
      return parts;
    start = at + 1;
  }
}

std::vector<std::string_view> splitViews(std::string_view s, char separator) {
  std::vector<std::string_view> parts;
  while (!s.empty()) {
    auto at = s.find(separator);
    parts.push_back(s.substr(0, at));
    s = at == s.npos ? std::string_view() : s.substr(at + 1);
  }
  return parts;
}

std::string join(const std::vector<std::string> &parts, const std::string &separator) {
  std::string result;
  for (const auto &part : parts) {
    if (!result.empty())
      result += separator;
    result += part;
  }
  return result;
}

std::string trim(std::string s) {
  auto notSpace = [](unsigned char c) { return !std::isspace(c); };
  s.erase(s.begin(), std::find_if(s.begin(), s.end(), notSpace));
  s.erase(std::find_if(s.rbegin(), s.rend(), notSpace).base(), s.end());
  return s;
}

std::string_view trimView(std::string_view s) {
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.front())))
    s.remove_prefix(1);
  while (!s.empty() && std::isspace(static_cast<unsigned char>(s.back())))
    s.remove_suffix(1);
  return s;
}

void replaceAll(std::string &s, const std::string &from, const std::string &to) {
  for (std::size_t at = s.find(from); at != std::string::npos; at = s.find(from, at + to.size()))
    s.replace(at, from.size(), to);
}

std::string collapseSpaces(std::string s) {
  auto end = std::unique(s.begin(), s.end(), [](char a, char b) { return a == ' ' && b == ' '; });
  s.erase(end, s.end());
  return s;
}

std::string removeDigits(const std::string &s) {
  std::string result;
  for (char c : s)
    if (!std::isdigit(static_cast<unsigned char>(c)))
      result.push_back(c);
  return result;
}

void removeDigitsInPlace(std::string &s) {
  for (auto it = s.begin(); it != s.end();)
    if (std::isdigit(static_cast<unsigned char>(*it)))
      it = s.erase(it);
    else
      ++it;
}

std::string escape(const std::string &s) {
  std::string out;
  out.reserve(s.size() + 8);
  for (char c : s) {
    switch (c) {
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '&':
      out += "&amp;";
      break;
    default:
      out += c;
    }
  }
  return out;
}

std::string unescape(const std::string &s) {
  std::string out;
  for (auto it = s.begin(); it != s.end(); ++it) {
    if (*it != '\\') {
      out += *it;
      continue;
    }
    if (++it == s.end())
      break;
    out += *it == 'n' ? '\n' : *it;
  }
  return out;
}

std::string decodeUrl(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '%' && i + 2 < s.size()) {
      char hex[3] = {s[i + 1], s[i + 2], 0};
      out += static_cast<char>(std::strtol(hex, nullptr, 16));
      i += 2;
    } else {
      out += s[i] == '+' ? ' ' : s[i];
    }
  }
  return out;
}

std::map<std::string, std::string> parseQuery(const std::string &query) {
  std::map<std::string, std::string> result;
  for (const auto &pair : split(query, '&')) {
    auto at = pair.find('=');
    if (at == std::string::npos)
      result[pair];
    else
      result[pair.substr(0, at)] = decodeUrl(pair.substr(at + 1));
  }
  return result;
}

std::map<std::string, std::map<std::string, std::string>> parseIni(std::istream &in) {
  std::map<std::string, std::map<std::string, std::string>> sections;
  auto *section = &sections[""];
  for (std::string line; std::getline(in, line);) {
    line = trim(line);
    if (line.empty() || line[0] == ';')
      continue;
    if (line.front() == '[' && line.back() == ']') {
      section = &sections[line.substr(1, line.size() - 2)];
      continue;
    }
    auto at = line.find('=');
    if (at != std::string::npos)
      (*section)[trim(line.substr(0, at))] = trim(line.substr(at + 1));
  }
  return sections;
}

std::vector<std::vector<std::string>> parseCsv(const std::string &text) {
  std::vector<std::vector<std::string>> rows(1);
  rows.back().emplace_back();
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    auto &cell = rows.back().back();
    if (quoted) {
      if (c != '"')
        cell += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        cell += text[++i];
      else
        quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      rows.back().emplace_back();
    } else if (c == '\n') {
      rows.emplace_back();
      rows.back().emplace_back();
    } else {
      cell += c;
    }
  }
  return rows;
}

std::unordered_map<std::string, int> countWords(const std::string &text) {
  std::unordered_map<std::string, int> counts;
  std::istringstream in(text);
  for (std::string word; in >> word;)
    ++counts[word];
  return counts;
}

std::vector<std::pair<std::string, int>> mostCommon(const std::unordered_map<std::string, int> &counts,
                                                    std::size_t n) {
  std::vector<std::pair<std::string, int>> all(counts.begin(), counts.end());
  std::sort(all.begin(), all.end(), [](auto &a, auto &b) { return a.second > b.second; });
  if (all.size() > n)
    all.resize(n);
  return all;
}

bool isPalindrome(std::string_view s) {
  for (auto a = s.begin(), b = s.end(); a < b; ++a)
    if (*a != *--b)
      return false;
  return true;
}

std::string commonPrefix(const std::vector<std::string> &words) {
  if (words.empty())
    return "";
  std::string prefix = words.front();
  for (const auto &word : words)
    while (word.compare(0, prefix.size(), prefix) != 0)
      prefix.pop_back();
  return prefix;
}

std::string wrap(const std::string &text, std::size_t width) {
  std::string result, line;
  for (auto &word : split(text, ' ')) {
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      result += line + '\n';
      line.clear();
    }
    if (!line.empty())
      line += ' ';
    line += word;
  }
  return result + line;
}

std::string runLength(const std::string &s) {
  std::string out;
  for (auto it = s.begin(); it != s.end();) {
    auto next = std::find_if(it, s.end(), [c = *it](char d) { return d != c; });
    out += *it;
    out += std::to_string(next - it);
    it = next;
  }
  return out;
}

std::string normalizePath(const std::string &path) {
  std::vector<std::string> parts;
  for (auto &part : split(path, '/')) {
    if (part.empty() || part == ".")
      continue;
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else
      parts.push_back(std::move(part));
  }
  return join(parts, "/");
}

std::optional<int> toInt(const std::string &s) {
  char *end = nullptr;
  const char *begin = s.c_str();
  long value = std::strtol(begin, &end, 10);
  if (end == begin || *end)
    return std::nullopt;
  return static_cast<int>(value);
}

std::string expand(std::string text, const std::map<std::string, std::string> &variables) {
  for (std::size_t at = 0; (at = text.find("${", at)) != std::string::npos;) {
    auto end = text.find('}', at);
    if (end == std::string::npos)
      break;
    auto it = variables.find(text.substr(at + 2, end - at - 2));
    std::string value = it == variables.end() ? "" : it->second;
    text.replace(at, end + 1 - at, value);
    at += value.size();
  }
  return text;
}

void dropComments(std::vector<std::string> &lines) {
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [](const std::string &l) { return !l.empty() && l[0] == '#'; }),
              lines.end());
  for (auto &line : lines)
    if (auto at = line.find('#'); at != line.npos)
      line.erase(at);
}

void dropBlankLines(std::vector<std::string> &lines) {
  for (std::size_t i = 0; i < lines.size();)
    if (trimView(lines[i]).empty())
      lines.erase(lines.begin() + i);
    else
      ++i;
}

std::string reverseWords(const std::string &s) {
  auto words = split(s, ' ');
  std::reverse(words.begin(), words.end());
  return join(words, " ");
}

std::set<std::string> anagrams(std::string s) {
  std::set<std::string> result;
  std::sort(s.begin(), s.end());
  do
    result.insert(s);
  while (std::next_permutation(s.begin(), s.end()));
  return result;
}

void appendTwice(std::string &s) {
  s += s;
  s.append(s, 0, s.size() / 2);
}

const char *extension(const char *path) {
  const char *dot = std::strrchr(path, '.');
  return dot ? dot + 1 : "";
}

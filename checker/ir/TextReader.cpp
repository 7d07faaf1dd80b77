//===- TextReader.cpp - declarations, paths, operands of the text form ----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/TextReader.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::ir {

std::vector<Symbol> LineReader::quotedList(llvm::StringRef What) {
  std::vector<Symbol> Result;
  do
    Result.push_back(quoted(What));
  while (C.accept(','));
  return Result;
}

/// `@12:3`, `@f1:12:3`, `@?`; `@name` and `@"name"` are globals.
bool LineReader::atLocation() {
  if (!C.startsWith("@"))
    return false;
  if (C.adjacent(1) == '?' || llvm::isDigit(C.adjacent(1)))
    return true;
  size_t Colon = 2;
  while (llvm::isDigit(C.adjacent(Colon)))
    ++Colon;
  return C.adjacent(1) == 'f' && Colon > 2 && C.adjacent(Colon) == ':';
}

Location LineReader::location() {
  if (atLocation())
    return explicitLocation();
  if (!ImplicitLocations)
    return {};
  return {0, Line, Start, Line, C.endColumn(), false};
}

Location LineReader::explicitLocation() {
  Location L;
  C.expect('@');
  if (C.acceptAdjacent('?'))
    return L;
  unsigned FileColumn = C.column();
  if (C.acceptAdjacent('f')) {
    L.File = C.number("a file number");
    C.expect(':');
  }
  if (L.File >= M.Files.size())
    C.fail("there is no file " + llvm::Twine(L.File) + "; add the line 'file " +
               llvm::Twine(L.File) + " \"name\"' at the top",
           FileColumn);
  L.Line = C.number("a line number");
  C.expect(':');
  L.Column = C.number("a column");
  L.EndLine = L.Line;
  L.EndColumn = L.Column;
  if (C.acceptAdjacent('-')) {
    L.EndColumn = C.number("a column");
    if (C.acceptAdjacent(':')) {
      L.EndLine = L.EndColumn;
      L.EndColumn = C.number("a column");
    }
  }
  L.InMacro = C.acceptKeyword("macro");
  return L;
}

void LineReader::end() {
  if (!C.atEnd())
    C.failExpected("the end of the line");
}

/// Reads `%it`, `%"odd name"`, `%it.1` or `%7`. The result identifies the variable; Name is
/// what it is called in the source, without the number that tells namesakes apart.
std::string StatementReader::spelling(Symbol &Name) {
  C.expect('%');
  Name = 0;
  if (llvm::isDigit(C.adjacent()))
    return std::to_string(C.number("a variable"));
  std::string Spelling = C.identifier("the name of a variable");
  Name = M.intern(Spelling);
  // A variable that is really called `it.1` is not the second `it`.
  if (!isIdentifier(Spelling))
    Spelling = quote(Spelling);
  if (C.adjacent() == '.' && llvm::isDigit(C.adjacent(1))) {
    C.acceptAdjacent('.');
    Spelling += "." + std::to_string(C.number("a number"));
  }
  return "%" + Spelling;
}

VarId StatementReader::variable() {
  if (!C.startsWith("%")) {
    C.failExpected("a variable (%name)");
    return 0;
  }
  unsigned Column = C.column();
  Symbol Name;
  std::string Spelling = spelling(Name);
  if (C.failed())
    return 0;
  if (std::optional<VarId> V = Scope.find(Spelling))
    return *V;
  llvm::StringRef Shown = llvm::StringRef(Spelling).ltrim('%');
  C.fail("unknown variable '%" + Shown + "'; declare it with 'local %" + Shown + "'", Column);
  return 0;
}

Projection LineReader::projection() {
  if (C.acceptAdjacent('*'))
    return Projection::deref();
  if (C.acceptAdjacent('[')) {
    if (!C.acceptAdjacent(']'))
      C.failExpected("']'");
    return Projection::element();
  }
  Symbol Name = M.intern(C.identifier("a member name, '*' or '[]' after '.'"));
  Symbol Owner = C.acceptAdjacent('@') ? M.intern(C.qualifiedName("the class of the member")) : 0;
  return Projection::field(Name, Owner);
}

std::optional<Path> LineReader::outsideRoot() {
  if (C.acceptKeyword("this"))
    return Path::thisObject();
  if (!atLocation() && C.accept('@'))
    return Path::global(M.intern(C.identifier("the USR of a global")));
  return std::nullopt;
}

void LineReader::projections(Path &P) {
  while (C.acceptAdjacent('.'))
    P.Projections.push_back(projection());
}

Path LineReader::outside() {
  std::optional<Path> P = outsideRoot();
  if (!P)
    C.failExpected("a path (this or @\"global\")");
  else
    projections(*P);
  return P.value_or(Path::thisObject());
}

Path StatementReader::path() {
  Path P;
  if (std::optional<Path> Outside = outsideRoot())
    P = std::move(*Outside);
  else if (C.startsWith("%"))
    P = Path::variable(variable());
  else
    C.failExpected("a path (%variable, this or @\"global\")");
  projections(P);
  return P;
}

Operand StatementReader::operand() {
  if (C.accept('?'))
    return Operand::unknown();
  const bool IsConst = C.acceptKeyword("const");
  if (C.accept('&')) {
    Operand Address = Operand::address(path());
    Address.IsConst = IsConst;
    return Address;
  }
  if (IsConst)
    C.failExpected("'&' and a path");
  if (C.acceptKeyword("null"))
    return Operand::null();
  if (C.acceptKeyword("true"))
    return Operand::integer(1);
  if (C.acceptKeyword("false"))
    return Operand::integer(0);
  if (C.startsWith("-") || llvm::isDigit(C.adjacent()))
    return Operand::integer(C.integer("a number"));
  if (C.startsWith("%") || C.startsWith("this") || (C.startsWith("@") && !atLocation()))
    return Operand::value(path());
  C.failExpected("an operand (a path, &path, a number, null or ?)");
  return {};
}

std::vector<Operand> StatementReader::operands(llvm::StringRef Keyword) {
  std::vector<Operand> Result;
  if (!C.acceptKeyword(Keyword) || C.atEnd() || atLocation())
    return Result;
  do
    Result.push_back(operand());
  while (C.accept(','));
  return Result;
}

Variable StatementReader::attributes(Variable V) {
  V.IsReference = C.acceptKeyword("ref");
  V.IsConst = V.IsReference && C.acceptKeyword("const");
  if (C.acceptKeyword("type"))
    V.Type = symbol("a type");
  if (C.acceptKeyword("class"))
    V.Class = quoted("a class");
  if (C.acceptKeyword("walk")) {
    if (C.acceptKeyword("range-for"))
      V.Walk = Variable::Hidden::RangeFor;
    else if (C.acceptKeyword("algorithm"))
      V.Walk = Variable::Hidden::Algorithm;
    else
      C.failExpected("'range-for' or 'algorithm'");
    V.Loop = location();
  }
  V.Loc = location();
  end();
  return V;
}

void StatementReader::variables(Variable::Storage S) {
  std::vector<std::pair<std::string, Symbol>> Names;
  unsigned Column = C.column();
  do {
    Symbol Name = 0;
    std::string Spelling = spelling(Name);
    Names.emplace_back(std::move(Spelling), Name);
  } while (C.accept(','));
  Variable Shared;
  Shared.S = S;
  Shared = attributes(std::move(Shared));
  for (auto &[Spelling, Name] : Names) {
    if (C.failed())
      return;
    Variable V = Shared;
    V.Name = Name;
    if (!Scope.declare(Spelling, std::move(V)))
      C.fail("variable '%" + llvm::StringRef(Spelling).ltrim('%') + "' is declared twice", Column);
  }
}

bool StatementReader::declaration() {
  using Storage = Variable::Storage;
  static const std::pair<const char *, Storage> Keywords[] = {{"param", Storage::Parameter},
                                                              {"capture", Storage::Capture},
                                                              {"local", Storage::Local},
                                                              {"temp", Storage::Temporary}};
  for (auto [Keyword, S] : Keywords) {
    if (!C.acceptKeyword(Keyword))
      continue;
    if (!Scope.mayDeclare(S))
      C.fail("parameters come first, then captures, then other variables", Start);
    variables(S);
    return true;
  }
  return false;
}

void StatementReader::statement() {
  if (!declaration() && !terminator())
    effect();
}

} // namespace holdfast::ir

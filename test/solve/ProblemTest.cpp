//===- ProblemTest.cpp - what flattened functions are known by ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Problem.h"
#include "ir/Fields.h"
#include "ir/Text.h"
#include "solve/Facts.h"
#include "gtest/gtest.h"

using namespace holdfast;

namespace {

/// Every kind of effect and terminator, every field set.
constexpr const char *Everything = R"(
file 0 "a.cpp"
file 1 "b.h"
function "f" usr "c:f" class "c:C" lambda virtual constructor coroutine returns-ref overrides "c:1", "c:2" @3:1-20:2
param %m ref type std::map @3:20-3:30
param %p type pointer
capture %k
local %it type iterator @f1:4:3-4:9 macro
local %__begin1 walk range-for @12:3-12:40 @12:8-12:8
local %cursor walk algorithm @5:1-5:2 @5:1-5:2
temp %f
temp %r ref
block 0:
  bind %r = this.items@C @5:3-5:9
  assign this.items@C = &%p.*.next@Node @5:3-5:9
  assign @"c:all" = 7 @5:3-5:9
  presume %p.*.owner@Node = &this @5:3-5:9
  add %it = %it, -9 @5:3-5:9
  sub %p.[] = %p, %k @5:3-5:9
  compare %k = lt %it, null @5:3-5:9
  not %k = %k @5:3-5:9
  use %it.*.second@std::pair @5:3-5:9
  %it = op std::map::erase(I) recv %m args %it calls "c:dtor" @6:3-6:15 macro
  %f = call "c:g" name "g" recv this args &%m, %k @5:3-5:9
  call virtual "c:poll" noreturn recv %p.* @5:3-5:9
  call indirect %f name "callback" recv %m args ? @5:3-5:9
  closure %f = "c:a.cpp@12" captures &%m, %k, &this @5:3-5:9
  destroy %f calls "c:dtor" @5:3-5:9
  release %p calls virtual "c:dtor" @5:3-5:9
  suspend @5:3-5:9
  branch %k, 1, 2 @7:1-7:2
block 1:
  switch %k, 1 -> 2, 3 -> 2, else 2 @8:1-8:2
block 2:
  return &this.items@C @5:3-5:9
  exit @7:1-7:2
)";

/// Changes the field with one number.
class Mutation : public ir::FieldEditor {
public:
  explicit Mutation(size_t At) : At(At) {}
  bool happened() const { return Next > At; }

  void variable(ir::VarId &V) { flip(V); }
  void block(ir::BlockId &B) { flip(B); }
  void symbol(ir::Symbol &S) {
    if (isHere())
      S = S == 1 ? 2 : 1;
  }
  void number(uint32_t &N) { flip(N); }
  void integer(int64_t &I) { flip(I); }
  void flag(bool &B) {
    if (isHere())
      B = !B;
  }
  template <class E> void choice(E &Chosen, E Last) {
    if (isHere())
      Chosen = Chosen == Last ? E() : Last;
  }
  /// Places count by which are the same, and which come first.
  void location(ir::Location &L) {
    const ir::Location Shared{0, 5, 3, 5, 9, false};
    if (isHere())
      L = L == Shared ? ir::Location() : Shared;
    flag(L.InMacro);
  }
  template <class Container, class Fn> void list(Container &Elements, Fn Each) {
    if (!Elements.empty() && isHere())
      Elements.pop_back();
    for (auto &Element : Elements)
      Each(Element);
  }
  template <class T, class Fn> void optional(std::optional<T> &Value, Fn Each) {
    if (Value && isHere())
      Value.reset();
    if (Value)
      Each(*Value);
  }
  template <class Variant, class Fn> void alternative(Variant &Value, Fn Each) {
    if (isHere() && std::holds_alternative<ir::Suspend>(Value))
      Value = ir::Return();
    else if (Next == At + 1)
      Value = ir::Suspend();
    std::visit(Each, Value);
  }

private:
  bool isHere() { return Next++ == At; }
  template <class N> void flip(N &Number) {
    if (isHere())
      Number ^= 1;
  }

  size_t At, Next = 0;
};

class ProblemTest : public testing::Test {
protected:
  ProblemTest() : Lib(models::Library::builtin()) {}

  static ir::Module parse(llvm::StringRef Text) {
    llvm::Expected<ir::Module> M = ir::parseText(Text, "test.hfx");
    if (M)
      return std::move(*M);
    ADD_FAILURE() << llvm::toString(M.takeError());
    return {};
  }

  /// Of the first function of the program, F in its place.
  std::string bytesOf(const ir::Module &M, const solve::Inlined &In,
                      const solve::SolverOptions &Options = {}) {
    solve::Rows Table(M, Lib);
    const solve::Facts Known(M, Table);
    return solve::Problem(M, In, solve::Premises(In.F, Known), Table, Options).bytes().str();
  }
  std::string bytesOf(const ir::Module &M) { return bytesOf(M, {M.Functions[0], {}, {}, {}}); }

  models::Library Lib;
};

TEST_F(ProblemTest, EveryFieldCounts) {
  const ir::Module M = parse(Everything);
  ASSERT_FALSE(M.Functions.empty());
  solve::Rows Table(M, Lib);
  const solve::Facts Known(M, Table);
  auto BytesOf = [&](const ir::Function &F) {
    return solve::Problem(M, {F, {}, {}, {}}, {}, Table, {}).bytes().str();
  };
  const std::string Original = BytesOf(M.Functions[0]);
  size_t Changed = 0;
  for (bool Happened = true; Happened; ++Changed) {
    ir::Function F = M.Functions[0];
    Mutation Change(Changed);
    ir::fields(Change, F);
    Happened = Change.happened();
    if (Happened)
      EXPECT_TRUE(BytesOf(F) != Original) << "field number " << Changed;
    else
      EXPECT_EQ(BytesOf(F), Original);
  }
  EXPECT_GT(Changed, 300u);
}

TEST_F(ProblemTest, FramesCount) {
  const ir::Module M = parse("function \"f\" usr \"f\"\n  suspend\n"
                             "function \"g\" usr \"g\"\n  suspend\n");
  solve::Frame Callee;
  Callee.Body = &M.Functions[0];
  const solve::Inlined In{M.Functions[0], {{}, Callee}, {1}, {}};
  const std::string Original = bytesOf(M, In);
  using Change = void (*)(solve::Frame &, const ir::Module &);
  for (Change Change : {+[](solve::Frame &F, const ir::Module &) { F.Caller = 1; },
                        +[](solve::Frame &F, const ir::Module &M) { F.Body = &M.Functions[1]; },
                        +[](solve::Frame &F, const ir::Module &) { F.Call.Line = 1; },
                        +[](solve::Frame &F, const ir::Module &) { F.Depth = 1; },
                        +[](solve::Frame &F, const ir::Module &) { F.Self = 0; },
                        +[](solve::Frame &F, const ir::Module &) { F.MadeIn = 0; },
                        +[](solve::Frame &F, const ir::Module &) { F.IsGuess = true; },
                        +[](solve::Frame &F, const ir::Module &) { F.IsEnd = true; }}) {
    solve::Inlined Other = In;
    Change(Other.Frames[1], M);
    EXPECT_NE(bytesOf(M, Other), Original);
  }
  solve::Inlined Elsewhere = In;
  Elsewhere.FrameOf = {0};
  EXPECT_NE(bytesOf(M, Elsewhere), Original);
}

TEST_F(ProblemTest, LimitsCount) {
  const ir::Module M = parse("function \"f\"\n  suspend\n");
  const solve::Inlined In{M.Functions[0], {}, {}, {}};
  solve::SolverOptions Steps, States;
  Steps.MaxSteps = 7;
  States.setMaxStates(7);
  EXPECT_NE(bytesOf(M, In), bytesOf(M, In, Steps));
  EXPECT_NE(bytesOf(M, In), bytesOf(M, In, States));
}

TEST_F(ProblemTest, FactsFromElsewhereCount) {
  const std::string Root = "file 0 \"a.cpp\"\nfunction \"f\"\nparam %c type pointer\n"
                           "  use %c.*.done@C\n  use %c.*.jobs@C\n  call \"back\" recv %c.*\n";
  auto With = [&](const char *More) { return bytesOf(parse(Root + More)); };
  const std::string Alone = With("");
  const char *Sets = "function \"set\" class \"C\"\n  assign this.done@C = 1\n";
  EXPECT_NE(With(Sets), Alone);
  const std::string Unsets = "function \"unset\"\nparam %c type pointer\n"
                             "  assign %c.*.done@C = 0\n";
  EXPECT_NE(With((Sets + Unsets).c_str()), With(Sets));
  EXPECT_NE(With((Sets + Unsets).c_str()), Alone);
  EXPECT_EQ(With("function \"ask\" class \"C\"\n  assign this.done@C = ?\n"), Alone);
  EXPECT_EQ(With("function \"set\" class \"C\"\n  assign this.other@C = 1\n"), Alone);
  EXPECT_NE(With("function \"insert\" class \"C\"\nparam %j type pointer\ntemp %r ref\n"
                 "  %r = op std::map::operator[](V) recv this.jobs@C args %j.*.id@Job\n"
                 "  assign %r = %j\n"),
            Alone);
  EXPECT_NE(With("function \"make\" class \"C\" constructor\nparam %p type pointer\n"
                 "  assign %p.*.current@P = &this\n"
                 "function \"back\" class \"C\"\nparam %p type pointer\n"
                 "  assign %p.*.current@P = null\n"),
            Alone);
}

TEST_F(ProblemTest, NumbersDoNotCount) {
  const std::string F = "function \"f\" @3:1\nparam %m type std::map\n"
                        "  op std::map::clear recv %m.first@b @4:1\n  use %m.second@c\n";
  auto After = [&](const std::string &Before) {
    ir::Module M = parse("file 0 \"a.cpp\"\n" + Before + F);
    return bytesOf(M, {M.Functions.back(), {}, {}, {}});
  };
  const std::string One = After("");
  EXPECT_EQ(One, After("function \"another\"\n  suspend\n"));
  // Of two names the other one has the smaller number.
  EXPECT_EQ(One, After("function \"c\"\nfunction \"second\"\n"));
}

TEST_F(ProblemTest, PlacesCountByTheirOrder) {
  auto At = [&](const char *First, const char *Second) {
    return bytesOf(
        parse(std::string("file 0 \"a.cpp\"\nfile 1 \"b.h\"\nfunction \"f\" @1:1\n  use @x @") +
              First + "\n  use @y @" + Second + "\n"));
  };
  EXPECT_EQ(At("2:1", "3:1"), At("7:5", "9:1"));
  EXPECT_EQ(At("2:1", "3:1"), At("2:1", "f1:3:1"));
  EXPECT_NE(At("2:1", "3:1"), At("3:1", "2:1"));
  EXPECT_NE(At("2:1", "3:1"), At("2:1", "2:1"));
  EXPECT_NE(At("2:1", "3:1"), At("2:1", "3:1 macro"));
  EXPECT_NE(At("2:1", "3:1"), At("2:1", "?"));
}

TEST_F(ProblemTest, AResultFollowsItsPlaces) {
  auto Posed = [&](const ir::Module &M) {
    solve::Rows Table(M, Lib);
    const solve::Facts Known(M, Table);
    const ir::Function &F = M.Functions[0];
    return solve::Problem(M, {F, {}, {}, {}}, solve::Premises(F, Known), Table, {});
  };
  const ir::Module Before = parse("file 0 \"a.cpp\"\nfunction \"f\" @1:1\n  use @x @2:1\n");
  const ir::Module After =
      parse("file 0 \"0.h\"\nfile 1 \"b.cpp\"\nfunction \"f\" @f1:8:1\n  use @x @f1:9:1\n");
  solve::Solution Found;
  solve::Violation &V = Found.Violations.emplace_back();
  V.FunctionUsr = Before.Functions[0].Usr;
  V.UseLoc = Before.Functions[0].Blocks[0].Effects[0].Loc;
  V.Chain.push_back({"g", Before.Functions[0].Loc});
  std::optional<solve::Solution> Kept = Posed(Before).toStore(Found);
  ASSERT_TRUE(Kept);
  std::optional<solve::Solution> Moved = Posed(After).fromStore(*Kept);
  ASSERT_TRUE(Moved);
  EXPECT_EQ(Moved->Violations[0].FunctionUsr, After.Functions[0].Usr);
  EXPECT_EQ(Moved->Violations[0].UseLoc, After.Functions[0].Blocks[0].Effects[0].Loc);
  EXPECT_EQ(Moved->Violations[0].Chain[0].Call, After.Functions[0].Loc);
  EXPECT_FALSE(Moved->Violations[0].CauseLoc.isValid());
  Kept->Violations[0].UseLoc.Line = 77; // Of another problem.
  EXPECT_FALSE(Posed(After).fromStore(*Kept));
  V.UseLoc.Line = 77;
  EXPECT_FALSE(Posed(Before).toStore(Found));
}

} // namespace

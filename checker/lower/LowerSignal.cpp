//===- LowerSignal.cpp - signals and their slots --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A signal is lowered as a callable that somebody keeps, where `connect` stores it:
//
//   clicked.connect(f);                                  clicked = f;
//   clicked(7);                                          clicked(7);
//   connect(button, &Button::clicked, this, &Bar::add);  button->clicked_ = [this] { add(); };
//   void Button::clicked(int x);                         { clicked_(x); }
//
// The last two are signals that are methods: their slots are a member that the class does not
// have, and the body is the one that a generator (moc) would write. Which calls these are, the
// tables say. A slot may be named by a string: `SLOT(add(int))` is "1add(int)".
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

using models::Operation;
using models::Result;

//===----------------------------------------------------------------------===//
// Methods that strings name
//===----------------------------------------------------------------------===//

/// `const QString &` and `QString` are one type to a connection.
static std::string withoutQualifiers(llvm::StringRef Type) {
  Type = Type.trim();
  if (Type.consume_back("&"))
    Type.consume_front("const ");
  std::string Text;
  for (char C : Type)
    if (C != ' ')
      Text += C;
  return Text;
}

/// "QMap<int,int>,int" is two types.
static llvm::SmallVector<llvm::StringRef, 4> typesIn(llvm::StringRef List) {
  llvm::SmallVector<llvm::StringRef, 4> Types;
  int Depth = 0;
  size_t Begin = 0;
  for (size_t I = 0; I <= List.size(); ++I) {
    if (I == List.size() || (List[I] == ',' && Depth == 0)) {
      if (llvm::StringRef Type = List.slice(Begin, I).trim(); !Type.empty())
        Types.push_back(Type);
      Begin = I + 1;
    } else {
      Depth += (List[I] == '<') - (List[I] == '>');
    }
  }
  return Types;
}

static bool hasParameters(const FunctionDecl &F, llvm::ArrayRef<llvm::StringRef> Types) {
  PrintingPolicy Policy(F.getASTContext().getLangOpts());
  for (auto [Type, Parameter] : llvm::zip(Types, F.parameters()))
    if (withoutQualifiers(Type) != withoutQualifiers(Parameter->getType().getAsString(Policy)))
      return false;
  return true;
}

const CXXMethodDecl *findMethod(const CXXRecordDecl &Class, llvm::StringRef Name,
                                llvm::ArrayRef<llvm::StringRef> Types) {
  ASTContext &Context = Class.getASTContext();
  llvm::SmallVector<const CXXMethodDecl *, 2> Methods;
  for (const NamedDecl *Found : Class.lookup(DeclarationName(&Context.Idents.get(Name))))
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Found);
        Method && Types.size() <= Method->getNumParams() &&
        Types.size() >= Method->getMinRequiredArguments())
      Methods.push_back(Method);
  // A type may be spelled in many ways: it only has to tell overloads apart.
  for (const CXXMethodDecl *Method : Methods)
    if (Methods.size() == 1 || hasParameters(*Method, Types))
      return Method;
  for (const CXXBaseSpecifier &Base : Class.bases())
    if (const CXXRecordDecl *B = Base.getType()->getAsCXXRecordDecl(); B && B->hasDefinition())
      if (const CXXMethodDecl *Method = findMethod(*B->getDefinition(), Name, Types))
        return Method;
  return nullptr;
}

/// The string that a macro spelled, perhaps with a call around it.
static const StringLiteral *stringIn(const Stmt &S) {
  if (const auto *String = dyn_cast<StringLiteral>(&S))
    return String;
  for (const Stmt *Child : S.children())
    if (const StringLiteral *Found = Child ? stringIn(*Child) : nullptr)
      return Found;
  return nullptr;
}

/// The method of Object that E is a pointer to, or the name of; null: nobody knows.
const CXXMethodDecl *FunctionLowering::methodNamedBy(const Expr &E, const Expr &Object) const {
  if (const FunctionDecl *Named = functionNamedBy(E))
    return dyn_cast<CXXMethodDecl>(Named);
  const CXXRecordDecl *Class = classOfObject(Object);
  const StringLiteral *String = TU.Types.isCallable(E.getType()) ? nullptr : stringIn(E);
  if (!Class || !String || String->getCharByteWidth() != 1)
    return nullptr;
  // A digit says whether it is a slot or a signal. Behind a 0 is where it was spelled.
  llvm::StringRef Text = String->getString().split('\0').first.ltrim("0123456789");
  auto [Name, Rest] = Text.split('(');
  return findMethod(*Class, Name.trim(), typesIn(Rest.split(')').first));
}

//===----------------------------------------------------------------------===//
// Connections
//===----------------------------------------------------------------------===//

/// The row of a function or method, of a class without rows, that connects or disconnects; null: it
/// does not.
const Operation *FunctionLowering::connectionRow(const FunctionDecl &Callee,
                                                 llvm::ArrayRef<const Expr *> Arguments) {
  if (!Callee.getIdentifier() && !isa<CXXConstructorDecl>(Callee))
    return nullptr;
  std::string Name = modelName(Callee);
  if (const auto *Method = dyn_cast<CXXMethodDecl>(&Callee); Method && Method->isConst())
    Name += " const";
  const Operation *Row = TU.Lib.findFunction(Name, shapeOf(Arguments, Callee, nullptr));
  bool Fits = Row && (Row->Returns == Result::Connected || Row->Returns == Result::Disconnected);
  return Fits ? Row : nullptr;
}

/// Object: what a method is called on.
std::optional<ir::Operand> FunctionLowering::lowerConnection(const FunctionDecl &Callee,
                                                             const Expr *Object,
                                                             llvm::ArrayRef<const Expr *> Arguments,
                                                             const Expr &E) {
  const Operation *Row = connectionRow(Callee, Arguments);
  if (!Row)
    return std::nullopt;
  if (Row->Returns == Result::Connected)
    return connect(*Row, std::nullopt, Object, Arguments, E);
  std::optional<ir::Path> Signals;
  if (Object)
    Signals = objectAt(*Object);
  disconnect(*Row, std::move(Signals), Arguments, loc(E));
  return unknownValue(E.getType(), E.isGLValue(), loc(E));
}

/// What Object is, or points at.
ir::Path FunctionLowering::objectAt(const Expr &Object) {
  QualType T = Object.getType();
  return T->isPointerType() ? pointee(value(&Object), T->getPointeeType(), loc(Object))
                            : place(&Object);
}

/// Signals: the signal, or the object whose signals all of them are.
void FunctionLowering::disconnect(const Operation &Row, std::optional<ir::Path> Signals,
                                  llvm::ArrayRef<const Expr *> Arguments, ir::Location Loc) {
  if (size_t Sender = Row.Roles.find('w'); Sender < Arguments.size()) {
    size_t Signal = Row.Roles.find('m');
    if (Signal < Arguments.size())
      Signals = slotsOf(*Arguments[Sender], *Arguments[Signal]);
    if (!Signals)
      Signals = objectAt(*Arguments[Sender]);
  }
  if (Signals)
    emit(ir::Assign{Signals->then(ir::Projection::field(intern(ir::AllSlots), 0)),
                    ir::Operand::null()},
         Loc);
}

/// Only if that is sure. `Qt::QueuedConnection | Qt::UniqueConnection` is later, too.
bool FunctionLowering::isCalledLater(const Expr &E) const {
  const Expr *Inner = strip(&E)->IgnoreParenCasts();
  if (const auto *Binary = dyn_cast<BinaryOperator>(Inner))
    return isCalledLater(*Binary->getLHS()) || isCalledLater(*Binary->getRHS());
  const auto *Name = dyn_cast<DeclRefExpr>(Inner);
  const auto *Enumerator = Name ? dyn_cast<EnumConstantDecl>(Name->getDecl()) : nullptr;
  if (!Enumerator)
    return true;
  const Operation *Row = TU.Lib.findFunction(modelName(*Enumerator), "");
  return Row && Row->Returns == Result::Later;
}

/// Signal: the object that connect() is called on, where that is the signal; Object: where it is
/// something else.
ir::Operand FunctionLowering::connect(const Operation &Row, std::optional<ir::Path> Signal,
                                      const Expr *Object, llvm::ArrayRef<const Expr *> Arguments,
                                      const Expr &E) {
  auto Given = [&](char Role) {
    size_t I = Row.Roles.find(Role);
    return I < Arguments.size() ? Arguments[I] : nullptr;
  };
  ir::Operand Connection = unknownValue(E.getType(), E.isGLValue(), loc(E));
  const Expr *When = Given('t'), *Sender = Given('w'), *Receiver = Given('r');
  if (When && isCalledLater(*When))
    return Connection;
  if (Sender)
    Signal = slotsOf(*Sender, *Given('m'));
  if (Signal) {
    ir::Operand Slot = slotCallable(*Given('f'), Receiver ? Receiver : Object, E);
    emit(ir::Assign{std::move(*Signal), std::move(Slot)}, loc(E));
  }
  return Connection;
}

/// What the signal is to call: Given, or the method of Receiver that it names.
ir::Operand FunctionLowering::slotCallable(const Expr &Given, const Expr *Receiver, const Expr &E) {
  const Expr *Written = strip(Given.IgnoreUnlessSpelledInSource());
  auto New = [&] { return temporary(Written->getType(), false, loc(E)); };
  if (const CXXMethodDecl *Method = Receiver ? methodNamedBy(*Written, *Receiver) : nullptr;
      Method && Method->isInstance())
    return bind(*Method, Slot{Receiver, 0, true}, New(), E);
  QualType T = Written->getType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class || !TU.Types.isCallable(T) || isOpaqueCallable(T))
    return value(Written);
  // An object of the program's: what it refers to is not known when it is called.
  DeclarationName Call = TU.Context.DeclarationNames.getCXXOperatorName(OO_Call);
  auto Found = Class->getDefinition()->lookup(Call);
  const auto *Method = Found.isSingleResult() ? dyn_cast<CXXMethodDecl>(Found.front()) : nullptr;
  if (!Method || !Method->isInstance())
    return ir::Operand::unknown();
  return bind(*Method, Slot{Written, 0, false}, New(), E);
}

//===----------------------------------------------------------------------===//
// Signals that are methods
//===----------------------------------------------------------------------===//

/// Where the slots of a signal are. Overloads are told apart.
static ir::Projection slotsMember(const CXXMethodDecl &Signal, ir::Module &M) {
  std::string Name = Signal.getNameAsString() + "(";
  PrintingPolicy Policy(Signal.getASTContext().getLangOpts());
  for (const ParmVarDecl *Parameter : Signal.parameters())
    Name += (Name.back() == '(' ? "" : ", ") + Parameter->getType().getAsString(Policy);
  return ir::Projection::field(M.intern(Name + ")"), M.intern(modelName(*Signal.getParent())));
}

/// The slots of the signal that Signal names of the object that Sender points at. The signal gets
/// its body.
std::optional<ir::Path> FunctionLowering::slotsOf(const Expr &Sender, const Expr &Signal) {
  const CXXMethodDecl *Method = methodNamedBy(Signal, Sender);
  const FunctionDecl *Definition = nullptr;
  if (!Method || !Method->isInstance() ||
      (Method->isDefined(Definition) && !FunctionLowering(TU, *Definition).isSignalBody()))
    return std::nullopt;
  Method = Method->getCanonicalDecl();
  if (std::optional<ir::Function> Body = FunctionLowering(TU, *Method).lowerSignal())
    TU.M.Functions.push_back(std::move(*Body));
  return objectAt(Sender).then(slotsMember(*Method, TU.M));
}

/// `{ … QMetaObject::activate(this, &staticMetaObject, 0, args); }`
bool FunctionLowering::isSignalBody() const {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(FD.getBody());
  const auto *Method = dyn_cast<CXXMethodDecl>(&FD);
  return Body && Method && Method->isInstance() && llvm::any_of(Body->body(), [&](const Stmt *S) {
           const auto *Call = dyn_cast<CallExpr>(S);
           const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
           if (!Callee || !Callee->getIdentifier())
             return false;
           const Operation *Row =
               TU.Lib.findFunction(modelName(*Callee), std::string(Call->getNumArgs(), 'V'));
           return Row && Row->Returns == Result::Called;
         });
}

/// The body of a signal, which FD declares: a call of its slots. Nothing when the module has it.
std::optional<ir::Function> FunctionLowering::lowerSignal() {
  const auto &Signal = cast<CXXMethodDecl>(FD);
  if (!TU.Signals.insert(&FD).second)
    return std::nullopt;
  declareSignature();
  ir::Call Call;
  Call.K = ir::Call::Kind::Indirect;
  Call.Target = ir::Path::thisObject().then(slotsMember(Signal, TU.M));
  for (ir::VarId I = 0; I != F.NumParams; ++I) {
    ir::Path Parameter = ir::Path::variable(I);
    Call.Arguments.push_back(F.Vars[I].IsReference ? ir::Operand::address(Parameter)
                                                   : ir::Operand::value(Parameter));
  }
  F.Blocks.emplace_back().Effects.push_back({std::move(Call), F.Loc});
  return std::move(F);
}

//===----------------------------------------------------------------------===//
// Signals that are objects
//===----------------------------------------------------------------------===//

/// `clicked(7)`, `clicked.emit(7)`.
ir::Operand FunctionLowering::lowerEmission(ir::Path Signal, const FunctionDecl &Callee,
                                            llvm::ArrayRef<const Expr *> Arguments, const Expr &E) {
  ir::Call Call;
  Call.K = ir::Call::Kind::Indirect;
  Call.Target = std::move(Signal);
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Call.Arguments.push_back(argument(*Arguments[I], parameterType(Callee, I)));
  ir::Operand Combined = ir::Operand::unknown();
  if (!E.getType()->isVoidType()) {
    Call.Result = resultVariable(E);
    Combined = ir::Operand::value(ir::Path::variable(*Call.Result));
  }
  emit(std::move(Call), loc(E));
  return Combined;
}

} // namespace holdfast::lower

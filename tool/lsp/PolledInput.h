//===- PolledInput.h - messages, and something else meanwhile ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_LSP_POLLEDINPUT_H
#define HOLDFAST_TOOL_LSP_POLLEDINPUT_H

#include "llvm/Support/LSP/Transport.h"

namespace holdfast::tool::lsp {

/// What is waited for besides the next message.
class Background {
public:
  virtual ~Background() = default;
  virtual int descriptor() const = 0;       ///< Readable when there is news; -1: nothing runs.
  virtual int millisecondsLeft() const = 0; ///< Until onNews() is due anyway; -1: never.
  virtual void onNews() = 0;
};

/// Reads messages with a Content-Length from a descriptor. While it waits for one, it tells Beside
/// of its news, so that one thread does for both.
class PolledInput : public llvm::lsp::JSONTransportInput {
public:
  PolledInput(int Fd, Background &Beside) : Fd(Fd), Beside(Beside) {}

  bool hasError() const override { return Failed; }
  bool isEndOfInput() const override { return Ended; }
  llvm::LogicalResult readStandardMessage(std::string &Json) override;
  llvm::LogicalResult readDelimitedMessage(std::string &) override { return llvm::failure(); }

private:
  bool takeMessage(std::string &Json);
  void wait();
  void fill();

  int Fd;
  Background &Beside;
  std::string Received;
  bool Failed = false, Ended = false;
};

} // namespace holdfast::tool::lsp

#endif // HOLDFAST_TOOL_LSP_POLLEDINPUT_H

//===- ThreadableJob.h - what a thread of the mixer does --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

class ThreadableJob
{
public:
	virtual ~ThreadableJob() = default;
	void process() { doProcessing(); }

protected:
	virtual void doProcessing() = 0;
};

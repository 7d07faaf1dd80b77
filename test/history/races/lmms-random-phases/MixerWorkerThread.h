//===- MixerWorkerThread.h - a thread that renders --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "ThreadableJob.h"

#include <atomic>
#include <thread>

class MixerWorkerThread
{
public:
	class JobQueue
	{
	public:
		void addJob( ThreadableJob * job );
		void run();

	private:
		static const int JOB_QUEUE_SIZE = 1024;
		std::atomic<ThreadableJob *> m_items[JOB_QUEUE_SIZE] = {};
		int m_queueSize = 0;
	};

	explicit MixerWorkerThread( JobQueue & queue ) : m_queue( queue ) {}
	void start();
	void wait();

private:
	void run();

	JobQueue & m_queue;
	std::thread m_thread;
};

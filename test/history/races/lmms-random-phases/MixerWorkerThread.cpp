//===- MixerWorkerThread.cpp - a thread that renders ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "MixerWorkerThread.h"

void MixerWorkerThread::JobQueue::addJob( ThreadableJob * job )
{
	m_items[m_queueSize++] = job;
}

void MixerWorkerThread::JobQueue::run()
{
	for( int i = 0; i < m_queueSize; ++i )
	{
		ThreadableJob * job = m_items[i].exchange( nullptr );
		if( job )
		{
			job->process();
		}
	}
}

void MixerWorkerThread::start()
{
	m_thread = std::thread( &MixerWorkerThread::run, this );
}

void MixerWorkerThread::wait()
{
	m_thread.join();
}

void MixerWorkerThread::run()
{
	m_queue.run();
}

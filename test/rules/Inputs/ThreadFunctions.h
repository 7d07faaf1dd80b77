//===- ThreadFunctions.h - threads and locks of C libraries -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only what the tests call, declared under the libraries' own names, as their headers do.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_THREAD_FUNCTIONS_H
#define HOLDFAST_TEST_THREAD_FUNCTIONS_H

extern "C" {
// GLib.
typedef struct {
  void *p;
} GMutex;
typedef struct {
  void *p;
} GRWLock;
typedef struct GThread GThread;
typedef struct GAsyncQueue GAsyncQueue;
typedef void *(*GThreadFunc)(void *data);
void g_mutex_lock(GMutex *mutex);
int g_mutex_trylock(GMutex *mutex);
void g_mutex_unlock(GMutex *mutex);
void g_rw_lock_reader_lock(GRWLock *lock);
void g_rw_lock_reader_unlock(GRWLock *lock);
void g_rw_lock_writer_lock(GRWLock *lock);
void g_rw_lock_writer_unlock(GRWLock *lock);
GThread *g_thread_new(const char *name, GThreadFunc f, void *data);
void *g_thread_join(GThread *thread);
void g_async_queue_push(GAsyncQueue *queue, void *data);
void *g_async_queue_pop(GAsyncQueue *queue);
unsigned g_idle_add(int (*f)(void *), void *data);

// SDL 2.
typedef struct SDL_mutex SDL_mutex;
typedef struct SDL_Thread SDL_Thread;
typedef struct SDL_semaphore SDL_sem;
int SDL_LockMutex(SDL_mutex *mutex);
int SDL_TryLockMutex(SDL_mutex *mutex);
int SDL_UnlockMutex(SDL_mutex *mutex);
SDL_Thread *SDL_CreateThread(int (*f)(void *), const char *name, void *data);
void SDL_WaitThread(SDL_Thread *thread, int *status);
int SDL_SemPost(SDL_sem *sem);
int SDL_SemWait(SDL_sem *sem);

// Windows.
typedef void *HANDLE;
typedef unsigned long DWORD;
typedef struct {
  void *p;
} CRITICAL_SECTION;
typedef struct {
  void *p;
} SRWLOCK;
typedef DWORD (*LPTHREAD_START_ROUTINE)(void *);
void EnterCriticalSection(CRITICAL_SECTION *section);
int TryEnterCriticalSection(CRITICAL_SECTION *section);
void LeaveCriticalSection(CRITICAL_SECTION *section);
void AcquireSRWLockExclusive(SRWLOCK *lock);
void ReleaseSRWLockExclusive(SRWLOCK *lock);
void AcquireSRWLockShared(SRWLOCK *lock);
void ReleaseSRWLockShared(SRWLOCK *lock);
HANDLE CreateThread(void *attributes, unsigned long stack, LPTHREAD_START_ROUTINE f,
                    void *parameter, DWORD flags, DWORD *id);
HANDLE CreateMutexA(void *attributes, int owned, const char *name);
int ReleaseMutex(HANDLE mutex);
int SetEvent(HANDLE event);
DWORD WaitForSingleObject(HANDLE handle, DWORD milliseconds);

// libuv.
typedef struct {
  void *p;
} uv_mutex_t;
typedef struct {
  void *p;
} uv_thread_t;
void uv_mutex_lock(uv_mutex_t *mutex);
void uv_mutex_unlock(uv_mutex_t *mutex);
int uv_thread_create(uv_thread_t *thread, void (*f)(void *), void *argument);
int uv_thread_join(uv_thread_t *thread);
}

#endif // HOLDFAST_TEST_THREAD_FUNCTIONS_H

//===- omp.h - what the tests need of OpenMP's library ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// clang parses the pragmas itself; its omp.h comes with the runtime library, which is not installed
// everywhere.
#ifndef HOLDFAST_TEST_OMP_H
#define HOLDFAST_TEST_OMP_H

extern "C" {
typedef struct omp_lock_t {
  void *_lk;
} omp_lock_t;
void omp_init_lock(omp_lock_t *);
void omp_set_lock(omp_lock_t *);
int omp_test_lock(omp_lock_t *);
void omp_unset_lock(omp_lock_t *);
void omp_destroy_lock(omp_lock_t *);
int omp_get_thread_num(void);
int omp_get_num_threads(void);
}

#endif // HOLDFAST_TEST_OMP_H

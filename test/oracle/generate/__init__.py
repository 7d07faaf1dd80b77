# ===- generate - random C++ programs that walk and change containers -------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Random C++ programs in the shapes of real bugs and of the right code beside them.

program.generate(seed, number, only) makes one; everything is drawn from random.Random(seed, number),
so the same arguments give the same bytes. tree.py prints and reduces what the other modules build:

  containers.py   kinds of containers, how they are changed and asked
  handles.py      how iterators, references, pointers and views are made, used and made anew
  walks.py        loops and what happens in their bodies
  straight.py     handles across changes, without a loop of their own
  owners.py       nodes, smart pointers, lifetimes
  forms.py        where the containers live: parameters, members, behind accessors
  ways.py         how a change happens: at once, in a callee, an override, a callback, another file
"""

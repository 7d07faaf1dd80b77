# ===- generate.py - seeded choice of programs ------------------------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""The same seed, index and topics give the same program, whatever else is generated."""

import random

import topics_locks
import topics_sharing
import topics_threads
import verdict
from story import Story

TOPICS = {**topics_locks.TOPICS, **topics_threads.TOPICS, **topics_sharing.TOPICS}
MAX_DRAWS = 60


class NoProgram(Exception):
    """A topic cannot write what was asked for: a bug of the topic."""


def program(seed, index, topic=None):
    """The index-th program of a seed. Every other one is racy."""
    names = sorted(TOPICS)
    topic = topic or names[index // 2 % len(names)]
    racy = index % 2 == 0
    for draw in range(MAX_DRAWS):
        rng = random.Random("%s/%s/%s/%d" % (seed, index, topic, draw))
        story = Story(rng, "p%05d" % index, topic, racy)
        TOPICS[topic](story, racy)
        story.program.split = story.can_split() and rng.random() < 0.12
        try:
            if bool(verdict.races(story.program)) == racy:
                return story.program
        except verdict.OutOfScope:
            pass
    raise NoProgram("%s, %s: not in %d draws" % (topic, "racy" if racy else "clean", MAX_DRAWS))


def programs(seed, count, topic=None):
    return [program(seed, index, topic) for index in range(count)]

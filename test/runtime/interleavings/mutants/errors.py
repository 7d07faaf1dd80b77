# ===- errors.py - errors that the interleaving tests must notice ----------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""One error each in the protocols of runtime/include/holdfast/detail: what a tired author might write.

To add one: write it with noticed_by = "*", build, and run.py --all names the first test that fails.
Errors that no test of the bound notices (because it takes three old values at once, say) are no
evidence of anything, and are not here.
"""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Error:
    name: str
    file: str  # below runtime/include/holdfast/detail
    line: str  # or a part of it: the only one in the file, or the first after `after`
    wrong: str  # the part of `line` that is replaced, by
    by: str  # this; "": the statement is left out
    noticed_by: str  # the quickest test that does
    after: str = ""


def relaxed(name, file, line, noticed_by, after=""):
    """Its release, acquire or acq_rel is missing."""
    order = next(o for o in ("acq_rel", "release", "acquire") if o in line)
    wrong = f"std::memory_order_{order}"
    return Error(name, file, line, wrong, "std::memory_order_relaxed", noticed_by, after)


def left_out(name, file, line, noticed_by, after=""):
    """The statement, which is the whole line, is missing."""
    return Error(name, file, line, line, "", noticed_by, after)


instead = Error

NODES, WORDS, WIDE = "Interleaving/2.", "Interleaving/0.", "Interleaving/1."
ERRORS = [
    # Pins, cells, sweeps.
    instead(
        "an inner unpin ends the outer pin", "domain.hpp", "if (outermost_)", "outermost_", "true",
        WORDS + "AnUpdateOfAnEntryThatIsErasedMeanwhile"),
    relaxed(
        "unpin is relaxed", "domain.hpp", "me.epoch.store(0, std::memory_order_release);",
        NODES + "NoUpdateIsLost"),
    instead(
        "a reader that leaves does not look who waits", "domain.hpp",
        "if (me.attention.load(std::memory_order_relaxed))", "me.attention.load(std::memory_order_relaxed)",
        "false", NODES + "AVisitorBesideRemovers"),
    left_out(
        "a sweep without a barrier", "domain_sweep.hpp", "barrier();", NODES + "NoUpdateIsLost",
        after="const std::uint64_t newest"),
    instead(
        "destroyed under a pin", "domain_sweep.hpp", "if (oldest >= newest)", "oldest >= newest", "true",
        WORDS + "AnUpdateOfAnEntryThatIsErasedMeanwhile"),
    instead(
        "destroyed in a cell", "domain_sweep.hpp", "if (cell *c = holder_of(x)) {", "holder_of(x)", "nullptr",
        NODES + "AnIterationBesideErasures"),
    # Groups: the version, the words, the way of an entry.
    relaxed(
        "end_write is relaxed", "group.hpp",
        "state_.store(own_state() + writing, std::memory_order_release);", WIDE + "AVisitorBesideRemovers"),
    relaxed(
        "words are relaxed", "segment.hpp", "to[i].store(words[i], std::memory_order_release);",
        WIDE + "AVisitorBesideRemovers"),
    relaxed(
        "words are read relaxed", "lookup.hpp", "w[i] = from[i].load(std::memory_order_acquire);",
        WORDS + "AnUpdateOfAnEntryThatIsErasedMeanwhile"),
    instead(
        "a lookup does not look at the version again", "lookup.hpp",
        "if (read_candidate(h, at) && (!entries::is_inline || g.is_whole(state)) &&", "g.is_whole(state)", "true",
        WIDE + "AVisitorBesideRemovers"),
    relaxed(
        "a new node is stored relaxed", "table.hpp", "to[0].store(w[0], std::memory_order_release);",
        WORDS + "AnUpdateOfAnEntryThatIsErasedMeanwhile"),
    left_out(
        "who passes a group is not counted", "segment.hpp", "group_at(p.index()).entry_passes();",
        "Crowd/0.AnEntryBehindOneThatLeaves"),
    left_out(
        "a guest is not noted", "segment.hpp", "g.take_foreign();", "Crowd/0.AnIterationOverBothGroups"),
    # Segments: their versions, their deaths, their chains.
    relaxed(
        "versions are relaxed", "segment.hpp",
        "n.store(n.load(std::memory_order_relaxed) + 1, std::memory_order_release);",
        WORDS + "ASplitBesideEverything"),
    left_out(
        "the version does not rise after an insertion", "segment.hpp", "bump(head.inserts);",
        WORDS + "ASplitBesideEverything", after="g.set_tag(slot, tag_of(h));"),
    instead(
        "an insertion does not look at the version again", "table.hpp",
        "if (head.inserts.load(std::memory_order_relaxed) != at.inserts)",
        "head.inserts.load(std::memory_order_relaxed) != at.inserts", "false",
        WORDS + "InsertEraseLoadOfOneKey"),
    instead(
        "an insertion into the dead", "table.hpp", "if (head.dead.load(std::memory_order_relaxed))",
        "head.dead.load(std::memory_order_relaxed)", "false", WORDS + "AnIterationBesideAMerge",
        after="outcome insert_at("),
    instead(
        "a split of the dead", "resize_steps.hpp",
        "if (old->dead.load(std::memory_order_relaxed) || chain_length(*old) > length)",
        "old->dead.load(std::memory_order_relaxed)", "false", WORDS + "ASplitBesideEverything"),
    relaxed(
        "a doubled directory is relaxed", "resize_steps.hpp",
        "directory_.store(d, std::memory_order_release);", NODES + "TheFirstInsertions", after="if (old) {"),
    relaxed(
        "a chain grows relaxed", "resize_steps.hpp",
        "tail->chain.store(fresh.take(), std::memory_order_release);", "Chain/0.ThatGrows"),
    left_out(
        "lookups stop before the chain", "resize_steps.hpp", "tail->never_stop();",
        "Chain/0.AnIterationBesideAChainThatShrinksAndGrows"),
    # Operations and cursors.
    instead(
        "what was changed meanwhile is replaced", "table.hpp",
        "return how == match::key ? entries::same_key(now, at.what) : entries::same(now, at.what);",
        "how == match::key", "true", WIDE + "NoUpdateIsLost"),
    instead(
        "compare_and_swap of what was erased", "atomic_map.hpp", "return there && equal;", "there && equal",
        "equal", WIDE + "ComparisonsDecideOnce"),
    instead(
        "an iteration does not look again", "cursor.hpp",
        "const fate now = unchanged() ? fate::there : fate_of(n);", "unchanged() ? fate::there : fate_of(n)",
        "fate::there", NODES + "AnIterationBesideErasures"),
    instead(
        "a walk does not look whether anything has changed", "group_walk.hpp",
        "segment->changes.load(std::memory_order_acquire) == changes,",
        "segment->changes.load(std::memory_order_acquire) == changes", "true",
        WORDS + "AnIterationBesideErasures"),
    instead(
        "a walk goes on among guests", "group_walk.hpp", "return group::is_pure(state) && where->is_whole(state);",
        "group::is_pure(state)", "true", "Crowd/0.AnIterationOverBothGroups"),
    left_out(
        "a walk gives out what was erased", "group_walk.hpp", "left_ &= used;",
        WORDS + "AnIterationBesideErasures"),
    left_out(
        "a walk gives out a key again", "group_walk.hpp", "rewritten_ = true;", "OneGroup/0.AKeyThatComesBack"),
    instead(
        "what a lost walk has given out is given out again", "cursor.hpp",
        "if (!walk_.has_given(*table_, items_[i].what))", "!walk_.has_given(*table_, items_[i].what)", "true",
        WORDS + "AnIterationBesideErasures"),
    instead(
        "a walk goes on in a segment that died", "group_walk.hpp",
        "if (seen_.segment->dead.load(std::memory_order_acquire) ||",
        "seen_.segment->dead.load(std::memory_order_acquire)", "false", "Words.AnErasureFromASuccessor"),
    instead(
        "what was erased from its slot is given out", "reading.hpp",
        "if ((used_slots(group_->tags()) >> slots_[i] & 1) == 0)",
        "(used_slots(group_->tags()) >> slots_[i] & 1) == 0", "false",
        NODES + "AnIterationBesideErasures"),
    instead(
        "what has another's node is given out", "reading.hpp", "return entries::same(now.what, items_[i].what) ? fate::there : fate::unknown;",
        "entries::same(now.what, items_[i].what)", "true", "OneGroup/1.ASlotThatIsUsedAgain"),
    instead(
        "what was chosen is erased twice", "table.hpp", "slot_mask slots = of.slots & used_slots(g.own_tags());",
        "of.slots & used_slots(g.own_tags())", "of.slots", "OneGroup/0.AnErasureOfWhatWasChosen"),
    instead(
        "what was chosen is erased although it is another", "table.hpp",
        "if (entries::is_inline && g.is_whole(of.state))", "entries::is_inline && g.is_whole(of.state)", "true",
        WORDS + "ErasuresOfManyBesideOthers"),
    # Successors are locked until their origin is dead, and their origin's version tells of its death.
    instead(
        "the successor of a rebuild is not locked", "resize_steps.hpp",
        "const std::lock_guard new_held(all.get()->lock);", "all.get()->lock", "*new spin_lock",
        "Rebuild.AnErasureFromASuccessor"),
    instead(
        "a successor of a split is not locked", "resize_steps.hpp", "new_high_held(high.get()->lock);",
        "high.get()->lock", "*new spin_lock", "Halves.AnErasureFromTheUpperSuccessor"),
    left_out(
        "a death does not count as a change", "segment.hpp", "bump(changes);", "Words.AnErasureFromASuccessor"),
]

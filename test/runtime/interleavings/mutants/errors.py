# ===- errors.py - errors that the interleaving tests must notice ----------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""One error each in the protocols of runtime/include/holdfast/detail: what a tired author might write."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Error:
    name: str
    file: str  # below runtime/include/holdfast/detail
    line: str  # or a part of it; the first one after `after`, and there is only one after that is no part of another
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

W, D, N, Q = "Interleaving/0.*:Words.*", "Interleaving/1.*", "Interleaving/2.*", "QuietInterleaving/0.*"
ALL = "*"
ERRORS = [
    relaxed("pin-epoch-acquire", "domain.hpp", "me.epoch.store(epoch_.load(std::memory_order_acquire)", ALL),
    relaxed("pin-epoch-release", "domain.hpp", ", std::memory_order_release);", ALL, "me.epoch.store(epoch_.load(std::memory_order_acquire)"),
    instead("pin-does-not-nest", "domain.hpp", "if (--me.depth != 0)", "--me.depth != 0", "(--me.depth, false)", ALL),
    relaxed("unpin-release", "domain.hpp", "me.epoch.store(0, std::memory_order_release);", ALL),
    instead("unpin-attention", "domain.hpp", "if (me.attention.load(std::memory_order_relaxed))", "me.attention.load(std::memory_order_relaxed)", "false", ALL),
    instead("cell-attention", "domain.hpp", "if (c.attention.load(std::memory_order_relaxed)) {", "c.attention.load(std::memory_order_relaxed)", "false", ALL),
    relaxed("new-stamp", "domain.hpp", "return epoch_.fetch_add(1, std::memory_order_acq_rel) + 1;", ALL),
    left_out("sweep-no-barrier", "domain_sweep.hpp", "barrier();", ALL, "const std::uint64_t newest"),
    instead("sweep-no-second-look", "domain_sweep.hpp", "if (oldest < newest && (tell || eager_)) {", "oldest < newest", "false", ALL),
    instead("sweep-ignores-pins", "domain_sweep.hpp", "if (oldest >= newest)", "oldest >= newest", "true", ALL),
    relaxed("oldest-pin-acquire", "domain_sweep.hpp", "r->epoch.load(std::memory_order_acquire);", ALL),
    relaxed("holder-acquire", "domain_sweep.hpp", "if (place.load(std::memory_order_acquire) == x)", ALL),
    instead("sweep-ignores-cells", "domain_sweep.hpp", "if (cell *c = holder_of(x)) {", "holder_of(x)", "nullptr", ALL),
    left_out("cells-no-barrier", "domain_sweep.hpp", "barrier();", ALL, "if (!held_.first)"),
    relaxed("give-cell-release", "domain_sweep.hpp", "c->protects[i].store(nullptr, std::memory_order_release);", ALL),
    relaxed("retire-release", "domain_sweep.hpp", "!to.compare_exchange_weak(x->next, x, std::memory_order_release, std::memory_order_relaxed))", ALL),
    relaxed("steal-acquire", "domain_sweep.hpp", "list taken{from.exchange(nullptr, std::memory_order_acquire)};", ALL),
    relaxed("unlock-release", "sync.hpp", "held_.store(false, std::memory_order_release);", ALL),
    relaxed("lock-acquire", "sync.hpp", "held_.exchange(true, std::memory_order_acquire);", ALL),
    relaxed("set-tag-release", "group.hpp", "word.store(others | std::uint64_t{tag} << shift, std::memory_order_release);", ALL),
    relaxed("tags-acquire", "group.hpp", "tags_[1].load(std::memory_order_acquire)", ALL),
    relaxed("state-acquire", "group.hpp", "return state_.load(std::memory_order_acquire);", ALL),
    relaxed("end-write-release", "group.hpp", "state_.store(own_state() + writing, std::memory_order_release);", ALL),
    instead("is-still-always", "group.hpp", "return ((state_.load(std::memory_order_relaxed) ^ s) >> 16) == 0;", "((state_.load(std::memory_order_relaxed) ^ s) >> 16) == 0", "true", ALL),
    relaxed("leaves-release", "group.hpp", "state_.store(s - 1, std::memory_order_release);", ALL),
    relaxed("clear-release", "group.hpp", "state_.store(own_state() & ~(sticky | foreign), std::memory_order_release);", ALL),
    left_out("passes-not-counted", "segment.hpp", "groups()[p.index()].entry_passes();", ALL),
    left_out("no-foreign", "segment.hpp", "g.take_foreign();", ALL),
    relaxed("bump-release", "segment.hpp", "n.store(n.load(std::memory_order_relaxed) + 1, std::memory_order_release);", ALL),
    left_out("first-inserts", "segment.hpp", "bump(head.inserts);", ALL, "g.take_foreign();"),
    left_out("second-inserts", "segment.hpp", "bump(head.inserts);", ALL, "g.set_tag(slot, tag_of(h));"),
    left_out("place-changes", "segment.hpp", "bump(head.changes);", ALL, "g.set_tag(slot, tag_of(h));"),
    left_out("remove-changes", "segment.hpp", "bump(head.changes);", ALL, "entry_leaves();"),
    left_out("clear-changes", "segment.hpp", "bump(head.changes);", ALL, "groups()[g].clear();"),
    relaxed("words-release", "segment.hpp", "to[i].store(words[i], std::memory_order_release);", ALL),
    left_out("begin-write", "segment.hpp", "g.begin_write();", ALL),
    left_out("die-inserts", "segment.hpp", "bump(inserts);", ALL),
    left_out("die-changes", "segment.hpp", "bump(changes);", ALL),
    relaxed("dead-release", "segment.hpp", "dead.store(true, std::memory_order_release);", ALL),
    relaxed("directory-entry-acquire", "directory.hpp", "entries()[prefix_of(h, bits)].load(std::memory_order_acquire)", ALL),
    relaxed("directory-entry-release", "directory.hpp", "entries()[first + i].store(segment_ref<Words>::tag(s), std::memory_order_release);", ALL),
    relaxed("directory-acquire", "resize.hpp", "return directory_.load(std::memory_order_acquire);", ALL),
    relaxed("install-release", "resize_steps.hpp", "directory_.store(d.release(), std::memory_order_release);", ALL),
    relaxed("double-release", "resize_steps.hpp", "directory_.store(d, std::memory_order_release);", ALL, "if (old) {"),
    instead("rebuild-heir-unlocked", "resize_steps.hpp", "const std::lock_guard new_held(all.get()->lock);", "all.get()->lock", "*new spin_lock", ALL),
    instead("merge-heir-unlocked", "resize_steps.hpp", "const std::lock_guard new_held(both.get()->lock);", "both.get()->lock", "*new spin_lock", ALL),
    instead("split-heir-unlocked", "resize_steps.hpp", "std::unique_lock new_low_held(low.get()->lock), new_high_held(high.get()->lock);", "low.get()->lock", "*new spin_lock", ALL),
    left_out("rebuild-does-not-die", "resize_steps.hpp", "old->die();", ALL, "directory_now()->set(0, 0, all.get());"),
    instead("merge-no-recheck", "resize_steps.hpp", "!fit())\n      return false;", "!fit()", "false", ALL),
    instead("merge-dead-recheck", "resize_steps.hpp", "if (low->dead.load(std::memory_order_relaxed) || high->dead.load(std::memory_order_relaxed) ||", "low->dead.load(std::memory_order_relaxed) || high->dead.load(std::memory_order_relaxed)", "false", ALL),
    instead("split-dead-recheck", "resize_steps.hpp", "if (old->dead.load(std::memory_order_relaxed) || chain_length(*old) > length)", "old->dead.load(std::memory_order_relaxed)", "false", ALL),
    relaxed("chain-release", "resize_steps.hpp", "tail->chain.store(fresh.take(), std::memory_order_release);", ALL),
    relaxed("trim-release", "resize_steps.hpp", "s->chain.store(next->chain.load(std::memory_order_relaxed), std::memory_order_release);", ALL),
    left_out("trim-does-not-die", "resize_steps.hpp", "next->die();", ALL),
    left_out("chain-never-stop", "resize_steps.hpp", "tail->never_stop();", ALL),
    instead("insert-no-recheck", "table.hpp", "if (head.inserts.load(std::memory_order_relaxed) != at.inserts)", "head.inserts.load(std::memory_order_relaxed) != at.inserts", "false", ALL),
    instead("insert-into-the-dead", "table.hpp", "if (head.dead.load(std::memory_order_relaxed))", "head.dead.load(std::memory_order_relaxed)", "false", ALL),
    relaxed("inserts-acquire", "table.hpp", "at.inserts = at.head->inserts.load(std::memory_order_acquire);", ALL),
    instead("still-there-dead", "table.hpp", "if (at.head->dead.load(std::memory_order_relaxed) ||", "at.head->dead.load(std::memory_order_relaxed)", "false", ALL),
    instead("still-there-used", "table.hpp", "!at.where->groups()[at.group_index].own_used(at.slot))", "!at.where->groups()[at.group_index].own_used(at.slot)", "false", ALL),
    instead("still-there-same", "table.hpp", "return how == match::key ? entries::same_key(now, at.what) : entries::same(now, at.what);", "how == match::key", "true", ALL),
    left_out("replace-changes", "table.hpp", "segment_type::bump(at.head->changes);", ALL),
    relaxed("node-replace-release", "table.hpp", "to[0].store(w[0], std::memory_order_release);", ALL),
    relaxed("read-slot-acquire", "table.hpp", "w[i] = from[i].load(std::memory_order_acquire);", ALL),
    instead("find-torn", "table.hpp", "if (entries::is_inline && !g.is_still(state)) {", "!g.is_still(state)", "false", ALL),
    instead("find-writing", "table.hpp", "bool torn = entries::is_inline && candidates != 0 && group::is_writing(state);", "group::is_writing(state)", "false", ALL),
    relaxed("chain-acquire", "table.hpp", "at.where = at.where->chain.load(std::memory_order_acquire);", ALL),
    instead("cas-of-the-erased", "atomic_map.hpp", "return there && equal;", "there && equal", "equal", ALL),
    instead("produce-without-lookup", "cursor.hpp", "if (is_as_it_was(h)) {", "is_as_it_was(h)", "true", ALL),
    instead("as-it-was-id", "cursor.hpp", "one_->id == id_ && ", "one_->id == id_", "true", ALL),
    instead("as-it-was-unchanged", "cursor.hpp", "unchanged();", "unchanged()", "true", ALL, "one_->id == id_ && "),
    relaxed("unchanged-acquire", "cursor.hpp", "return one_->changes.load(std::memory_order_acquire) == changes_;", ALL),
    instead("read-no-recheck", "cursor.hpp", "if (head.inserts.load(std::memory_order_relaxed) == inserts) {", "head.inserts.load(std::memory_order_relaxed) == inserts", "true", ALL),
    instead("read-the-dead", "cursor.hpp", "if (head.dead.load(std::memory_order_acquire) && !table_->shape().is_unused())", "head.dead.load(std::memory_order_acquire)", "false", ALL),
    relaxed("read-changes-acquire", "cursor.hpp", "const std::uint64_t changes = head.changes.load(std::memory_order_acquire);", ALL, "bool read(ref r"),
    relaxed("pure-changes-acquire", "cursor.hpp", "const std::uint64_t changes = head.changes.load(std::memory_order_acquire);", ALL, "bool read_pure(ref r"),
    instead("pure-dead", "cursor.hpp", "if (head.dead.load(std::memory_order_acquire))\n      return false;", "head.dead.load(std::memory_order_acquire)", "false", ALL),
    instead("pure-recheck", "cursor.hpp", "if (!g.is_still(state))\n      return false;", "!g.is_still(state)", "false", ALL),
    instead("pure-not-pure", "cursor.hpp", "if (!group::is_pure(state) || group::is_writing(state))", "!group::is_pure(state)", "false", ALL),
    instead("group-recheck", "cursor.hpp", "if (entries::is_inline && (group::is_writing(state) || !g.is_still(state)))", "(group::is_writing(state) || !g.is_still(state))", "false", ALL),
    instead("fate-dead", "cursor.hpp", "if (one_->dead.load(std::memory_order_acquire))", "one_->dead.load(std::memory_order_acquire)", "false", ALL),
    instead("fate-still", "cursor.hpp", "return group_->is_still(state_) ? fate::there : fate::unknown;", "group_->is_still(state_)", "true", ALL),
    instead("enter-low", "cursor.hpp", "if (started_ && low_ < h)", "started_ && low_ < h", "false", ALL),
    relaxed("hold-release", "position.hpp", "place.store(next, std::memory_order_release);", ALL),
    relaxed("set-release", "position.hpp", "cell_->protects[0].store(e, std::memory_order_release);", ALL),
    instead("set-shared-cell", "position.hpp", "if (!cell_ || cell_->owners.load(std::memory_order_acquire) != 1) {", "cell_->owners.load(std::memory_order_acquire) != 1", "false", ALL),
    relaxed("reset-owners", "position.hpp", "if (c->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)", ALL),
    relaxed("inline-hold-release", "position.hpp", "cell_->protects[0].store(from, std::memory_order_release);", ALL),
    instead("extract-unseen", "domain_sweep.hpp", "if (oldest_pin(stamp, false) == stamp && ", "oldest_pin(stamp, false) == stamp", "true", ALL),
    instead("extract-held", "domain_sweep.hpp", "!holder_of(x))", "!holder_of(x)", "true", ALL),
]

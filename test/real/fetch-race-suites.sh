#!/bin/sh
#===- fetch-race-suites.sh - get the public data race suites -------------===//
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
#===----------------------------------------------------------------------===//
#
# Usage: test/real/fetch-race-suites.sh [SUITE...]
#
# Puts the programs that run_race_suites.py measures with into $SUITES (default
# /work/suites), each suite at a pinned commit: another commit moves the lines that
# race-suites.txt names. Only what is needed is cloned. Where $MIRROR has bare
# repositories as OWNER+NAME/repo, nothing is downloaded. A suite that is there at
# its commit is skipped. Nothing is compiled.
#
set -eu

SUITES=${SUITES:-/work/suites}
MIRROR=${MIRROR:-/work/.mirror}
ALL="dataracebench goblint racerd"

# Prints: repository, commit, directories
source_of() {
  case $1 in
  dataracebench) echo LLNL/dataracebench e1bffc57f35f2751afea6c9379b5863e0b2abfd9 micro-benchmarks ;;
  goblint) echo goblint/analyzer 5be5054d09401e7109555c87c555284b4ac35fb5 \
                tests/regression lib/goblint/runtime/include ;;
  racerd) echo facebook/infer be1b9a8dc1b0f8d2aac29136f5812d117da5fcd9 \
               infer/tests/codetoanalyze/cpp/racerd ;;
  *) echo "fetch-race-suites.sh: unknown suite '$1'; known: $ALL" >&2; exit 2 ;;
  esac
}

# unpack BARE COMMIT TARGET DIRECTORY...
unpack() {
  bare=$1 commit=$2 target=$3
  shift 3
  git -C "$bare" archive -o "$target.tar" "$commit" "$@"
  tar -xf "$target.tar" -C "$target"
  rm "$target.tar"
}

# clone URL COMMIT TARGET DIRECTORY...
clone() {
  url=$1 commit=$2 target=$3
  shift 3
  git init -q "$target"
  git -C "$target" remote add origin "$url"
  git -C "$target" sparse-checkout set --no-cone "$@"
  git -C "$target" fetch -q --depth 1 --filter=blob:none origin "$commit"
  git -C "$target" checkout -q --detach FETCH_HEAD
  rm -rf "$target/.git"
}

[ $# -gt 0 ] || set -- $ALL
for suite; do
  # shellcheck disable=SC2046
  set -- $(source_of "$suite")
  [ $# -gt 2 ] || exit 2
  repository=$1 commit=$2 target=$SUITES/$suite
  shift 2
  if [ "$(cat "$target/COMMIT" 2>/dev/null)" = "$commit" ]; then
    echo "$suite: already there"
    continue
  fi
  rm -rf "$target"
  mkdir -p "$target"
  bare=$MIRROR/$(echo "$repository" | tr / +)/repo
  if git -C "$bare" cat-file -e "$commit" 2>/dev/null; then
    unpack "$bare" "$commit" "$target" "$@"
  else
    clone "${BASE:-https://github.com}/$repository" "$commit" "$target" "$@"
  fi
  echo "$commit" >"$target/COMMIT"
  echo "$suite: $target at $commit"
done

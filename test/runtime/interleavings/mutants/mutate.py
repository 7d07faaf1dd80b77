#!/usr/bin/env python3
# ===- mutate.py - a copy of the headers that has all the errors in it -----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Copies the runtime's headers, and puts the errors of errors.py into the copy: all of them, each under a condition
that HOLDFAST_MUTANT decides when the program runs (mutant.h). So they cost one compilation.
"""

import argparse
import pathlib
import shutil

import errors


def problem(text, error):
    """Why the error cannot happen in text; None if it can."""
    after, at = text.find(error.after), text.find(error.line, text.find(error.after) + len(error.after))
    if after < 0 or at < 0:
        return f"'{error.line}' is no longer in {error.file}: say in errors.py what it is now"
    if not error.after and text.count(error.line) > 1:
        return f"'{error.line}' is in {error.file} more than once: say in errors.py after what"
    return None


def with_error(text, error):
    """text, where `error` happens if its number is chosen."""
    at = text.find(error.line, text.find(error.after) + len(error.after))
    chosen = f"holdfast::test::has_error({errors.ERRORS.index(error)})"
    if not error.by:
        right = f"if (!{chosen}) {error.line}"
    else:
        right = error.line.replace(error.wrong, f"({chosen} ? ({error.by}) : ({error.wrong}))", 1)
    return text[:at] + right + text[at + len(error.line):]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("headers", type=pathlib.Path, help="runtime/include")
    parser.add_argument("copy", type=pathlib.Path)
    arguments = parser.parse_args()
    shutil.copytree(arguments.headers, arguments.copy, dirs_exist_ok=True)
    for file in sorted({error.file for error in errors.ERRORS}):
        path = arguments.copy / "holdfast/detail" / file
        text = path.read_text()
        # From the end, so that one does not change what another looks for. run.py tells of the others.
        found = [error for error in errors.ERRORS if error.file == file and not problem(text, error)]
        for error in sorted(found, key=lambda e: text.find(e.line, text.find(e.after)), reverse=True):
            text = with_error(text, error)
        path.write_text(text)


if __name__ == "__main__":
    main()

# ===- document.py - the section of docs/models.md that a run writes -------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Writes what was executed, what was not and why, and the exceptions, as tables."""

BEGIN, END = "<!-- oracle: begin -->", "<!-- oracle: end -->"


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows])


def code(pattern):
    return "`" + pattern.replace("|", "\\|") + "`"


def section(verdict, unwatched):
    libraries = [(name, t.rows, t.probed, t.situations, t.agree, t.excepted,
                  t.probed - t.agree - t.excepted, t.rows - t.probed)
                 for name, t in verdict.tallies.items()]
    exceptions = [(code(e["class"]), code(e["row"]), e["kind"], e["clause"].replace("|", "\\|"), e["why"])
                  for e in verdict.exceptions.entries]
    reasons = [(len(used), len({owner for owner, _ in used}), e["why"])
               for e, used in zip(unwatched.entries, unwatched.used)]
    return "\n\n".join([
        BEGIN,
        table(("library", "rows", "executed", "situations", "agree", "with exceptions", "disagree",
               "not executed"), libraries),
        "Rows of the standard library that nothing executes:",
        table(("rows", "classes", "why"), reasons),
        "Exceptions:",
        table(("class", "row", "kind", "clause", "why"), exceptions),
        END])


def update(page, verdict, unwatched):
    text = page.read_text()
    before, rest = text.split(BEGIN)
    page.write_text(before + section(verdict, unwatched) + rest.split(END)[1])

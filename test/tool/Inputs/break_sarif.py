#!/usr/bin/env python3
# ===- break_sarif.py - does check_sarif.py see what it is for? -------------===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""break_sarif.py FILE ROOT: breaks a right SARIF file in one way after the other; each must be seen, for what it is."""
import copy
import json
import pathlib
import sys

import check_sarif


def first(log):
    return log["runs"][0]["results"][0]


def rule(log):
    return log["runs"][0]["tool"]["driver"]["rules"][0]


def place(log):
    return first(log)["locations"][0]["physicalLocation"]


def steps(log):
    return first(log)["codeFlows"][0]["threadFlows"][0]["locations"]


def lines(log, last):
    place(log)["region"]["endLine"] = last


# What is done, and a part of what must be said.
BREAKS = [
    (lambda log: log.update(version="2.0.0"), "'2.0.0' is none of"),
    (lambda log: first(log).update(extra=1), "extra is no property here"),
    (lambda log: first(log).pop("message"), "lacks message"),
    (lambda log: first(log)["message"].update(text=""), "is empty"),
    (lambda log: log["runs"].append(log["runs"][0]), "GitHub takes one run"),
    (lambda log: log["runs"][0]["automationDetails"].update(id="holdfast"), "does not end in '/'"),
    (lambda log: rule(log)["fullDescription"].update(text="x" * 1025), "longer than 1,024"),
    (lambda log: rule(log)["help"].pop("markdown"), "help has no markdown"),
    (lambda log: rule(log)["help"].update(markdown="[x](../x.md)"), "relative link"),
    (lambda log: rule(log)["properties"].update(precision="exact"), "precision is 'exact'"),
    (lambda log: rule(log)["properties"].pop("problem.severity"), "problem.severity is None"),
    (lambda log: rule(log)["properties"].update(tags=[str(n) for n in range(11)]), "has 11 tags"),
    (lambda log: rule(log).update(id=log["runs"][0]["tool"]["driver"]["rules"][1]["id"]), "the same id"),
    (lambda log: first(log).update(ruleIndex=first(log)["ruleIndex"] ^ 1), "ruleIndex is not that of"),
    (lambda log: first(log)["locations"].append(first(log)["locations"][0]), "GitHub takes one location"),
    (lambda log: place(log)["artifactLocation"].update(uri="/a.cpp"), "is not relative to SRCROOT"),
    (lambda log: place(log)["artifactLocation"].update(uri="none.cpp"), "there is no file none.cpp"),
    (lambda log: lines(log, place(log)["region"]["startLine"] + 1), "is no part of one line"),
    (lambda log: place(log).pop("region"), "has no region"),
    (lambda log: first(log)["partialFingerprints"].clear(), "has no fingerprint"),
    (lambda log: first(log)["partialFingerprints"].update(primaryLocationLineHash="x"), "GitHub's to compute"),
    (lambda log: log["runs"][0]["results"].append(first(log)), "two results have the same fingerprint"),
    (lambda log: steps(log).extend(steps(log)[:1] * 1001), "a flow has"),
    (lambda log: steps(log)[0]["location"].pop("message"), "a step of the flow says nothing"),
    (lambda log: steps(log).clear(), "a flow has 0 steps"),
    (lambda log: first(log)["message"].update(text="see [line 3](99)"), "links to 99"),
]


def problems(log, root):
    found = list(check_sarif.check_object(log, check_sarif.SHAPES["log"], "log"))
    found += [f"{where}: is empty" for text, where in check_sarif.strings(log, "log") if not text]
    if not found:
        try:
            found += check_sarif.check_github(log, root)
        except (KeyError, IndexError) as error:
            found.append(f"the check ended early: {error!r}")
    return found


def main(file, root):
    right, root = json.loads(pathlib.Path(file).read_text(encoding="utf-8")), pathlib.Path(root)
    missed = 0
    if found := problems(right, root):
        sys.exit(f"{file} is not right to begin with: {found}")
    for change, expected in BREAKS:
        log = copy.deepcopy(right)
        change(log)
        found = problems(log, root)
        if not any(expected in problem for problem in found):
            print(f"not seen: '{expected}'; found: {found}")
            missed += 1
    print(f"{len(BREAKS)} broken, {missed} not seen")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

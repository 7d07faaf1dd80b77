"""Prints the one line that CI reads, `N passed, N failed`, from the results file of lit.

Anything that is neither a pass, nor an expected failure, nor declared unsupported counts as
failed; so does a run in which nothing passed.
"""
import collections
import json
import sys

GOOD = {"PASS", "FLAKYPASS", "XFAIL"}
NEUTRAL = {"UNSUPPORTED", "SKIPPED", "EXCLUDED"}


def main(path):
    try:
        with open(path) as file:
            tests = json.load(file)["tests"]
    except (OSError, ValueError, KeyError) as error:
        print("no test results in %s: %s" % (path, error))
        print("0 passed, 1 failed")
        return 1
    codes = collections.Counter(test["code"] for test in tests)
    passed = sum(codes[code] for code in GOOD)
    failed = sum(count for code, count in codes.items() if code not in GOOD | NEUTRAL)
    neutral = sum(codes[code] for code in NEUTRAL)
    if neutral:
        print("%d not run (unsupported here)" % neutral)
    if passed == 0 and failed == 0:
        failed = 1
    print("%d passed, %d failed" % (passed, failed))
    return 0 if failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

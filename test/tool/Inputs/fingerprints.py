"""Says how many findings two JSON lines files have, and how many fingerprints are in both."""
import json
import sys


def read(name):
    lines = [json.loads(line) for line in open(name)]
    found = [line["fingerprint"] for line in lines if line["kind"] == "finding"]
    if len(set(found)) != len(found):
        sys.exit(f"{name}: two findings have the same fingerprint")
    return set(found)


before, after = map(read, sys.argv[1:])
print(f"{len(before)} and {len(after)}, {len(before & after)} in both")

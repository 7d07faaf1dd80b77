"""Fails unless all files, which hold findings in different formats, have the same fingerprints, each once."""
import re
import sys

known = None
for name in sys.argv[1:]:
    found = re.findall(r'\b[0-9a-f]{16}\b', open(name).read())
    if not found or len(set(found)) != len(found) or sorted(found) != (known or sorted(found)):
        sys.exit(f"{name}: {found}, not {known}")
    known = sorted(found)

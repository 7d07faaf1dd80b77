#!/usr/bin/env python3
"""The benchmark's results as tables, and as plots.

  report.py results.jsonl            the tables, in Markdown
  report.py results.jsonl --plots D  and D/runtime-u64.svg, D/runtime-string.svg

Medians over the rounds; CPU time of the busiest thread. A bar is a map's throughput divided by holdfast's.
"""
import argparse
import collections
import json
import pathlib
import statistics

import bars

OURS = "holdfast"
NOT_PEERS = {OURS, "holdfast, range-for", "bare probe (limit)", "CAS list"}
WORKS = ["read", "95/5", "zipf 95/5", "50/50", "churn", "hot key"]
WHOLE = ["insert", "iterate", "erase half"]
COLORS = {OURS: "#1a6faf", "best peer": "#d9822b"}


def load(path):
    """(kind, work, threads) -> map -> [median CPU, median wall], and the other measurements as they are."""
    timed, other = collections.defaultdict(lambda: collections.defaultdict(list)), collections.defaultdict(dict)
    for line in path.read_text().splitlines():
        row = json.loads(line)
        if "cpu" in row:
            timed[row["kind"], row["work"], row["threads"]][row["map"]].append((row["cpu"], row["wall"]))
        else:
            unit = next(k for k in row if k not in ("work", "kind", "map"))
            other[unit, row["kind"]][row["map"]] = row[unit]
    medians = {key: {name: [statistics.median(column) for column in zip(*runs)] for name, runs in maps.items()}
               for key, maps in timed.items()}
    return medians, other


def peers(row):
    return {name: value for name, value in row.items() if name not in NOT_PEERS}


def table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def all_maps(medians, kind):
    names = []
    for (its_kind, work, _), row in medians.items():
        if its_kind == kind and work in WORKS + WHOLE:
            names += [name for name in row if name not in names]
    return sorted(names, key=lambda name: (name != OURS, name in NOT_PEERS, name))


def print_kind(medians, kind):
    names = all_maps(medians, kind)
    rows = []
    for work in WORKS + WHOLE:
        for threads in (1, 2):
            row = medians.get((kind, work, threads))
            if not row or OURS not in row:
                continue
            best = min(peers(row), key=lambda name: row[name][0])
            ratio = row[best][0] / row[OURS][0]
            cells = [f"{row[name][0]:.1f}" if name in row else "" for name in names]
            rows.append([f"{work}, {threads} T", *cells, f"{ratio:.2f} ({best})"])
    table([f"{kind}: ns an operation", *names, "best peer ÷ ours"], rows)


def print_rest(medians, other):
    for kind in ("u64", "string"):
        single, many = (medians.get((kind, work, 1), {}).get(OURS) for work in ("find_single", "find_many"))
        if single and many:
            print(f"{kind}: single finds {single[0]:.1f} ns, `find_many` {many[0]:.1f} ns a key: "
                  f"{single[0] / many[0]:.2f} times as fast\n")
    rows = []
    titles = ["longest insert", "longest insert without a visitor", "longest insert beside a sleeping visitor"]
    found = {title: medians.get(("u64", title, 1), {}) for title in titles}
    for name in found[titles[0]]:
        rows.append([name, "{:.0f}".format(found[titles[0]][name][0]), "{:.0f}".format(found[titles[0]][name][1]),
                     *(f"{found[t][name][1]:.0f}" if name in found[t] else "" for t in titles[1:])])
    if rows:
        table(["longest insert, µs", "to 10 M entries, CPU", "wall", "no visitor, wall", "a visitor sleeps, wall"], rows)
    sizes = sorted({kind for unit, kind in other if unit == "bytes_per_entry"}, key=int)
    names = list(other["bytes_per_entry", sizes[0]]) if sizes else []
    if names:
        table(["bytes an entry / % kept after erasing 99 %", *(f"{int(s):,}" for s in sizes)],
              [[name, *(f"{other['bytes_per_entry', s][name]:.1f} / {other['percent_kept', s][name]:.1f}"
                        for s in sizes)] for name in names])
    rows = [[f"{work}, {kind}", f"{row['bare'][0]:.1f}", f"{row['checked'][0]:.1f}",
             f"{row['checked'][0] - row['bare'][0]:+.1f}"]
            for (kind, work, _), row in medians.items() if "checked" in row]
    if rows:
        table(["ns an operation", "std::unordered_map", "checked, on", "difference"], rows)


def plot(medians, kind):
    """One group of bars a work: all maps' throughput in million operations a second."""
    groups = [(f"{work}, {threads} T", medians[kind, work, threads]) for work in WORKS + WHOLE
              for threads in (1, 2) if OURS in medians.get((kind, work, threads), {})]
    shown = []
    for title, row in groups:
        names = [name for name in all_maps(medians, kind) if name in row and name != "bare probe (limit)"]
        best = min(peers(row), key=lambda name: row[name][0])
        fastest = min(row[name][0] for name in names)
        shown.append((title, [
            (f"{name}, {1000 / row[name][0]:.1f} M/s", fastest / row[name][0],
             COLORS[OURS] if name == OURS else COLORS["best peer"] if name == best else "#b9c0c7")
            for name in sorted(names, key=lambda name: row[name][0])]))
    return bars.svg(f"{kind} keys and values, 2^20 entries: throughput (longer is better)", shown)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("results", type=pathlib.Path)
    arguments.add_argument("--plots", type=pathlib.Path, help="directory of the plots")
    given = arguments.parse_args()
    medians, other = load(given.results)
    for kind in ("u64", "string"):
        if any(key[0] == kind and key[1] == "read" for key in medians):
            print_kind(medians, kind)
            if given.plots:
                (given.plots / f"runtime-{kind}.svg").write_text(plot(medians, kind))
    print_rest(medians, other)


if __name__ == "__main__":
    main()

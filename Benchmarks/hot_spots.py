#!/usr/bin/env python3
"""Where the time of a run goes: by module, and within each by function. Needs perf (Debian package linux-perf).

USAGE: Benchmarks/hot_spots.py CONFIG FOLDER [FUNCTIONS]

Runs the pipeline over the folder, one document at a time, and counts each sample for the module that is nearest to the
top of its stack, so that what a stage asks of ICU, the lexicon or the allocator counts for the stage. `self` is time in
the function itself, `with` includes what it calls.
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

SONGNGU = ".build/release/songngu"


def record(config, folder, work):
    run = [SONGNGU, "run", config, "--input", folder, "--output", f"{work}/out", "--workers", "1", "--quiet"]
    perf = ["taskset", "-c", "0", "perf", "record", "-q", "-F", "2000", "-g", "-o", f"{work}/data"]
    cache = {"XDG_CACHE_HOME": os.path.abspath(".build-bench/cache")}
    if subprocess.run([*perf, *run], env=os.environ | cache).returncode > 1:  # 1: some document failed
        sys.exit(2)
    script = subprocess.run(["perf", "script", "-i", f"{work}/data", "-F", "ip,sym,dso"], stdout=subprocess.PIPE, check=True)
    names = subprocess.run(["swift", "demangle", "--simplified"], input=script.stdout, stdout=subprocess.PIPE, check=True)
    return names.stdout.decode(errors="replace")


def stacks(text):
    """Lists of (function, library), innermost first."""
    for sample in text.split("\n\n"):
        frames = re.findall(r"^\s+[0-9a-f]+ (.*?)(?:\+0x[0-9a-f]+)? \((\S+)\)$", sample, re.M)
        frames = [frame for frame in frames if frame[0] != "[unknown]"]
        if frames:
            yield [(function, path.split("/")[-1]) for function, path in frames]


def owned(stack):
    """The module that the sample counts for, and the functions of it and below it, innermost first."""
    depths = [depth for depth, (_, library) in enumerate(stack) if library.endswith("Plugin.so")]
    if depths:
        return stack[depths[0]][1][len("lib") : -len("Plugin.so")], [function for function, _ in stack[: depths[-1] + 1]]
    return "host", [function for function, library in stack if "dispatch" not in library and "Concurrency" not in library]


def main():
    config, folder = sys.argv[1:3]
    shown = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    totals = collections.Counter()
    own = collections.defaultdict(collections.Counter)
    within = collections.defaultdict(collections.Counter)
    with tempfile.TemporaryDirectory() as work:
        for stack in stacks(record(config, folder, work)):
            who, functions = owned(stack)
            totals[who] += 1
            own[who].update(functions[:1])
            within[who].update(set(functions))
    for who, count in totals.most_common():
        print(f"{who}: {count / totals.total():.1%}")
        for label, counter in (("self", own[who]), ("with", within[who])):
            for function, samples in counter.most_common(shown):
                print(f"  {label} {samples / count:6.1%}  {function[:110]}")


main()

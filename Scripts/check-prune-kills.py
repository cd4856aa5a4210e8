#!/usr/bin/env python3
"""Kills builds with --prune at random moments and looks at what they leave.

usage: check-prune-kills.py COFORMAT [--kills N] [--seed N] REPORT REPORT ...

All reports are built in every usual format. Somebody then puts files of their own among what was made,
one of them under the name of a version, and changes a version by hand. From then on only the first half of
the reports is built, in two formats, with --prune. That run is killed (SIGKILL) at a moment drawn at random
or just after the first file has gone; so is the merge of two parts, whose own runs are given --prune too.
After each kill

- what is somebody's own, and what is still built, is there with the bytes it had,
- what is there is what was made and nothing else, and whatever index.html leads to is there,
- a part alone has removed nothing,

and one more run leaves what an undisturbed run leaves, to the byte, and has nothing more to remove.
"""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

from build_digests import digests
from build_workers import children

FORMATS = "braille-1,epub"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("coformat")
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("reports", nargs="+")
    choices = parser.parse_args()
    random.seed(choices.seed)
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1700000000")
    scratch = tempfile.mkdtemp(prefix="coformat-prune-kills-")
    command = [os.path.abspath(choices.coformat), "build", "--quiet", "--jobs", "1", "--fail-on", "never"]
    # The reports' own names may be alike, so each has a number.
    sources = os.path.join(scratch, "sources")
    os.mkdir(sources)
    for number, report in enumerate(choices.reports):
        shutil.copy(report, os.path.join(sources, f"{number:02d}-{os.path.basename(report)}"))
    every = [os.path.join(sources, name) for name in sorted(os.listdir(sources))]
    some = every[: (len(every) + 1) // 2]
    faults = []

    def start(output, cache, reports, *options):
        return subprocess.Popen(
            [*command, "--output", output, "--cache", cache, *options, *reports],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def run(output, cache, reports, *options):
        if start(output, cache, reports, *options).wait() != 0:
            sys.exit(f"a build that nobody disturbs failed: {' '.join(options)}")

    def path(*names):
        return os.path.join(scratch, *names)

    first, cache = path("first"), path("cache")
    run(first, cache, every)
    versions = set(digests(first)) - {"index.html", "formats.json"}
    own = {"mine.txt": "mine", "notes/old-braille-2.brf": "no version of ours"}
    for name, text in own.items():
        os.makedirs(os.path.dirname(os.path.join(first, name)), exist_ok=True)
        with open(os.path.join(first, name), "w") as file:
            file.write(text)
    # The name of a version that is pruned, with bytes that nobody made.
    changed = sorted(name for name in versions if name.endswith("-pef-2.pef"))[-1]
    with open(os.path.join(first, changed), "a") as file:
        file.write("\n")
    before = digests(first)

    def fresh():
        shutil.rmtree(path("out"), ignore_errors=True)
        shutil.rmtree(path("kept"), ignore_errors=True)
        shutil.copytree(first, path("out"))
        shutil.copytree(cache, path("kept"))
        return path("out"), path("kept")

    def part(output, kept, number):
        run(output, kept, some, "--formats", FORMATS, "--prune", "--shard", f"{number}/2")

    ways = {
        "a build": (lambda output, kept: None, ("--formats", FORMATS, "--prune")),
        "a merge": (
            lambda output, kept: [part(output, kept, number) for number in (1, 2)],
            ("--formats", FORMATS, "--merge", "--prune")),
    }
    killed = amid = 0
    for way, (prepare, options) in ways.items():
        output, kept = fresh()
        prepare(output, kept)
        there = digests(output)
        if any(there.get(name) != digest for name, digest in before.items()):
            faults.append(f"{way}: its parts have removed or changed something")
        began = time.monotonic()
        run(output, kept, some, *options)
        seconds = time.monotonic() - began
        wanted = digests(output)
        gone = set(before) - set(wanted)
        stays = {name: digest for name, digest in before.items() if name in wanted and name in versions | set(own)}
        if not gone or gone & (set(own) | {changed}):
            sys.exit(f"{way}: an undisturbed run removes {sorted(gone)}")
        for kill in range(choices.kills):
            output, kept = fresh()
            prepare(output, kept)
            build = start(output, kept, some, *options)
            if kill % 2:
                time.sleep(random.random() * seconds)
            else:
                # Just after the first file has gone, and before the last has.
                watched = [os.path.join(output, name) for name in sorted(gone)]
                while build.poll() is None and all(os.path.lexists(name) for name in watched):
                    pass
                time.sleep(random.random() * seconds / 20)
            orphans = children(build.pid)
            build.send_signal(signal.SIGKILL)
            killed += build.wait() == -signal.SIGKILL
            # Workers notice by themselves that nobody is there any more.
            deadline = time.monotonic() + 10
            while any(os.path.exists(f"/proc/{worker}") for worker in orphans) and time.monotonic() < deadline:
                time.sleep(0.01)
            there = digests(output)
            amid += bool(gone & set(there)) and not gone <= set(there)
            for name, digest in stays.items():
                if there.get(name) != digest:
                    faults.append(f"{way}, kill {kill}: {name} is gone or changed")
            for name, digest in there.items():
                if name not in ("index.html", "formats.json") and before.get(name, wanted.get(name)) != digest:
                    faults.append(f"{way}, kill {kill}: {name} is new or changed")
            with open(os.path.join(output, "index.html"), encoding="utf-8") as file:
                for link in re.findall(r'<a href="([^"#:]+)" type=', file.read()):
                    if urllib.parse.unquote(link) not in there:
                        faults.append(f"{way}, kill {kill}: the page leads to {link}, which is gone")
            if there == wanted:
                prepare(output, kept)  # a merge that is done takes its parts away
            run(output, kept, some, *options)
            if digests(output) != wanted:
                faults.append(f"{way}, kill {kill}: the next run does not complete it")
            if os.path.exists(os.path.join(output, ".coformat")):
                faults.append(f"{way}, kill {kill}: something is left in .coformat")
    shutil.rmtree(scratch)
    for fault in faults:
        print(fault)
    print(f"{killed} runs killed, {amid} of them amid the removal, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()

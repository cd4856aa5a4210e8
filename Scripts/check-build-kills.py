#!/usr/bin/env python3
"""Kills builds at random moments and looks at what they leave.

usage: check-build-kills.py COFORMAT [--kills N] [--seed N] REPORT...

A build of the reports that nobody disturbs gives the bytes to compare with. Then builds are begun in
another folder and, at a moment drawn at random, the program or one of its workers is killed (SIGKILL).
After each, every file that a reader could see must be whole: the same bytes as the undisturbed build's.
At the end one build must complete what is there, with the same bytes and an exit code of 0, and a second
must find nothing to do.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from build_digests import digests
from build_workers import children


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("coformat")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("reports", nargs="+")
    choices = parser.parse_args()
    random.seed(choices.seed)
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1700000000")
    scratch = tempfile.mkdtemp(prefix="coformat-kills-")
    command = [os.path.abspath(choices.coformat), "build", "--quiet", "--jobs", "2"]
    faults = []

    def start(output, cache):
        return subprocess.Popen(
            command + ["--output", output, "--cache", cache] + choices.reports,
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    whole = os.path.join(scratch, "whole")
    began = time.monotonic()
    if start(whole, os.path.join(scratch, "cache-whole")).wait() not in (0, 3):
        sys.exit("the undisturbed build failed")
    seconds = time.monotonic() - began
    wanted = digests(whole)
    out, cache = os.path.join(scratch, "out"), os.path.join(scratch, "cache")
    pages = {name for name in wanted if name.startswith("index") or name == "formats.json"}
    for kill in range(choices.kills):
        if random.random() < 0.2:
            shutil.rmtree(out, ignore_errors=True)
            shutil.rmtree(cache, ignore_errors=True)
        build = start(out, cache)
        time.sleep(random.random() * seconds)
        workers = children(build.pid)
        victim = random.choice(workers) if workers and random.random() < 0.5 else build.pid
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            pass
        code = build.wait()
        # Workers notice by themselves that nobody is there any more.
        deadline = time.monotonic() + 10
        while any(os.path.exists(f"/proc/{worker}") for worker in workers) and time.monotonic() < deadline:
            time.sleep(0.01)
        if any(os.path.exists(f"/proc/{worker}") for worker in workers):
            faults.append(f"kill {kill}: a worker lives on without its build")
        for name, digest in digests(out).items():
            if name in pages:
                continue  # they say what there is, and not everything is
            if wanted.get(name) != digest:
                faults.append(f"kill {kill}: {name} is not what it should be")
        if victim != build.pid and code not in (0, 1, 3):
            faults.append(f"kill {kill}: a worker was killed and the build ended with {code}")
    if start(out, cache).wait() not in (0, 3):
        faults.append("the last build failed")
    if digests(out) != wanted:
        faults.append("the last build has other bytes")
    said = subprocess.run(
        command[:2] + ["--dry-run", "--output", out, "--cache", cache] + choices.reports,
        env=environment, capture_output=True, text=True)
    if not said.stdout.endswith(" unchanged\n") or "0 to make" not in said.stdout:
        faults.append("after the last build there is something left to make: " + said.stdout[-200:])
    left = [name for name in os.listdir(os.path.join(out, ".coformat"))] if os.path.isdir(os.path.join(out, ".coformat")) else []
    if left:
        faults.append(f"left behind: {left}")
    shutil.rmtree(scratch)
    for fault in faults:
        print(fault)
    print(f"{choices.kills} kills, {len(wanted)} files, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()

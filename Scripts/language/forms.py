"""The forms of English words, from the lemminflect tables (NIH SPECIALIST Lexicon): what a written form
may be a form of, and the forms of a lemma. Read by the scripts that make Tables/english."""

import collections
import csv
import gzip
import pathlib

SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared" / "data" / "easyread"

# The bits of a word class: what a form may be. The order is part of the format of tagger.bin.
CLASSES = ["NN", "NNS", "VB", "VBD", "VBN", "VBG", "VBZ", "JJ", "JJR", "JJS", "RB", "RBR", "RBS", "NNP"]
BIT = {name: 1 << place for place, name in enumerate(CLASSES)}


def rows(name):
    with gzip.open(SHARED / "lemminflect" / name, "rt", encoding="utf-8", newline="") as file:
        yield from csv.reader(file)


def inflections():
    """(lemma, part of speech) and its forms, each a tuple of spellings.

    Verbs: VBD, VBN, VBG, VBZ; nouns: NNS; adjectives and adverbs: JJR and JJS, or RBR and RBS."""
    for lemma, part, *columns in rows("infl_lu.csv.gz"):
        forms = [tuple(filter(None, column.split("/"))) for column in columns]
        if part == "verb":
            forms += [()] * (4 - len(forms))
            if not forms[1]:
                forms[1] = forms[0]  # an empty participle is the past tense
        yield lemma, part, forms


def analyses():
    """What each form may be: form -> list of (tag, lemma), in the order of the tables."""
    found = collections.defaultdict(list)

    def add(form, tag, lemma):
        if form and (tag, lemma) not in found[form]:
            found[form].append((tag, lemma))

    tags = {"noun": ["NNS"], "verb": ["VBD", "VBN", "VBG", "VBZ"], "adj": ["JJR", "JJS"], "adv": ["RBR", "RBS"]}
    base = {"noun": "NN", "verb": "VB", "adj": "JJ", "adv": "RB"}
    for lemma, part, forms in inflections():
        if part not in base:
            continue
        add(lemma, base[part], lemma)
        for tag, spellings in zip(tags[part], forms):
            for form in spellings:
                add(form, tag, lemma)
    for form, part, lemmas in rows("lemma_lu.csv.gz"):
        if part not in base:
            continue
        for lemma in lemmas.split("/"):
            if lemma == form:
                add(form, base[part], lemma)
            elif part == "noun":
                add(form, "NNS", lemma)
            elif part == "verb" and not any(tag.startswith("V") and l == lemma for tag, l in found.get(form, [])):
                # A form the other table has not: its ending says which.
                tag = "VBG" if form.endswith("ing") else "VBZ" if form.endswith("s") else "VBD"
                add(form, tag, lemma)
            elif part in ("adj", "adv"):
                ending = "S" if form.endswith("st") else "R"
                add(form, ("JJ" if part == "adj" else "RB") + ending, lemma)
    return found


def word_class(word, lower, table):
    """The classes a word may be of, as bits: of its small letters, and a name if it is one with capitals."""
    bits = 0
    for tag, _ in table.get(lower, ()):
        bits |= BIT[tag]
    if word != lower and word in table:
        bits |= BIT["NNP"]
    return bits

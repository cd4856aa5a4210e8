#!/usr/bin/env python3
"""Makes the tables of English words in Tables/english from the data in ../shared/data/easyread.

  forms.bin         what a written form is a form of (lemminflect, from the NIH SPECIALIST Lexicon; MIT)
  inflections.bin   the forms of a lemma (the same)
  frequencies.bin   how often a form is met, on the Zipf scale (FrequencyWords, CC BY-SA 4.0)
  syllables.bin     how many syllables, where rules do not say (CMUdict; BSD)
  complexity.bin    how hard people find a word (Word Complexity Lexicon; MIT), and the level at which
                    learners know it (CEFR-J 1.5, free with citation)

Same data, same bytes.
"""

import csv
import math
import pathlib
import re

import forms
from wordtable import table

OUT = pathlib.Path(__file__).resolve().parents[2] / "Tables" / "english"
SHARED = forms.SHARED


def cut(lemma, form):
    """How a form is made of its lemma: how many bytes are cut off, and what is put there."""
    a, b = lemma.encode(), form.encode()
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return bytes([len(a) - same, len(b) - same]) + b[same:]


def form_table():
    """Value: the number of analyses; of each the class (as in forms.CLASSES) and how the lemma is made."""
    entries = {}
    for form, found in forms.analyses().items():
        found = found[:255]
        value = bytes([len(found)])
        for tag, lemma in found:
            value += bytes([forms.CLASSES.index(tag)]) + cut(form, lemma)
        entries[form] = value
    return entries


COLUMNS = {"noun": ["NNS"], "verb": ["VBD", "VBN", "VBG", "VBZ"], "adj": ["JJR", "JJS"], "adv": ["RBR", "RBS"]}


def inflection_table():
    """Value: the number of forms; of each its class and how it is made. The first of a class is the usual."""
    entries = {}
    for lemma, part, columns in forms.inflections():
        for tag, spellings in zip(COLUMNS.get(part, []), columns):
            for form in spellings:
                entries.setdefault(lemma, []).append(bytes([forms.CLASSES.index(tag)]) + cut(lemma, form))
    return {lemma: bytes([len(found[:255])]) + b"".join(found[:255]) for lemma, found in entries.items()}


def frequency_table():
    """Value: a byte, 25 times the Zipf value: the logarithm of how often a form is met in 1,000 million words."""
    counts = {}
    for line in open(SHARED / "frequencywords" / "en_50k.txt", encoding="utf-8"):
        word, count = line.split()
        counts[word] = int(count)
    total = sum(counts.values())
    return {word: bytes([round(25 * max(0, math.log10(count / total * 1e9)))]) for word, count in counts.items()}


def rule_syllables(word):
    """Syllables by rule: the same as English.syllablesByRule in Swift."""
    vowels = "aeiouy"
    count, before = 0, False
    for letter in word:
        vowel = letter in vowels
        if vowel and not before:
            count += 1
        before = vowel
    if word.endswith("e") and len(word) > 2 and word[-2] not in vowels:
        if not (word.endswith("le") and len(word) > 3 and word[-3] not in vowels):
            count -= 1
    elif word.endswith("es") and len(word) > 3 and word[-3] not in vowels and word[-3] not in "szxcg":
        if not (word[-3] == "l" and len(word) > 4 and word[-4] not in vowels):
            if not word.endswith(("ches", "shes")):
                count -= 1
    elif word.endswith("ed") and len(word) > 3 and word[-3] not in vowels and word[-3] not in "td":
        count -= 1
    return max(count, 1)


def syllable_table():
    """Value: a byte, the syllables of the first pronunciation, for words where the rule says otherwise."""
    found = {}
    for line in open(SHARED / "cmudict" / "cmudict.dict", encoding="utf-8"):
        word, *sounds = line.split("#")[0].split()
        if not re.fullmatch(r"[a-z]+", word):
            continue
        count = sum(sound[-1].isdigit() for sound in sounds)
        if count != rule_syllables(word):
            found[word] = bytes([count])
    return found


LEVELS = {"A1": 1, "A2": 2, "B1": 3, "B2": 4}


def complexity_table():
    """Value: two bytes, 40 times the complexity (1 to 6; 0 where it is not known) and the level (0 none)."""
    found = {}
    for line in open(SHARED / "word-complexity-lexicon" / "lexicon.tsv", encoding="utf-8"):
        word, value = line.split("\t")
        found.setdefault(word.lower(), [0, 0])[0] = round(40 * float(value))
    with open(SHARED / "cefrj" / "cefrj-vocabulary-profile-1.5.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in row["headword"].split("/"):
                entry = found.setdefault(word.strip().lower(), [0, 0])
                level = LEVELS[row["CEFR"]]
                entry[1] = min(entry[1] or level, level)
    return {word: bytes(entry) for word, entry in found.items() if word}


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, entries in (
        ("forms", form_table()), ("inflections", inflection_table()), ("frequencies", frequency_table()),
        ("syllables", syllable_table()), ("complexity", complexity_table()),
    ):
        data = table(entries)
        (OUT / f"{name}.bin").write_bytes(data)
        print(f"{name}.bin: {len(entries)} entries, {len(data)} bytes")


if __name__ == "__main__":
    main()

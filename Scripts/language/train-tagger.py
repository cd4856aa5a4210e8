#!/usr/bin/env python3
"""Trains the tagger of English and writes Tables/english/tagger.bin.

The mean of three averaged perceptrons (Collins 2002), each of which goes through a sentence from left to right and gives each
word the tag of the Penn Treebank whose features weigh most. Trained on Universal Dependencies EWT and the
genres of GUM whose texts are free (../shared/data/easyread). It is linear: a tag's score is a sum of
integers read from a table. Deterministic: same data, same bytes.

  Scripts/language/train-tagger.py                train, evaluate, write
  Scripts/language/train-tagger.py --models 1     one perceptron and not the mean of three, to try something

Features are numbers: 64-bit hashes of what Sources/Linguistics/English/Tagger.swift hashes. Both
must say the same; the test of accuracy fails when they do not.
"""

import argparse
import collections
import pathlib
import random
import struct
import time

import forms

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "Tables" / "english" / "tagger.bin"

TAGS = [
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT",
    "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
    "VBZ", "WDT", "WP", "WP$", "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "NFP", "ADD",
    "AFX", "GW", "XX",
]
TAG = {name: place for place, name in enumerate(TAGS)}
START, BEFORE_START = 62, 63  # tags before the first word
MASK = (1 << 64) - 1


def sentences(path):
    """The sentences of a CoNLL-U file: lists of (word, tag)."""
    words = []
    for line in open(path, encoding="utf-8"):
        if line == "\n":
            if words:
                yield words
            words = []
        elif line[0] != "#":
            cells = line.split("\t")
            if cells[0].isdigit() and cells[4] in TAG:
                words.append((plain(cells[1]), TAG[cells[4]]))
    if words:
        yield words


CURVED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "--", "…": "..."})


def plain(word):
    """Typographic marks as on a typewriter, as the tagger reads them."""
    return word.translate(CURVED)


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & MASK
    return value


def mix(value, part):
    value ^= part
    value = (value * 0x9E3779B97F4A7C15) & MASK
    return value ^ (value >> 29)


def lowered(word):
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in word)


def normal(lower):
    """A word as features see it: numbers without their digits."""
    if lower[0].isascii() and lower[0].isdigit():
        if lower.isascii() and lower.isdigit():
            return "0000" if len(lower) == 4 else "0"
        return "".join("0" if c.isascii() and c.isdigit() else c for c in lower)
    return lower


def shape(word, first):
    """What letters a word is made of, as bits."""
    bits = 0
    upper = sum("A" <= c <= "Z" for c in word)
    lower = sum("a" <= c <= "z" for c in word)
    if "A" <= word[0] <= "Z":
        bits |= 1
    if upper and not lower:
        bits |= 2
    if upper > 1:
        bits |= 4
    if any("0" <= c <= "9" for c in word):
        bits |= 8
    if "-" in word:
        bits |= 16
    if "." in word:
        bits |= 32
    if not upper and not lower:
        bits |= 64
    if first:
        bits |= 128
    if any(c > "\x7f" for c in word):
        bits |= 256
    if len(word) == 1:
        bits |= 512
    return bits


class Word:
    """What features are made of, of one word of the lexicon; the place in a sentence is not in it."""

    __slots__ = ("word", "lower", "key", "suffixes", "prefixes", "cls", "norm")

    def __init__(self, word, table):
        self.word = word
        self.lower = lowered(word)
        self.norm = normal(self.lower)
        data = self.norm.encode()
        self.key = fnv(data)
        self.suffixes = [fnv(data[-n:]) if len(data) > n else 0 for n in (1, 2, 3, 4)]
        self.prefixes = [fnv(data[:n]) if len(data) > n else 0 for n in (1, 2, 3)]
        self.cls = forms.word_class(word, self.lower, table)


OUTSIDE = None


def static_features(words, place):
    """The features that need no tags, as pairs of template and hash."""
    def at(i):
        return words[i] if 0 <= i < len(words) else OUTSIDE

    w = words[place]
    a, b, c, d = at(place - 1), at(place - 2), at(place + 1), at(place + 2)
    key = w.key
    form = shape(w.word, place == 0)
    out = [
        mix(1, key), mix(2, w.suffixes[0]), mix(3, w.suffixes[1]), mix(4, w.suffixes[2]), mix(5, w.suffixes[3]),
        mix(6, w.prefixes[0]), mix(7, w.prefixes[1]), mix(8, w.prefixes[2]), mix(9, form), mix(10, w.cls),
        mix(11, a.key), mix(12, b.key), mix(13, c.key), mix(14, d.key),
        mix(15, a.suffixes[2]), mix(16, c.suffixes[2]), mix(17, c.suffixes[1]),
        mix(18, c.cls), mix(19, d.cls), mix(mix(20, w.cls), c.cls), mix(mix(21, w.cls), form),
        mix(mix(22, a.key), key), mix(mix(23, key), c.key), mix(mix(24, a.cls), w.cls),
        mix(mix(25, shape(c.word, False) if c.word else 0), form),
        mix(mix(26, form), w.suffixes[2]), mix(mix(27, a.key), c.key), mix(mix(28, w.cls), w.suffixes[2]),
    ]
    return out


def dynamic_features(w, c, t1, t2):
    """The features that need the tags before."""
    return [
        mix(40, t1), mix(mix(41, t1), t2), mix(mix(42, t1), w.key), mix(mix(43, t1), w.cls),
        mix(mix(mix(44, t1), t2), w.cls), mix(mix(mix(45, t1), w.cls), c.cls), mix(mix(46, t1), c.key),
        mix(mix(47, t1), w.suffixes[2]), mix(mix(mix(48, t1), t2), w.key),
    ]


class Tagger:
    def __init__(self):
        self.ids, self.weights, self.totals, self.stamps = {}, [], [], []
        self.known = {}  # key of a word -> its tags, when it is frequent
        self.steps = 0
        self.cache = {}

    def feature(self, value):
        place = self.ids.get(value)
        if place is None:
            place = self.ids[value] = len(self.weights)
            self.weights.append({})
            self.totals.append({})
            self.stamps.append({})
        return place

    def best(self, ids, allowed):
        scores = [0] * 64
        weights = self.weights
        for place in ids:
            for tag, weight in weights[place].items():
                scores[tag] += weight
        return max(allowed, key=lambda tag: (scores[tag], -tag))

    def change(self, place, tag, by):
        weights, stamps = self.weights[place], self.stamps[place]
        old = weights.get(tag, 0)
        self.totals[place][tag] = self.totals[place].get(tag, 0) + old * (self.steps - stamps.get(tag, 0))
        stamps[tag] = self.steps
        weights[tag] = old + by

    def averaged(self):
        for place, weights in enumerate(self.weights):
            for tag, weight in weights.items():
                total = self.totals[place].get(tag, 0) + weight * (self.steps - self.stamps[place].get(tag, 0))
                yield place, tag, total / max(self.steps, 1)


def allowed_tags(data):
    """The tags of frequent words: all others are ruled out for them."""
    counts = collections.defaultdict(collections.Counter)
    for words, tags in data:
        for word, tag in zip(words, tags):
            counts[word.key][tag] += 1
    known = {}
    for key, tags in counts.items():
        total = sum(tags.values())
        if total >= 30:
            kept = [tag for tag, n in tags.items() if n >= 2 and n / total >= 0.0015]
            known[key] = sorted(kept)
    return known


def load(paths, words, table):
    data = []
    for path in paths:
        for sentence in sentences(forms.SHARED / path):
            made = []
            for word, _ in sentence:
                if word not in words:
                    words[word] = Word(word, table)
                made.append(words[word])
            data.append((made, [tag for _, tag in sentence]))
    return data


def evaluate(tagger, data, lookup):
    right = total = 0
    confusion = collections.Counter()
    everything = list(range(len(TAGS)))
    for words, tags in data:
        t1, t2 = START, BEFORE_START
        for place, (w, gold) in enumerate(zip(words, tags)):
            allowed = tagger.known.get(w.key, everything)
            if len(allowed) == 1:
                guess = allowed[0]
            else:
                c = words[place + 1] if place + 1 < len(words) else OUTSIDE
                values = static_features(words, place) + dynamic_features(w, c, t1, t2)
                scores = [0] * 64
                for value in values:
                    for tag, weight in lookup(value):
                        scores[tag] += weight
                guess = max(allowed, key=lambda tag: (scores[tag], -tag))
            total += 1
            right += guess == gold
            if guess != gold:
                confusion[TAGS[gold], TAGS[guess]] += 1
            t2, t1 = t1, guess
    return right / total, confusion


def prepare():
    """The sentences to learn from, those to report on, and the words of both."""
    global OUTSIDE
    table = forms.analyses()
    words = {}
    OUTSIDE = Word("\x01", table)
    OUTSIDE.word = ""
    data = load(["ud-ewt/en_ewt-ud-train.conllu", "ud-gum/en_gum-permissive-ud-train.conllu"], words, table)
    sets = {name: load([path], words, table) for name, path in (
        ("EWT dev", "ud-ewt/en_ewt-ud-dev.conllu"), ("GUM dev", "ud-gum/en_gum-permissive-ud-dev.conllu"),
        ("EWT test", "ud-ewt/en_ewt-ud-test.conllu"), ("GUM test", "ud-gum/en_gum-permissive-ud-test.conllu"))}
    return data, sets


def train(data, epochs, seed):
    """One perceptron. Its rounds go through the sentences in an order of its own."""
    tagger = Tagger()
    tagger.known = allowed_tags(data)
    everything = list(range(len(TAGS)))
    items = []
    for made, tags in data:
        static = [[tagger.feature(value) for value in static_features(made, place)]
                  if len(tagger.known.get(w.key, everything)) > 1 else None for place, w in enumerate(made)]
        items.append((made, tags, static))
    print(len(items), "sentences,", sum(len(tags) for _, tags, _ in items), "words,", len(tagger.weights), "features",
          flush=True)
    order = random.Random(seed)
    dynamic = {}
    for epoch in range(epochs):
        began, wrong = time.time(), 0
        order.shuffle(items)
        for made, tags, static in items:
            t1, t2 = START, BEFORE_START
            for place, gold in enumerate(tags):
                w = made[place]
                if static[place] is None:
                    t2, t1 = t1, tagger.known[w.key][0]
                    continue
                c = made[place + 1] if place + 1 < len(made) else OUTSIDE
                key = (w, c, t1, t2)
                more = dynamic.get(key)
                if more is None:
                    more = dynamic[key] = [tagger.feature(v) for v in dynamic_features(w, c, t1, t2)]
                ids = static[place] + more
                guess = tagger.best(ids, tagger.known.get(w.key, everything))
                tagger.steps += 1
                if guess != gold:
                    wrong += 1
                    for f in ids:
                        tagger.change(f, gold, 1)
                        tagger.change(f, guess, -1)
                t2, t1 = t1, guess
        print(f"round {epoch + 1}: {wrong} wrong, {time.time() - began:.0f} s", flush=True)
    return tagger


def report(tagger, sets, rows, names):
    for name in names:
        accuracy, confusion = evaluate(tagger, sets[name], lambda value: rows.get(value, ()))
        print(f"{name}: {accuracy:.4f}", *(f"{g}>{p} {n}" for (g, p), n in confusion.most_common(8)), flush=True)


def summed(taggers):
    """The averaged weights of several perceptrons, as their mean: features, each with its tags."""
    rows = collections.defaultdict(lambda: collections.defaultdict(float))
    for tagger in taggers:
        values = {place: value for value, place in tagger.ids.items()}
        for place, tag, weight in tagger.averaged():
            rows[values[place]][tag] += weight / len(taggers)
    return rows


SCALE = 6.0


def packed_rows(rows, least):
    """Weights as small integers; those that say next to nothing left out."""
    packed = {}
    for value, row in rows.items():
        kept = sorted((tag, max(-127, min(127, round(weight * SCALE)))) for tag, weight in row.items()
                      if abs(round(weight * SCALE)) >= least)
        if kept:
            packed[value] = kept
    return packed


def pack(tagger, rows):
    """tagger.bin: see Sources/Linguistics/English/TaggerModel.swift."""
    bits = 16
    buckets = [[] for _ in range(1 << bits)]
    for value in sorted(rows):
        buckets[value >> (64 - bits)].append((value >> 32 & 0xFFFF, rows[value]))
    body, starts = bytearray(), []
    for bucket in buckets:
        starts.append(len(body))
        for mark, row in bucket:
            body += struct.pack("<HB", mark, len(row))
            body += bytes(tag for tag, _ in row) + struct.pack(f"{len(row)}b", *(weight for _, weight in row))
    starts.append(len(body))
    known = sorted(tagger.known.items())
    sets = sorted({sum(1 << tag for tag in tags) for _, tags in known})
    place = {bits: n for n, bits in enumerate(sets)}
    out = bytearray(b"CFTG\x01\0\0\0")
    out += struct.pack("<IIII", bits, len(body), len(known), len(sets))
    out += struct.pack(f"<{len(starts)}I", *starts)
    out += struct.pack(f"<{len(sets)}Q", *sets)
    out += struct.pack(f"<{len(known)}Q", *(key for key, _ in known))
    out += struct.pack(f"<{len(known)}H", *(place[sum(1 << t for t in tags)] for _, tags in known))
    out += body
    return bytes(out)


def main():
    parser = argparse.ArgumentParser(description="Trains the tagger of English.")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--models", type=int, default=3)
    parser.add_argument("--least", type=int, default=3, help="the smallest weight that is kept")
    parser.add_argument("--out", type=pathlib.Path, default=OUT)
    arguments = parser.parse_args()
    data, sets = prepare()
    taggers = []
    for seed in range(1, arguments.models + 1):
        taggers.append(train(data, arguments.epochs, seed))
        rows = packed_rows(summed(taggers), arguments.least)
        packed = pack(taggers[0], rows)
        print(seed, "models:", len(rows), "features,", sum(map(len, rows.values())), "weights,", len(packed), "bytes")
        report(taggers[0], sets, rows, sets if seed == arguments.models else ("EWT dev", "GUM dev"))
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(packed)


if __name__ == "__main__":
    main()

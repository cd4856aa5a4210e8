#!/usr/bin/env python3
"""Fits the model of hard words, and says how good it is on the sets of the CWI 2018 shared task.

  Scripts/language/train-hard-words.py            fit, evaluate, print the coefficients

A logistic model over what the tables of Tables/english say of a word: how often it is met, its length, its
syllables, how complex people rated it, and the level at which learners know it. The weights are fitted to the
training sets of CWI 2018; fitted to sets with a licence of their own they say less, and this script prints how
much less. No word, sentence or label of CWI 2018 is in the product: see Tables/english/README.md.
"""

import csv
import importlib.util
import math
import pathlib
import re

import forms

HERE = pathlib.Path(__file__).resolve().parent
_spec = importlib.util.spec_from_file_location("tables", HERE / "make-word-tables.py")
tables = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tables)


class Words:
    """What the tables say."""

    def __init__(self):
        self.zipf = {w: v[0] / 25 for w, v in tables.frequency_table().items()}
        self.syll = {w: v[0] for w, v in tables.syllable_table().items()}
        self.cplx = {w: (v[0] / 40, v[1]) for w, v in tables.complexity_table().items()}
        self.analyses = forms.analyses()
        self.cache = {}

    def lemmas(self, word):
        return [lemma for _, lemma in self.analyses.get(word, ())]

    def level(self, word):
        """The lowest level of a word or of what it is a form of; 5 where no list has it."""
        levels = [self.cplx.get(w, (0, 0))[1] for w in [word] + self.lemmas(word)]
        return min([l for l in levels if l] or [5])

    def rating(self, word):
        for w in [word] + self.lemmas(word):
            value = self.cplx.get(w, (0, 0))[0]
            if value:
                return value
        return 0

    def frequency(self, word):
        best = self.zipf.get(word, 0)
        lemma = max([self.zipf.get(w, 0) for w in self.lemmas(word)] or [0])
        return best, max(best, lemma)

    def features(self, word):
        """The features of a word as it is written; the same as HardWords.features in Swift."""
        if word in self.cache:
            return self.cache[word]
        low = word.lower()
        own, most = self.frequency(low)
        zipf, lemma = own or 1.0, most or 1.0
        rating, level = self.rating(low), self.level(low)
        syllables = self.syll.get(low) or tables.rule_syllables(re.sub("[^a-z]", "", low) or "a")
        capital = float(word[:1].isupper())
        known = float(low in self.analyses)
        centred = rating - 3.0 if rating else 0.0
        x = [
            1.0, zipf, lemma, float(min(len(low), 15)), math.sqrt(len(low)), float(min(syllables, 6)), centred,
            float(not rating), float(level == 1), float(level == 2), float(level == 3), float(level == 4),
            float(level == 5) * known, (zipf - 4) ** 2, capital, capital * (zipf - 4),
            float(len(word) > 1 and word.isupper()), known, float(not own), float("-" in word),
            float(not word[:1].isalpha()), capital * known, max(0.0, zipf - 5), centred * (zipf - 4),
        ]
        self.cache[word] = x
        return x


NAMES = [
    "constant", "zipf", "zipf-of-lemma", "length", "root-of-length", "syllables", "rating", "no-rating", "level-a1",
    "level-a2", "level-b1", "level-b2", "no-level", "distance-from-zipf-4", "capital", "capital-zipf", "capitals",
    "known", "no-zipf", "hyphen", "no-letter", "capital-known", "zipf-over-5", "rating-zipf",
]


def sigmoid(x):
    return 1 / (1 + math.exp(-max(-30, min(30, x))))


def fit(rows, ridge=1.0, rounds=20):
    """Logistic regression by Newton's method. rows: (features, target 0...1, weight)."""
    n = len(rows[0][0])
    beta = [0.0] * n
    for _ in range(rounds):
        g, h = [0.0] * n, [[0.0] * n for _ in range(n)]
        for x, y, weight in rows:
            p = sigmoid(sum(a * b for a, b in zip(beta, x)))
            d, c = weight * (y - p), weight * p * (1 - p)
            for i in range(n):
                g[i] += d * x[i]
                row, xi = h[i], c * x[i]
                for j in range(i + 1):
                    row[j] += xi * x[j]
        for i in range(n):
            g[i] -= ridge * beta[i] * (i > 0)
            h[i][i] += ridge * (i > 0) + 1e-9
            for j in range(i):
                h[j][i] = h[i][j]
        step = solve(h, g)
        beta = [b + s for b, s in zip(beta, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return beta


def solve(a, b):
    n = len(b)
    m = [row[:] + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        for r in range(n):
            if r != i:
                f = m[r][i] / m[i][i]
                if f:
                    m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def lcp(name):
    with open(forms.SHARED / "lcp2021" / name, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["token"], float(row["complexity"]), row.get("corpus") or row.get("subcorpus")


def cwi(name):
    for line in open(forms.SHARED / "cwi2018" / name, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        yield cells[4], int(cells[9]), float(cells[10])


STOP = set("the a an of in on to and or for at by with from as is are was were be been it its his her their this that".split())


def macro_f1(pairs):
    def f1(label):
        tp = sum(a == label == b for a, b in pairs)
        fp = sum(b == label != a for a, b in pairs)
        fn = sum(a == label != b for a, b in pairs)
        return 2 * tp / (2 * tp + fp + fn or 1)
    return (f1(0) + f1(1)) / 2


def sums(words, beta, text):
    """The score of the hardest word of a text, and how many words with content it has."""
    parts = [w for w in re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", text)] or [text]
    content = [w for w in parts if w.lower() not in STOP] or parts
    return max(sum(a * b for a, b in zip(beta, words.features(w))) for w in content), len(content)


GENRES = ("News", "WikiNews", "Wikipedia")


def macro(words, beta, threshold, phrase, part):
    out = []
    for genre in GENRES:
        pairs = []
        for text, label, _ in cwi(f"{genre}_{part}.tsv"):
            value, count = sums(words, beta, text)
            pairs.append((label, int(value + (phrase if count > 1 else 0) > threshold)))
        out.append(macro_f1(pairs))
    return out


def chosen(words, beta, part="Train"):
    """The threshold and what a phrase is harder by, as best on what the model was fitted to."""
    scored = {g: [(*sums(words, beta, t), y) for t, y, _ in cwi(f"{g}_{part}.tsv")] for g in GENRES}
    best = (0, 0, 0)
    for phrase in (0, 0.5, 1, 1.5, 2, 3):
        for step in range(-20, 12):
            threshold = step / 10
            total = sum(macro_f1([(y, int(v + (phrase if k > 1 else 0) > threshold)) for v, k, y in rows])
                        for rows in scored.values())
            best = max(best, (total, threshold, phrase))
    return best[1], best[2]


def main():
    words = Words()
    candidates = {
        "CompLex": [(words.features(t), y, 1.0) for t, y, _ in lcp("lcp_single_train.tsv")],
        "Word Complexity Lexicon": [
            ([x if i not in (6, 7, 23) else 0.0 for i, x in enumerate(words.features(w))], (v[0] - 1) / 5, 1.0)
            for w, v in words.cplx.items() if v[0]],
        "CWI 2018": [(words.features(t), float(y), 1.0) for g in GENRES for t, y, _ in cwi(f"{g}_Train.tsv")
                     if " " not in t],
    }
    for name, rows in candidates.items():
        beta = [round(b, 4) for b in fit(rows, ridge=2.0)]
        threshold, phrase = chosen(words, beta)
        print(f"fitted to {name}: threshold {threshold}, phrases {phrase}")
        for part in ("Dev", "Test"):
            f = macro(words, beta, threshold, phrase, part)
            print(f"  {part}", *(f"{g} {x:.4f}" for g, x in zip(GENRES, f)), f"mean {sum(f) / 3:.4f}")
    lines = ["# The model of hard words: see README.md. Columns: the feature, its weight."]
    lines += [f"{n}\t{b}" for n, b in zip(NAMES, beta)] + [f"threshold\t{threshold}", f"phrase\t{phrase}"]
    (tables.OUT / "hard-words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

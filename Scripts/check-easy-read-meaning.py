#!/usr/bin/env python3
"""Checks, apart from the engine, that easy read keeps what a sentence says.

    easy-read-lines < source > result        (any program: one line in, one line out)
    Scripts/check-easy-read-meaning.py source result [--show 20]
    Scripts/check-easy-read-meaning.py --selftest
    Scripts/check-easy-read-conserves EasyReadLines          (all the texts there are)

Each line of `result` is the easy read of the same line of `source`. In every line that changed, the
numbers, negators, modals, quantifiers, conditionals and names of both are compared as multisets:

- numbers by value: `three` is 3, `25/12/2020` is 25 December 2020, `20%` is 20;
- a name may be said again (the repeated subject of a parted sentence) and may never be lost;
- an acronym may become the words it stands for, where the document says so (--acronyms, a TSV);
- what the table of plain words itself declares (`numerous` for `many`) is read from the table.

It also reports lines that lost a word of content: every word of the source that is no small word must be in
the result, as itself, as another form, or as the plain word the tables give for it.

It shares no code with the engine; it reads Tables/easyread for the declared words alone.
"""

import argparse
import collections
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = os.path.join(HERE, "..", "Tables", "easyread")

NEGATORS = set("not no never none nobody nothing nowhere neither nor without hardly scarcely barely rarely seldom "
               "unless except".split())
MODALS = set("must should may might can could will would shall ought".split())
QUANTIFIERS = set("all any both each either every few fewer half least less little many more most much several some "
                  "only enough almost nearly about approximately always usually often sometimes twice everyone "
                  "everybody everything anyone anybody anything someone somebody something exactly".split())
CONDITIONALS = set("if whether provided otherwise until when whenever where wherever".split())
UNITS = {w: n for n, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen".split())}
TENS = {w: n * 10 for n, w in enumerate("x x twenty thirty forty fifty sixty seventy eighty ninety".split()) if n > 1}
SCALES = {"hundred": 100, "thousand": 1000, "million": 10 ** 6, "billion": 10 ** 9}
MONTHS = {m: i + 1 for i, m in enumerate(
    "january february march april may june july august september october november december".split())}
SHORT = {"jan": "january", "feb": "february", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
         "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december"}
SMALL = set("a an the and or but so yet of to in on at by for from with as that which who this these it is are was "
            "were be been being has have had do does did there also then than".split())
# What contractions begin with; `Ann's` is a name. Their negators and modals are compared as words of their own.
CONTRACTED = set("i you he she it we they that this there here who what where when how let don doesn didn isn aren "
                 "wasn weren haven hasn hadn won wouldn can couldn shouldn mustn needn mightn shan ain".split())
ROMAN = re.compile(r"(?=[CLXVI]{2,7}$)(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$")
TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|[%£$€&;]", re.U)


def tokens(text):
    found = []
    for match in TOKEN.finditer(text):
        word = match.group(0).replace("\u2019", "'")
        low = word.lower()
        if low in ("can't", "cannot"):
            found += ["can", "not"]
        elif low == "won't":
            found += ["will", "not"]
        elif low == "shan't":
            found += ["shall", "not"]
        elif low.endswith("n't"):
            found += [word[:-3], "not"]
        elif low.endswith("'ll"):
            found += [word[:-3], "will"]
        else:
            found.append(word)
    return found


def roman(word):
    if not ROMAN.match(word):
        return None
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    total = previous = 0
    for letter in reversed(word):
        value = values[letter]
        total += -value if value < previous else value
        previous = max(previous, value)
    return total


def number_words(words):
    """Values of number words in a row: `two hundred and fifty` is one number, `two or three` are two."""
    values, total, group, last, seen = [], 0, 0, None, False

    def close():
        nonlocal total, group, last, seen
        if seen:
            values.append(total + group)
        total = group = 0
        last, seen = None, False

    index = 0
    while index < len(words):
        low = words[index].lower()
        if low in UNITS:
            if last is not None and not (last >= 100 or (last >= 20 and UNITS[low] < 10)):
                close()
            group += UNITS[low]
            last, seen = UNITS[low], True
        elif low in TENS:
            if last is not None and last < 100:
                close()
            group += TENS[low]
            last, seen = TENS[low], True
        elif low == "hundred" and seen:
            group *= 100
            last = 100
        elif low == "thousand" and seen:
            total += group * 1000
            group, last = 0, 1000
        elif low in SCALES:
            close()
            values.append(SCALES[low])
        elif low == "and" and last in (100, 1000) and index + 1 < len(words) and (
                words[index + 1].lower() in UNITS or words[index + 1].lower() in TENS):
            pass
        else:
            close()
        index += 1
    close()
    return values


def digits(word):
    """The numbers in a token of digits; dates as day, month and year."""
    word = re.sub(r"(st|nd|rd|th)$", "", word)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", word):
        return [float(word.replace(",", ""))]
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}", word):
        a, b, year = map(int, word.split("/"))
        return [min(a, b) if max(a, b) <= 12 else max(a, b), min(a, b) if max(a, b) > 12 else max(a, b), year]
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", word):
        year, month, day = map(int, word.split("-"))
        return [day, month, year]
    return [float(part) for part in re.split(r"[,:/-]", word) if re.fullmatch(r"\d+(\.\d+)?", part)]


def numbers(text):
    words = tokens(text)
    values = collections.Counter(float(v) for v in number_words(words))
    in_digits = [w for w in words if w[0].isdigit()]
    is_date = any(re.fullmatch(r"\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}", w) for w in in_digits)
    for word in in_digits:
        values.update(float(v) for v in digits(word))
    for index, word in enumerate(words):
        value = roman(word)
        if value and index and words[index - 1].lower() in (
                "chapter", "part", "section", "volume", "phase", "stage", "annex", "appendix", "table", "figure",
                "step", "level"):
            values[float(value)] += 1
    return values, is_date


def kinds(text):
    result = collections.defaultdict(collections.Counter)
    for word in tokens(text):
        low = word.lower()
        if low in NEGATORS:
            result["negator"][low] += 1
        # May and might begin with a capital as a month and a noun.
        if low in MODALS and not (low == "may" and word == "May"):
            result["modal"][low] += 1
        if low in QUANTIFIERS:
            result["quantifier"][low] += 1
        if low in CONDITIONALS:
            result["conditional"][low] += 1
    return result


def names(text):
    """Words with a capital that do not begin a sentence, and all that have a digit or two capitals."""
    found = collections.Counter()
    at_start = True
    for match in re.finditer(r"[^\s]+", text):
        raw = match.group(0)
        # The second half of a contraction is no name, nor what it hangs on: IT'S, Don't.
        if re.search(r"[A-Za-z]['\u2019](s|t|ll|re|ve|m|d)\W*$", raw, re.I):
            low = re.sub(r"\W", "", re.split(r"['\u2019]", raw)[0]).lower()
            if low in CONTRACTED:
                at_start = False
                continue
        for part in re.findall(r"[^\W_]+", raw):
            if (part[0].isupper() and not at_start) or sum(c.isupper() for c in part) > 1:
                found[part] += 1
            at_start = False
        if re.search(r"[.!?:;][\"')\u201d\u2019\]]*$", raw):
            at_start = True
    for word in ("I", "A", "The", "But", "So", "And", "Yet", "This", "These", "It", "That", "AND"):
        found.pop(word, None)
    return found


def declared():
    """Words the tables themselves replace: kind words that may go, and what may come."""
    rows = []
    with open(os.path.join(TABLES, "plain-words.tsv"), encoding="utf-8") as file:
        for line in file:
            if line.startswith("#"):
                continue
            c = line.rstrip("\n").split("\t")
            pairs = [(c[0], c[2])] + [tuple(p.split(">")) for p in c[3].split("|") if ">" in p]
            rows += [(a.lower(), b.lower(), c[4]) for a, b in pairs]
    with open(os.path.join(TABLES, "abbreviations.tsv"), encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                c = line.rstrip("\n").split("\t")
                rows.append((c[0].lower(), c[2].lower(), "A"))
    # `every three months` may have been written in digits.
    found = [(a, b, normal(a), normal(b)) for a, b, _ in rows]
    found += [(a, b, c, " " + " ".join(str(UNITS[w]) if w in UNITS else w for w in d.split()) + " ")
              for a, b, c, d in found if any(w in UNITS for w in d.split())]
    return found


def often(text, words):
    """How often words stand in a text, both as `normal` has them: they may share a space."""
    return len(re.findall("(?=%s)" % re.escape(words), text))


def defined(source):
    """Acronyms that a line defines itself, `Digital Service Act (DSA)`, by their letters."""
    found = {}
    for match in re.finditer(r"((?:[^\W\d_][\w-]*\s+){2,7})\(([A-Z]{2,7})s?\)", source):
        words = match.group(1).split()[-len(match.group(2)):]
        if "".join(word[0] for word in words).upper() == match.group(2):
            found[match.group(2)] = " ".join(words)
    return found


def normal(text):
    return " " + " ".join(t.lower() for t in tokens(text)) + " "


def compare(source, result, rows, acronyms):
    problems = []
    first_words, second_words = normal(source), normal(result)
    lost, new = collections.Counter(), collections.Counter()
    written = collections.Counter()
    for a, b, c, d in rows:
        # As often as the source says it and the result no longer does.
        if c in first_words and d in second_words:
            for _ in range(max(1, often(first_words, c) - often(second_words, c))):
                lost.update(t.lower() for t in tokens(a))
                new.update(t.lower() for t in tokens(b))
                written.update(numbers(b)[0])
    acronyms = {**acronyms, **defined(source)}
    before, after = kinds(source), kinds(result)
    for kind in ("negator", "modal", "quantifier", "conditional"):
        for word in set(before[kind]) | set(after[kind]):
            difference = after[kind][word] - before[kind][word]
            if difference < 0 and lost[word] < -difference:
                problems.append(f"{kind} lost: {word}")
            if difference > 0 and new[word] < difference:
                problems.append(f"{kind} added: {word}")
    (first, _), (second, _) = numbers(source), numbers(result)
    months = [m for m in MONTHS if re.search(r"\b%s\b" % m, result.lower())]
    for value in set(first) | set(second):
        difference = second[value] - first[value]
        if difference == written[value]:
            continue
        # A date in digits has become a month in words.
        if difference < 0 and numbers(source)[1] and value in [MONTHS[m] for m in months]:
            continue
        # A percentage in tenths.
        if re.search(r"\bin every 10\b", result) and (value in (10.0,) or value * 10 in first or value / 10 in second):
            continue
        if value == 1.0:
            continue  # "one" is a pronoun more often than a number
        problems.append(f"number {'added' if difference > 0 else 'lost'}: {value:g}")
    have = collections.Counter(t for t in re.findall(r"[^\W_]+", result))
    low = collections.Counter(t.lower() for t in re.findall(r"[^\W_]+", result))
    for name, count in names(source).items():
        if have[name] >= count or low[name.lower()] >= count:
            continue
        if name in acronyms or name.rstrip("s") in acronyms or roman(name) or lost[name.lower()]:
            continue
        if name.lower().rstrip(".") in SHORT and SHORT[name.lower().rstrip(".")] in low:
            continue
        problems.append(f"name lost: {name}")
    # A capital that was in the source nowhere, at the beginning of no sentence.
    known = set(t.lower() for t in re.findall(r"[^\W_]+", source))
    for name in names(result):
        if name.lower() not in known and not new[name.lower()] and name.lower() not in MONTHS and not any(
                name in words for words in acronyms.values()):
            problems.append(f"name added: {name}")
    # Content: each word is there, or is replaced by a table.
    stems = collections.Counter(t.lower()[:4] for t in tokens(result))
    for word in tokens(source):
        w = word.lower()
        if w in SMALL or w in UNITS or w in TENS or w in SCALES or not w[0].isalpha() or len(w) < 3:
            continue
        if low[w] or stems[w[:4]] or lost[w] or word in acronyms or roman(word) or "'" in w:
            continue
        if w in SHORT or word.rstrip("s") in acronyms or w in ("which", "who", "whom", "percent", "cent"):
            continue
        problems.append(f"content lost: {word}")
    return problems


# What must be found, and what must not: source, result, the beginning of what is found.
SELFTEST = [
    ("He did not come in 1990.", "He did come in 1990.", "negator lost"),
    ("It costs three pounds.", "It costs 4 pounds.", "number"),
    ("It costs three pounds.", "It costs 3 pounds.", ""),
    ("You must not pay, and Ann may.", "You must not pay. Ann may.", ""),
    ("You must pay.", "You can pay.", "modal"),
    ("Most of the staff came.", "The staff came.", "quantifier lost"),
    ("If it rains, we stay.", "It rains. We stay.", "conditional lost"),
    ("We met Ann Lee and left.", "We met Ann. We left.", "name lost: Lee"),
    ("We met the old teacher.", "We met the teacher.", "content lost: old"),
    ("It is sent on a quarterly basis.", "It is sent every 3 months.", ""),
    ("It is sent on a quarterly basis.", "It is sent every 4 months.", "number"),
    ("We met at 3 on a quarterly basis.", "We met every 3 months.", "number lost"),
    ("DON'T GO, IT'S LATE.", "DO NOT GO, IT IS LATE.", ""),
    ("DON'T GO.", "DO GO.", "negator lost"),
    ("A Single Case Act (SCA) is law. The SCA is new.", "A Single Case Act (SCA) is law. The Single Case Act is new.", ""),
    ("The SCA is new.", "The Act is new.", "name lost: SCA"),
]


def selftest():
    rows, failed = declared(), 0
    for source, result, expected in SELFTEST:
        found = sorted(compare(source, result, rows, {}))
        if bool(found) != bool(expected) or expected and not any(f.startswith(expected) for f in found):
            failed += 1
            print(f"expected {expected or 'nothing'}, found {found}: {source} -> {result}")
    print(f"{len(SELFTEST) - failed} of {len(SELFTEST)} of the checker's own cases pass")
    sys.exit(1 if failed else 0)


def main():
    if "--selftest" in sys.argv:
        selftest()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("result")
    parser.add_argument("--acronyms", help="TSV: acronym, words")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    with open(options.source, encoding="utf-8") as file:
        source = file.read().splitlines()
    with open(options.result, encoding="utf-8") as file:
        result = file.read().splitlines()
    if len(source) != len(result):
        sys.exit(f"{len(source)} lines of source and {len(result)} of result")
    acronyms = {}
    if options.acronyms:
        with open(options.acronyms, encoding="utf-8") as file:
            acronyms = dict(line.rstrip("\n").split("\t")[:2] for line in file if "\t" in line)
    rows = declared()
    changed, bad, counts = 0, 0, collections.Counter()
    for number, (before, after) in enumerate(zip(source, result), 1):
        if " ".join(before.split()) == " ".join(after.split()):
            continue
        changed += 1
        found = compare(before, after, rows, acronyms)
        if found:
            bad += 1
            counts.update(p.split(":")[0] for p in found)
            if bad <= options.show:
                print(f"{number}: {'; '.join(found)}\n  - {before}\n  + {after}")
    print(f"{len(source)} lines, {changed} changed, {bad} with a difference {dict(counts)}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()

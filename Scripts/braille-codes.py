#!/usr/bin/env python3
"""Writes Tables/codes/codes.json from the metadata of the liblouis tables on this machine.

Usage: Scripts/braille-codes.py [TABLES_FOLDER] > Tables/codes/codes.json

Each literary table says in comments (`#+language:`, `#+grade:` ...) what it is for; a few say too
little, and the decisions below fill that in. Run it with a newer liblouis, read the difference, and
run the tests: they compile every table and look at its cells.
"""
import ctypes
import json
import os
import re
import sys

FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/liblouis/tables"

# Codes we describe by hand: English, where the order and the note signs matter.
BY_HAND = [
    {"id": "ueb", "name": "Unified English Braille", "language": "en", "system": "ueb", "dots": 6,
     "noteSigns": {"open": "4-46-126", "close": "4-46-345"},
     "grades": [("1", "none", "en-ueb-g1.ctb"), ("2", "full", "en-ueb-g2.ctb")]},
    {"id": "bauk", "name": "British Braille (before UEB)", "language": "en-GB", "system": "bauk", "dots": 6,
     "grades": [("1", "none", "en-gb-g1.utb"), ("2", "full", "en_GB.tbl")]},
    {"id": "ebae", "name": "English Braille, American Edition (before UEB)", "language": "en-US",
     "system": "ebae", "dots": 6, "noteSigns": {"open": "6-3", "close": "6-3"},
     "grades": [("1", "none", "en-us-g1.ctb"), ("2", "full", "en-us-g2.ctb")]},
]

# Tables without metadata, or whose grade is not said: file -> (fields).
ADDED = {
    "ks-in-g1.utb": {"language": "ks-Deva", "index-name": "Kashmiri, Devanagari", "grade": "1",
                     "contraction": "no"},
    "et-g0.utb": {"language": "et", "index-name": "Estonian", "grade": "0", "contraction": "no"},
    "sin.utb": {"language": "si", "index-name": "Sinhala", "grade": "1", "contraction": "no"},
    "tr-g1.ctb": {"language": "tr", "index-name": "Turkish", "grade": "1", "contraction": "no"},
}

# Tables that are something else than running text in a language's braille.
LEFT_OUT = {
    # Bengali letters alone, for languages that are written in several scripts.
    "mun.tbl",
}

# Letters only: the digits and punctuation of Bharati braille are in another table.
COMPLETED = {
    "bh.tbl": ["en-in-g1.ctb"], "gon.tbl": ["en-in-g1.ctb"], "kok.tbl": ["en-in-g1.ctb"],
    "kru.tbl": ["en-in-g1.ctb"], "mwr.tbl": ["en-in-g1.ctb"], "pi.tbl": ["en-in-g1.ctb"],
}

# Codes that write a language by the table of another: (id, name, language, id of the other, why).
BORROWED = [
    # Punjabi in Arabic letters has the letters of Urdu, and no table of its own.
    ("pnb", "Punjabi in Arabic letters, by the table for Urdu", "pnb", "ur"),
]

# Languages each code is taken for besides its own; and whose own tag says too little or too much.
SERVES = {
    "ar": ["ar", "arb"], "bh": ["bh", "bho", "mai", "mag"], "fa": ["fa", "pes", "prs"], "he": ["he", "iw"],
    "ks": ["ks-Deva"],
    "no": ["no", "nb", "nn"], "pnb": ["pnb", "lah", "pa-Arab", "pa-PK"],
    "zh": ["zh", "zh-Hans", "cmn", "cmn-Hans"],
    "zh-tw": ["zh-Hant", "zh-TW", "cmn-Hant"], "yue": ["yue", "zh-HK", "zh-Hant-HK"],
}

# Six-dot codes whose tables have dots 7 and 8 for Latin letters; translation writes those itself.
SIX_DOTS = {"fa-ir-g1.utb", "ur-pk-g1.utb", "ur-pk-g2.ctb", "zh_HK.tbl", "zh-tw.ctb"}

# What a code is called when a language has several; the plain tag goes to the first.
NAMED = {
    "da-dk-g16": "da", "da-dk-g26": "da", "da-dk-g16_1993": "da-1993", "da-dk-g26_1993": "da-1993",
    "da-dk-g26l_1993": "da-1993", "da-dk-g18": "da-8dot", "da-dk-g28": "da-8dot",
    "da-dk-g18_1993": "da-1993-8dot", "da-dk-g28_1993": "da-1993-8dot", "da-dk-g28l_1993": "da-1993-8dot",
    "da-dk-g16-lit_1993": "da-1993-lit", "da-dk-g26-lit_1993": "da-1993-lit",
    "da-dk-g26l-lit_1993": "da-1993-lit",
    "de-g0-detailed": "de-capitals", "de-g1-detailed": "de-capitals", "de-g2-detailed": "de-capitals",
    "eo-g1-x-system": "eo-x", "ko-2006-g1": "ko-2006", "ko-2006-g2": "ko-2006",
    "lt-6dot": "lt", "lt": "lt-8dot",
    "no-no-8dot": "no-8dot", "no-no-8dot-fallback-6dot-g0": "no-8dot-fallback",
    "ru-litbrl-detailed": "ru-capitals", "ru-ru-g1": "ru-contracted", "vi-saigon-g1": "vi-saigon",
    "zh-tw": "zh-tw", "zh_CHN": "zh-notones", "zh_HK": "yue", "zhcn-cbs": "zh-common", "zhcn-g1": "zh",
    "zhcn-g2": "zh-double", "he-IL": "he", "grc-international-en": "grc",
    "ks-in-g1": "ks", "ru-compbrl": "ru-program",
    # Computer braille is called so: a cell for each character, mostly of eight dots.
    "en-nabcc": "nabcc", "en-gb-comp8": "en-computer-gb", "en_CA": "en-computer-ca",
    "en_US-comp8-ext": "en-computer-us", "en-us-comp6": "en-computer-6dot",
    "de-comp6": "de-computer-6dot", "da-dk-g08_1993": "da-computer-1993",
    "sv-1989": "sv-computer-1989", "sv-1996": "sv-computer",
}
NAMES = {
    "da": "Danish (2022)", "da-1993": "Danish (1993)", "da-8dot": "Danish, 8-dot (2022)",
    "da-1993-8dot": "Danish, 8-dot (1993)", "da-1993-lit": "Danish, literary form (1993)",
    "de-capitals": "German, with capitals", "eo-x": "Esperanto, x-system", "ko-2006": "Korean (2006)",
    "lt": "Lithuanian", "lt-8dot": "Lithuanian, 8-dot", "no-8dot": "Norwegian, 8-dot",
    "no-8dot-fallback": "Norwegian, 8-dot with 6-dot fallback", "ru-capitals": "Russian, with capitals", "ru-contracted": "Russian, contracted",
    "vi-saigon": "Vietnamese, Saigon", "zh-tw": "Mandarin, Taiwan (bopomofo)",
    "zh-notones": "Mandarin, mainland China, without tones", "yue": "Cantonese",
    "zh-common": "Mandarin, mainland China, common braille scheme",
    "zh": "Mandarin, mainland China, with tones", "zh-double": "Mandarin, mainland China, double-phonic",
    "nabcc": "North American Braille Computer Code",
    "en-computer-gb": "English, United Kingdom, computer", "en-computer-ca": "English, Canada, computer",
    "en-computer-us": "English, United States, computer", "en-computer-6dot": "English, computer, 6-dot",
    "de-computer-6dot": "German, computer, 6-dot", "de-computer": "German, computer",
    "da-computer-1993": "Danish, computer (1993)", "da-computer": "Danish, computer (2022)",
    "sv-computer-1989": "Swedish, computer (1989)", "sv-computer": "Swedish, computer (1996)",
    "ks": "Kashmiri in Devanagari", "ru-program": "Russian, for program sources",
    "he": "Hebrew", "grc": "Ancient Greek, international", "gez": "Ethiopic (Ge'ez)",
}
LANGUAGES = {"cmn": "zh", "cmn-Hans": "zh-Hans", "eo-xsistemo": "eo"}
CONTRACTION = {"no": "none", "partial": "partial", "full": "full"}


def metadata(path):
    fields = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = re.match(r"#[+-]\s*([a-z-]+)\s*:\s*(.*)$", line.strip())
            if match:
                fields.setdefault(match[1], match[2].strip())
    return fields


def widest_cell(tables):
    """8 when the table gives dots 7 or 8 for letters or digits, 6 otherwise."""
    louis = ctypes.CDLL("liblouis.so.20")
    louis.lou_setLogLevel(60000)
    text = "abcdefghijklmnopqrstuvwxyz ABC 123"
    given = (ctypes.c_uint * len(text))(*map(ord, text))
    out = (ctypes.c_uint * 4096)()
    length, room = ctypes.c_int(len(text)), ctypes.c_int(4096)
    path = ",".join(os.path.join(FOLDER, table) for table in tables).encode()
    if not louis.lou_translateString(path, given, ctypes.byref(length), out, ctypes.byref(room), None, None, 68):
        sys.exit(f"{tables} do not compile")
    return 8 if any(out[i] & 0xC0 for i in range(room.value)) else 6


def main():
    codes = {}
    english = {grade[2] for code in BY_HAND for grade in code["grades"]}
    for file in sorted(os.listdir(FOLDER)):
        if not re.search(r"\.(ctb|utb|tbl)$", file) or file in LEFT_OUT or file in english:
            continue
        fields = ADDED.get(file) if file in ADDED else metadata(os.path.join(FOLDER, file))
        if not fields or (file not in ADDED and fields.get("type") not in ("literary", "computer")):
            continue
        language = fields["language"]
        is_computer = fields.get("type") == "computer"
        if language == "en" and not is_computer:
            continue
        stem = file.rsplit(".", 1)[0]
        plain = LANGUAGES.get(language, language)
        identifier = NAMED.get(stem, plain + "-computer" if is_computer else plain)
        contraction = CONTRACTION.get(fields.get("contraction", "no"), "none")
        grade = fields.get("grade") or ("0" if is_computer else "2" if contraction == "full" else "1")
        name = NAMES.get(identifier) or fields["index-name"].split(",")[0] + (
            ", computer" if is_computer else "")
        tables = [file] + COMPLETED.get(file, [])
        code = codes.setdefault(identifier, {
            "id": identifier, "name": name, "language": LANGUAGES.get(language, language),
            "system": "computer" if is_computer else fields.get("system"), "dots": 6, "grades": []})
        # What tables say of their dots is not always so: they are asked.
        if file not in SIX_DOTS:
            code["dots"] = max(code["dots"], widest_cell(tables))
        if any(known[0] == grade for known in code["grades"]):
            sys.exit(f"{identifier} has two tables for grade {grade}: {file}; name one of them")
        code["grades"].append((grade, contraction, tables))
    for identifier, name, language, other in BORROWED:
        codes[identifier] = dict(codes[other], id=identifier, name=name, language=language)
    for code in list(codes.values()) + BY_HAND:
        # A language without a six-dot code of its own is left to the document's code.
        own = [code["language"]] if code["id"] == code["language"] and code["dots"] == 6 else []
        code["serves"] = SERVES.get(code["id"], own)
    BY_HAND[0]["serves"] = ["en"]
    ordered = BY_HAND + sorted(codes.values(), key=lambda code: code["name"])
    lines = []
    for code in ordered:
        entry = {key: code[key] for key in ("id", "name", "language", "serves", "system", "dots", "noteSigns")
                 if code.get(key) is not None}
        head = json.dumps(entry, ensure_ascii=False)[1:-1]
        grades = ",\n".join(
            "      " + json.dumps({"grade": g, "contraction": c, "tables": [t] if isinstance(t, str) else t}, ensure_ascii=False)
            for g, c, t in sorted(code["grades"]))
        lines.append(f'  {{\n    {head},\n    "grades": [\n{grades}\n    ]\n  }}')
    print("[\n" + ",\n".join(lines) + "\n]")


main()

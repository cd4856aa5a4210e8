#!/usr/bin/env python3
"""Draws the font in which proofs show braille, and writes it as a Swift source.

    Scripts/braille-font.py > Sources/Renderers/Proof/BrailleFont.swift

Needs `pip install fonttools brotli`. An em is 10 mm, the distance from line to line; the rest are the
measures of braille: cells 6 mm apart, dots 2.5 mm apart and 1.5 mm wide. All 256 patterns of Unicode
are there, built of one dot.
"""

import base64
import io
import math
import textwrap

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

EM, ADVANCE, STEP, RADIUS = 1000, 600, 250, 75
LEFT, TOP = (ADVANCE - STEP) // 2, 650
# Where the dots 1 to 8 stand, column and row from the top.
DOTS = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]


def dot():
    """A circle of eight curves, its centre at the origin."""
    pen = TTGlyphPen(None)
    reach = RADIUS / math.cos(math.pi / 8)
    points = [
        (round(reach * math.cos(a)), round(reach * math.sin(a)))
        for a in (-2 * math.pi * (2 * i + 1) / 16 for i in range(8))
    ]
    pen.qCurveTo(*points, None)
    pen.closePath()
    return pen.glyph()


def cell(pattern, glyphs):
    pen = TTGlyphPen(glyphs)
    for number, (column, row) in enumerate(DOTS):
        if pattern >> number & 1:
            pen.addComponent("dot", (1, 0, 0, 1, LEFT + column * STEP, TOP - row * STEP))
    return pen.glyph()


def font():
    names = [f"cell{pattern:02X}" for pattern in range(256)]
    order = [".notdef", "dot"] + names
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({0x2800 + pattern: name for pattern, name in enumerate(names)})
    glyphs = {".notdef": TTGlyphPen(None).glyph(), "dot": dot()}
    for pattern, name in enumerate(names):
        glyphs[name] = cell(pattern, glyphs)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (ADVANCE, glyphs[name].xMin if hasattr(glyphs[name], "xMin") else 0) for name in order})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Coformat Braille", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost(keepGlyphNames=False, isFixedPitch=1)
    # The same font gives the same bytes.
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.font.flavor = "woff2"
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()


print("// Made by Scripts/braille-font.py; change it there.\n")
print("/// The font in which proofs draw braille, so that no reader of one needs a font of their own.")
print("enum BrailleFont {")
print("  /// The width of a cell in thousandths of the size of the font: cells are 6 mm apart, lines 10 mm.")
print(f"  static let advance = {ADVANCE}")
print()
print("  /// The font as WOFF2, in base 64.")
print('  static let base64 = """')
print("\\\n".join(f"    {line}" for line in textwrap.wrap(base64.b64encode(font()).decode(), 96)))
print('    """')
print("}")

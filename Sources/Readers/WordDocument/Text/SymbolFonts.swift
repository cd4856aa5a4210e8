/// What the characters of fonts of signs are in Unicode. Such fonts show a tick or an arrow where the
/// file has a letter or a code of the private use area.
enum SymbolFonts {
  /// Whether a font shows signs in place of letters.
  static func isSymbolFont(_ font: String?) -> Bool { font.map { table($0) != nil } ?? false }

  /// The character a code of a font shows.
  ///
  /// - Returns: nil when it is not known what the font shows there.
  static func character(_ code: UInt32, font: String) -> String? {
    guard let table = table(font) else {
      // In any other font a code outside the private use area means itself.
      return (0xE000...0xF8FF).contains(code) ? nil : Unicode.Scalar(code).map { String($0) }
    }
    let place = (0xF000...0xF0FF).contains(code) ? code - 0xF000 : code
    if place == 0x20 || place == 0xA0 { return " " }
    return table[place] ?? (place > 0xFF ? Unicode.Scalar(place).map { String($0) } : nil)
  }

  private static func table(_ font: String) -> [UInt32: String]? {
    switch font.lowercased() {
    case "symbol", "symbol mt": symbol
    case "wingdings": wingdings
    case "wingdings 2": wingdings2
    case "wingdings 3": wingdings3
    case "webdings": webdings
    default: nil
    }
  }

  private static func table(_ runs: [(UInt32, String)]) -> [UInt32: String] {
    var table: [UInt32: String] = [:]
    for (first, characters) in runs {
      for (offset, scalar) in characters.unicodeScalars.enumerated() where scalar != "\u{FFFD}" {
        table[first + UInt32(offset)] = String(scalar)
      }
    }
    return table
  }

  /// Adobe's Symbol encoding.
  private static let symbol = table([
    (0x21, "!∀#∃%&∋()∗+,−./0123456789:;<=>?"),
    (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    (0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    (0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    (0xE0, "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\u{FFFD}⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
  ])

  private static let wingdings = table([
    (0x21, "✏✂✁"), (0x28, "☎✆✉"), (0x36, "⌛⌨"), (0x3E, "✇✍"), (0x41, "✌"), (0x43, "👍👎☜☞☝☟"),
    (0x4A, "☺😐☹"), (0x4E, "☠⚐"), (0x51, "✈☼💧❄"), (0x56, "✞"), (0x58, "✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓&"),
    (0x6C, "●❍■□"), (0x71, "❑❒⬧⧫◆❖⬥⌧⍓⌘❀✿❝❞"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    (0x9E, "·•"), (0xA1, "○"), (0xA4, "◉◎"), (0xA7, "▪◻"), (0xAA, "✦★✶✴✹✵"), (0xD5, "⌫⌦"), (0xD8, "➢"),
    (0xDC, "➲"), (0xDF, "←→↑↓↖↗↙↘"), (0xE8, "➔"), (0xEF, "⇦⇨⇧⇩⬄⇳"), (0xFB, "✗✓☒☑"),
  ])

  private static let wingdings2 = table([
    (0x4F, "✗✓☒☑"), (0x98, "●"), (0xA2, "■□"), (0x50, "✓"), (0x52, "☑"), (0x53, "☒"), (0x54, "☒"),
  ])

  private static let wingdings3 = table([
    (0x66, "←→↑↓↖↗↙↘"), (0x70, "▲▼△▽◀▶◁▷"), (0x7D, "▶"),
  ])

  private static let webdings = table([(0x61, "✔"), (0x72, "✖"), (0x3D, "■"), (0x63, "□")])
}

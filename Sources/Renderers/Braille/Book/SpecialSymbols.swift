import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// A sign a reader may not know, and what it means.
struct SpecialSymbol {
  var cells: [UInt8]
  var meaning: String
}

extension Composition {
  /// The special symbols page: the signs this document uses, each with its dots and its meaning;
  /// no page where there are none.
  mutating func symbolsPage() throws(ConversionFailure) -> [FlowItem] {
    if self.symbols == nil { self.symbols = try symbolsUsed() }
    let symbols = self.symbols ?? []
    guard !symbols.isEmpty else { return [] }
    let isUEB = composer.translator.code.system == "ueb"
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      try composer.addFrontHeading(composer.own(.specialSymbols))
      for symbol in symbols {
        let sign = String(
          String.UnicodeScalarView(symbol.cells.compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
        let dots = symbol.cells.map { cell in
          (1...8).filter { cell & (1 << ($0 - 1)) != 0 }.map(String.init).joined(separator: "-")
        }.joined(separator: ", ")
        // The dot locator for mention goes before a sign that stands alone (RUEB 3.14).
        try composer.addFrontText(
          composer.ownEnglish("\(isUEB ? "⠨⠿" : "")\(sign) (dots \(dots)) \(symbol.meaning)"),
          BlockShape(1, 3))
      }
    }
  }

  /// The signs that stand in the text, in the order of the catalogue.
  private mutating func symbolsUsed() throws(ConversionFailure) -> [SpecialSymbol] {
    var symbols = composer.translator.transcriberDefinedModifiers.map {
      SpecialSymbol(cells: $0.cells, meaning: "\($0.name) on the letter that follows")
    }
    guard composer.translator.code.system == "ueb" else { return symbols }
    var candidates = SymbolCatalogue.emphasis(composer.emphasisUsed) + SymbolCatalogue.general
    for (character, meaning) in SymbolCatalogue.characters {
      var cells = try composer.translator.translate([TextRun(character)]).text.cells
      // By itself the sign may have a grade 1 indicator that it lacks in company.
      if cells.count > 1, cells.first == 0x30 { cells.removeFirst() }
      candidates.append(SpecialSymbol(cells: cells, meaning: meaning))
    }
    var found = SymbolSearch(candidates.map(\.cells))
    for item in composer.flow {
      switch item {
      case .text(let block): found.look(at: block.text.cells)
      case .row(let row):
        for entry in row.entries {
          if case .text(let text) = entry.content { found.look(at: text.text.cells) }
        }
      case .rule, .printPage, .newPage: break
      }
    }
    symbols += zip(candidates, found.isFound).filter(\.1).map(\.0)
    return symbols
  }
}

/// Finds which of several signs stand somewhere in cells.
private struct SymbolSearch {
  private let signs: [[UInt8]]
  /// The signs that begin with a cell, by their numbers.
  private var byFirst: [[Int]] = Array(repeating: [], count: 256)
  private(set) var isFound: [Bool]

  init(_ signs: [[UInt8]]) {
    self.signs = signs
    isFound = Array(repeating: false, count: signs.count)
    for (index, sign) in signs.enumerated() {
      if let first = sign.first { byFirst[Int(first)].append(index) }
    }
  }

  /// Looks through cells. Of signs that begin alike the longest counts: a transcriber's note holds no
  /// square bracket.
  mutating func look(at cells: [UInt8]) {
    var index = 0
    while index < cells.count {
      let rest = cells[index...]
      let found = byFirst[Int(cells[index])].filter { rest.starts(with: signs[$0]) }
        .max { signs[$0].count < signs[$1].count }
      if let found { isFound[found] = true }
      index += found.map { signs[$0].count } ?? 1
    }
  }
}

/// The signs of UEB that are not letters, contractions, numbers or everyday punctuation.
enum SymbolCatalogue {
  static let general: [SpecialSymbol] = [
    SpecialSymbol(cells: [0x08, 0x28, 0x23], meaning: "begins a transcriber’s note"),
    SpecialSymbol(cells: [0x08, 0x28, 0x1C], meaning: "ends a transcriber’s note"),
    SpecialSymbol(cells: [0x38, 0x32], meaning: "bullet"),
    SpecialSymbol(
      cells: [0x30, 0x14], meaning: "superscript: what follows is raised, as the mark of a note"),
    SpecialSymbol(cells: [0x30, 0x22], meaning: "subscript: what follows is lowered"),
    SpecialSymbol(cells: [0x10, 0x10, 0x10], meaning: "a blank entry, or guide dots"),
    SpecialSymbol(cells: [0x30, 0x30, 0x30], meaning: "begins a passage in uncontracted braille"),
    SpecialSymbol(cells: [0x30, 0x04], meaning: "ends a passage in uncontracted braille"),
  ]

  /// The indicators of the kinds of emphasis that were used (RUEB 9).
  static func emphasis(_ used: Emphasis) -> [SpecialSymbol] {
    let kinds: [(Emphasis, UInt8, String)] = [
      (.italic, 0x28, "italic"), (.bold, 0x18, "bold"), (.underline, 0x38, "underlined"),
      (.script, 0x08, "script"),
    ]
    let reaches: [(UInt8, String)] = [
      (0x06, "symbol"), (0x02, "word"), (0x36, "passage begins"), (0x04, "passage ends"),
    ]
    return kinds.filter { used.contains($0.0) }.flatMap { kind in
      reaches.map { SpecialSymbol(cells: [kind.1, $0.0], meaning: "\(kind.2) \($0.1)") }
    }
  }

  /// Characters that have signs of their own, and what to call them.
  static let characters: [(String, String)] = [
    ("→", "right arrow"), ("←", "left arrow"), ("↑", "up arrow"), ("↓", "down arrow"),
    ("✓", "check mark"), ("§", "section sign"), ("¶", "paragraph sign"), ("†", "dagger"),
    ("‡", "double dagger"), ("©", "copyright sign"), ("®", "registered trade mark sign"),
    ("™", "trade mark sign"), ("°", "degree sign"), ("~", "tilde"), ("_", "low line"),
    ("\\", "backslash"), ("|", "vertical bar"), ("<", "less-than sign"), (">", "greater-than sign"),
    ("[", "opening square bracket"), ("]", "closing square bracket"), ("{", "opening curly bracket"),
    ("}", "closing curly bracket"), ("#", "number sign of print"), ("@", "commercial at sign"),
    ("^", "caret"), ("€", "euro sign"), ("¥", "yen sign"), ("¢", "cent sign"),
  ]
}

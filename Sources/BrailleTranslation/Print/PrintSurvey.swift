/// What must be known of a whole document before its first paragraph is translated.
public struct PrintSurvey: Hashable, Sendable {
  /// Which quotation marks are outermost (RUEB 7.6).
  public var quotation: QuotationStyle { outerSingles > outerDoubles ? .single : .double }

  private var outerSingles = 0
  private var outerDoubles = 0
  private var marks: [UInt32: Int] = [:]
  private var marksInOrder: [UInt32] = []

  /// Makes a survey of nothing: double quotation marks outermost.
  public init() {}

  /// Takes in a paragraph, or any text that stands by itself.
  public mutating func add(_ text: String) {
    // Nearly all paragraphs hold nothing of interest: that is seen without decoding them.
    guard text.utf8.contains(where: { $0 == 0x22 || $0 > 0x7F }) else { return }
    var openDoubles = 0
    var openSingles = 0
    var previous: UInt32 = 0x20
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      defer { previous = scalar.value }
      let begins =
        ScalarKinds.isSpace(previous) || ScalarKinds.opensBracket(previous) || ScalarKinds.isDash(previous)
        || previous == 0x201C || previous == 0x2018
      switch scalar.value {
      case 0x201C, 0x22:
        guard begins || scalar.value == 0x201C else {
          openDoubles = max(0, openDoubles - 1)
          continue
        }
        if openSingles == 0, openDoubles == 0 { outerDoubles += 1 }
        openDoubles += 1
      case 0x201D: openDoubles = max(0, openDoubles - 1)
      case 0x2018 where begins:
        if openSingles == 0, openDoubles == 0 { outerSingles += 1 }
        openSingles += 1
      case 0x2019:
        let next = index + 1 < scalars.count ? scalars[index + 1].value : 0x20
        if !ScalarKinds.isLetter(next) { openSingles = max(0, openSingles - 1) }
      case 0x100...: count(scalar, after: previous)
      default: break
      }
    }
  }

  /// The same without the marks: none of them gets a modifier.
  public func withoutMarks() -> PrintSurvey {
    var survey = self
    survey.marks = [:]
    survey.marksInOrder = []
    return survey
  }

  /// Counts the marks of Latin letters that UEB defines no modifier for.
  private mutating func count(_ scalar: Unicode.Scalar, after previous: UInt32) {
    guard !ScalarKinds.isIgnorable(scalar.value) else { return }
    let parts = CanonicalForm.decomposed([scalar.value])
    let letter = ScalarKinds.isASCIILetter(parts[0]) || ScalarKinds.isLetter(previous)
    guard letter else { return }
    for mark in parts where Self.isLatinMark(mark) && Equivalents.shared.modifiers[mark] == nil {
      if marks.updateValue((marks[mark] ?? 0) + 1, forKey: mark) == nil { marksInOrder.append(mark) }
    }
  }

  private static func isLatinMark(_ value: UInt32) -> Bool {
    (0x300...0x36F).contains(value) || (0x1DC0...0x1DFF).contains(value)
  }

  /// The marks that UEB's three transcriber-defined modifiers stand for in this document: the most
  /// frequent first, then the earliest. A reader must be told of each (RUEB 4.2.1).
  public var transcriberDefinedModifiers: [TranscriberDefinedModifier] {
    let order = Dictionary(uniqueKeysWithValues: marksInOrder.enumerated().map { ($1, $0) })
    let ranked = marksInOrder.sorted {
      (-(marks[$0] ?? 0), order[$0] ?? 0) < (-(marks[$1] ?? 0), order[$1] ?? 0)
    }
    return zip(ranked, TranscriberDefinedModifier.signs).compactMap { mark, cells in
      Unicode.Scalar(mark).map {
        TranscriberDefinedModifier(mark: $0, name: CharacterName.of(mark), cells: cells)
      }
    }
  }
}

/// Which quotation marks a document's print uses for a quotation that stands in no other (RUEB 7.6).
public enum QuotationStyle: Hashable, Sendable {
  /// “Double” outside, ‘single’ inside.
  case double
  /// ‘Single’ outside, “double” inside.
  case single
}

/// A sign put before a letter for a mark UEB has no modifier for, such as the ogonek (RUEB 4.2).
public struct TranscriberDefinedModifier: Hashable, Sendable {
  /// The combining mark it stands for.
  public var mark: Unicode.Scalar
  /// What a note to the reader calls the mark: `ogonek`.
  public var name: String
  /// The sign.
  public var cells: [UInt8]

  /// The first, second and third transcriber-defined modifiers: dots 45, 456 and then 2, 23 or 36.
  static let signs: [[UInt8]] = [[0x18, 0x38, 0x02], [0x18, 0x38, 0x06], [0x18, 0x38, 0x24]]
}

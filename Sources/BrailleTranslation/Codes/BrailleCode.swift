public import Diagnostics

/// A braille code: a way of writing a language in cells, in one or more grades.
public struct BrailleCode: Hashable, Sendable, Codable {
  /// What the user types: `ueb`, `cy`, `fr`.
  public var id: String
  /// The name in English: `Unified English Braille`.
  public var name: String
  /// The language it writes, as a BCP 47 tag.
  public var language: String
  /// The languages it is taken for when a document or a block says only its language, as BCP 47
  /// tags; empty for codes that are to be asked for by id.
  public var serves: [String]
  /// The system of rules, as liblouis names it (`ueb`, `ebae`, `bauk`), or `computer` for
  /// computer braille; nil when it names none.
  public var system: String?
  /// Dots in a cell: 6, or 8.
  public var dots: Int
  /// The grades it has, the least contracted first.
  public var grades: [Grade]

  /// The signs around a transcriber's note, as dot numbers; nil when we know none and the cells
  /// of the code's round brackets are used.
  public var noteSigns: NoteSigns?

  /// The signs that begin and end a transcriber's note.
  public struct NoteSigns: Hashable, Sendable, Codable {
    /// As dot numbers, such as `4-46-126`.
    public var open: String
    /// As dot numbers, such as `4-46-345`.
    public var close: String

    /// The cells.
    var signs: CodeRules.NoteSigns? {
      guard let open = Dots.cells(open), let close = Dots.cells(close) else { return nil }
      return CodeRules.NoteSigns(open: open, close: close)
    }
  }

  /// One grade of a code.
  public struct Grade: Hashable, Sendable, Codable {
    /// What the user types after `--grade`: `1`, `2`, in a few languages `0`, `1.5` or `3`.
    public var grade: String
    /// How far words are contracted.
    public var contraction: Contraction
    /// The liblouis tables, in the order liblouis is to read them.
    public var tables: [String]
  }

  /// How far a grade contracts words.
  public enum Contraction: String, Hashable, Sendable, Codable {
    /// Every word is spelled out.
    case none
    /// Some groups of letters and words are shortened.
    case partial
    /// All the contractions of the code are used.
    case full
  }

  /// The grade used when none is asked for: 2 where there is one, otherwise the most contracted.
  public var defaultGrade: Grade? { grade("2") ?? grades.last }

  /// The grade of that name, or nil.
  public func grade(_ name: String) -> Grade? { grades.first { $0.grade == name } }

  /// The grade that goes with `other`, a grade of another code in the same document: of the same name
  /// where there is one, otherwise contracted or not as the other is.
  public func grade(like other: Grade) -> Grade? {
    if let same = grade(other.grade) { return same }
    return other.contraction == .none ? grades.first : defaultGrade
  }

  /// The grade of that name.
  ///
  /// - Throws: when there is none, naming those there are.
  public func find(grade name: String) throws(ConversionFailure) -> Grade {
    if let grade = grade(name) { return grade }
    throw ConversionFailure(.unknownGrade(name, of: self))
  }
}

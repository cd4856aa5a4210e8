/// How braille pages are written as text: in a BRF or as Unicode braille. Embossers, displays and
/// programs that read such files differ in what they want.
public struct TextFileOptions: Codable, Hashable, Sendable {
  /// How lines end.
  public var lineEnding: LineEnding
  /// The letters of a BRF.
  public var letterCase: LetterCase
  /// Where form feeds stand; nil for after each page or, where the profile makes no pages, nowhere.
  public var formFeeds: FormFeeds?
  /// What is added to make pages and lines full.
  public var padding: Padding
  /// What stands for a blank cell in Unicode braille.
  public var blank: Blank

  /// Makes options; the defaults are what embossers expect.
  public init(
    lineEnding: LineEnding = .crlf, letterCase: LetterCase = .upper, formFeeds: FormFeeds? = nil,
    padding: Padding = .lines, blank: Blank = .pattern
  ) {
    self.lineEnding = lineEnding
    self.letterCase = letterCase
    self.formFeeds = formFeeds
    self.padding = padding
    self.blank = blank
  }

  /// How lines of a text file end.
  public enum LineEnding: String, CaseIterable, Codable, Sendable {
    case lf
    case crlf
  }

  /// Which of the two characters is written for a cell that North American ASCII braille has two for.
  public enum LetterCase: String, CaseIterable, Codable, Sendable {
    /// A to Z and `@[\]^`, as is usual.
    case upper
    /// a to z and the grave accent and `{|}~`.
    case lower
  }

  /// Where form feeds stand.
  public enum FormFeeds: String, CaseIterable, Codable, Sendable {
    /// After every page, the last too, as embossers expect.
    case after
    /// Between pages and not after the last.
    case between
    /// Nowhere.
    case none
  }

  /// What is added to make pages and lines full.
  public enum Padding: String, CaseIterable, Codable, Sendable {
    /// Nothing: a page ends with its last line of braille.
    case none
    /// Blank lines, to the length of the page.
    case lines
    /// Blank lines, and blanks to the width of the page.
    case cells
  }

  /// What stands for a blank cell in Unicode braille.
  public enum Blank: String, CaseIterable, Codable, Sendable {
    /// U+2800, the pattern without dots.
    case pattern
    /// U+0020, the space: lines can then be wrapped and searched as words.
    case space
  }
}

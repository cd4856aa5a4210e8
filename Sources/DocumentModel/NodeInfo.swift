public import Diagnostics

/// What any node may carry besides its content.
public struct NodeInfo: Hashable, Sendable {
  /// Where the node came from; nil for nodes the program made.
  public var range: SourceRange?
  /// The identifier that links and cross references use, unique in the document.
  public var id: String?
  /// The language of the content, when it differs from what is around it.
  public var language: Language?
  /// The direction the content is written in, when the source says so.
  public var direction: TextDirection?
  /// Which formats the node appears in, when not all of them.
  public var audience: Audience?
  /// Where pages of an edition in pages must and must not turn, as far as the source says.
  public var pageTurns: PageTurns

  /// Makes the information; everything is optional.
  public init(
    range: SourceRange? = nil, id: String? = nil, language: Language? = nil,
    direction: TextDirection? = nil, audience: Audience? = nil, pageTurns: PageTurns = []
  ) {
    self.range = range
    self.id = id
    self.language = language
    self.direction = direction
    self.audience = audience
    self.pageTurns = pageTurns
  }
}

/// Where a source asks for page turns, or asks for none, as CSS Fragmentation 3 has it.
public struct PageTurns: OptionSet, Hashable, Sendable {
  /// The wishes as bits.
  public let rawValue: UInt8
  /// Makes a set out of bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The node begins a page.
  public static let before = PageTurns(rawValue: 1)
  /// What follows the node begins a page.
  public static let after = PageTurns(rawValue: 2)
  /// The node stands on one page, if a page can hold it.
  public static let notInside = PageTurns(rawValue: 4)
}

/// A language as BCP 47 writes it, such as `en-GB` or `cy`.
public struct Language: Hashable, Sendable, CustomStringConvertible {
  /// The whole tag, as the source gave it, but with hyphens between its subtags (RFC 5646, section 2.1).
  public let tag: String

  /// Makes a language from a tag; nil when there is no primary subtag of two to eight letters. Locales
  /// of programs, such as `en_GB`, are taken for the tags they stand for.
  public init?(_ tag: String) {
    let cleaned = tag.split(whereSeparator: \.isWhitespace).joined().replacing("_", with: "-")
    let primary = cleaned.prefix { $0 != "-" }
    guard (2...8).contains(primary.utf8.count), primary.utf8.allSatisfy(\.isASCIILetter),
      cleaned.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D })
    else { return nil }
    // Word's name for Spanish in the traditional order of letters, which is no tag.
    self.tag = cleaned.lowercased() == "es-es-tradnl" ? String(cleaned.dropLast("-tradnl".count)) : cleaned
  }

  private init(wellFormed tag: String) { self.tag = tag }

  /// English, of no country.
  public static let english = Language(wellFormed: "en")

  /// The primary subtag in lower case: `en` for `en-GB`.
  public var primary: String { tag.prefix { $0 != "-" }.lowercased() }

  /// The tag.
  public var description: String { tag }
}

/// The direction text runs in.
public enum TextDirection: String, Sendable {
  /// As Latin letters run.
  case leftToRight = "ltr"
  /// As Arabic and Hebrew letters run.
  case rightToLeft = "rtl"
  /// As the first strong character of the text says.
  case automatic = "auto"
}

extension UInt8 {
  var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
}

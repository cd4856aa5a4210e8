/// The elements of PEF 1.0 and what the schema says of each.
enum PEFElement: String {
  case pef
  case head
  case meta
  case body
  case volume
  case section
  case page
  case row

  /// What it stands in; nil for the root.
  var parent: PEFElement? {
    switch self {
    case .pef: nil
    case .head, .body: .pef
    case .meta: .head
    case .volume: .body
    case .section: .volume
    case .page: .section
    case .row: .page
    }
  }

  /// What must stand in it, once at least.
  var needs: [PEFElement] {
    switch self {
    case .pef: [.head, .body]
    case .head: [.meta]
    case .body: [.volume]
    case .volume: [.section]
    case .section: [.page]
    case .meta, .page, .row: []
    }
  }

  /// The attributes it may have.
  var attributes: [String: PEFValue] {
    switch self {
    case .pef: ["version": .version]
    case .head, .meta, .body: [:]
    case .volume, .section: ["cols": .positive, "rows": .positive, "rowgap": .number, "duplex": .truth]
    case .page, .row: ["rowgap": .number]
    }
  }

  /// The attributes it must have.
  var required: [String] {
    switch self {
    case .pef: ["version"]
    case .volume: ["cols", "rows", "rowgap", "duplex"]
    case .head, .meta, .body, .section, .page, .row: []
    }
  }
}

/// The kinds of values attributes have.
enum PEFValue {
  case version
  /// A whole number above zero.
  case positive
  /// A whole number, zero too.
  case number
  /// As XML Schema writes it.
  case truth

  /// Whether it may be this.
  func accepts(_ value: String) -> Bool {
    switch self {
    case .version: value == "2008-1"
    case .positive: Int(value).map { $0 > 0 } ?? false
    case .number: Int(value).map { $0 >= 0 } ?? false
    case .truth: ["true", "false", "1", "0"].contains(value)
    }
  }
}

/// What the schema says of an element of Dublin Core.
struct PEFTerm {
  /// Whether it may be there only once.
  var isOnce: Bool
  var accepts: @Sendable (String) -> Bool

  static let all: [String: PEFTerm] = [
    "identifier": PEFTerm(isOnce: true) { _ in true },
    "format": PEFTerm(isOnce: true) { $0.trimmingWhiteSpace == "application/x-pef+xml" },
    "title": PEFTerm(isOnce: true) { _ in true },
    "description": PEFTerm(isOnce: true) { _ in true },
    "date": PEFTerm(isOnce: true, accepts: isDay),
    "language": PEFTerm(isOnce: false, accepts: isLanguage),
  ].merging(
    ["creator", "subject", "publisher", "contributor", "type", "source", "relation", "coverage", "rights"]
      .map { ($0, PEFTerm(isOnce: false) { _ in true }) }
  ) { first, _ in first }

  /// `2026-11-26`, in figures.
  private static func isDay(_ text: String) -> Bool {
    let pattern = Array("0000-00-00".utf8)
    let bytes = Array(text.utf8)
    return bytes.count == pattern.count
      && zip(bytes, pattern).allSatisfy { $1 == 0x2D ? $0 == 0x2D : (0x30...0x39).contains($0) }
  }

  /// XML Schema's `language`: subtags of one to eight letters, digits after the first.
  private static func isLanguage(_ text: String) -> Bool {
    let subtags = text.trimmingWhiteSpace.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
    return subtags.enumerated().allSatisfy { index, subtag in
      (1...8).contains(subtag.count)
        && subtag.allSatisfy { byte in
          (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || (index > 0 && (0x30...0x39).contains(byte))
        }
    }
  }
}

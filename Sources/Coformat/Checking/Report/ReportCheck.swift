import Diagnostics
import DocumentModel

/// Looks through a report, before it is converted, for what will hurt readers of one format or another.
///
/// Each finding says which formats it hurts and how the report's author puts it right. What only a person
/// can judge is a note. What is about English words is looked for in English text alone.
struct ReportCheck {
  private var log: DiagnosticLog
  private let document: Document
  private let folder: String
  private let isEnglish: Bool

  /// Reports what is found in a document, whose pictures are in that folder.
  static func run(_ document: Document, folder: String, log: inout DiagnosticLog) {
    var check = ReportCheck(document, folder, log: log)
    check.run()
    log = check.log
  }

  private init(_ document: Document, _ folder: String, log: DiagnosticLog) {
    self.document = document
    self.folder = folder
    self.log = log
    isEnglish = document.metadata.language.map { $0.primary == "en" } ?? true
  }

  private mutating func run() {
    checkWhole()
    checkHeadings()
    var words = WordCheck(document, isEnglish: isEnglish)
    var links = LinkCheck(isEnglish: isEnglish)
    var drawings = DrawingCheck(document, PictureText.words(ofDrawingsOf: document, folder: folder))
    var found: [Diagnostic] = []
    document.walk { node in
      switch node {
      case .inline(.image(let image)): found += PictureCheck.findings(image) + drawings.findings(image)
      case .inline(.link(let link)): found += links.findings(link)
      case .block(.table(let table)): found += TableCheck.findings(table)
      case .block(.paragraph(let paragraph)): found += words.findings(paragraph.inlines, paragraph.info.range)
      case .block(.heading(let heading)): found += words.findings(heading: heading)
      case .inline, .block: break
      }
    }
    found += words.end()
    found.sort { one, other in
      (one.range?.start ?? SourcePosition(line: 1, column: 1))
        < (other.range?.start ?? SourcePosition(line: 1, column: 1))
    }
    for diagnostic in found { log.report(diagnostic) }
  }

  // MARK: - The document as a whole

  private mutating func checkWhole() {
    if document.metadata.language == nil { log.report(.reportLanguageMissing()) }
    if document.metadata.title == nil, document.firstHeading == nil { log.report(.reportTitleMissing()) }
  }

  /// Headings go down one level at a time, are not empty, and there are some in what is long.
  private mutating func checkHeadings() {
    var last: Int?
    var count = 0
    var words = 0
    var found: [Diagnostic] = []
    document.walk { node in
      if case .inline(.text(let text)) = node { words += text.string.wordCount }
      guard case .block(.heading(let heading)) = node else { return }
      count += 1
      if heading.inlines.plainText.wordCount == 0 {
        found.append(.reportHeadingEmpty(at: heading.info.range))
      }
      if let last, heading.level > last + 1 {
        found.append(.reportHeadingSkipped(from: last, to: heading.level, at: heading.info.range))
      }
      last = heading.level
    }
    for diagnostic in found { log.report(diagnostic) }
    if count < 2, words > 1_500 { log.report(.reportHeadingsFew(words: words)) }
  }
}

/// What readers of pictures' descriptions meet.
enum PictureCheck {
  /// The longest text alternative that is one: screen readers read it in one breath.
  private static let longest = 250

  static func findings(_ image: Image) -> [Diagnostic] {
    let range = image.info.range
    switch image.alternative {
    case .missing:
      let isText = PictureText.isNamed(in: image.source)
      return [.reportAlternativeMissing(image.source, at: range)]
        + (isText ? [.reportTextInPicture(at: range)] : [])
    case .decorative: return []
    case .text(let text, let description):
      let words = text.lowercased().trimmingSpace
      if isFileName(words, of: image.source) {
        return [.reportAlternativePoor(text, "is a file's name", at: range)]
      }
      if PictureText.isByProgram(text) {
        let isText = PictureText.isSpokenOf(in: text) || PictureText.isNamed(in: image.source)
        return [.reportAlternativePoor(text, "was written by a program that guessed", at: range)]
          + (isText ? [.reportTextInPicture(at: range)] : [])
      }
      if [
        "image", "picture", "photo", "photograph", "graphic", "chart", "graph", "figure", "diagram", "logo",
        "icon",
        "map", "table", "screenshot", "untitled", "img", "alt", "alt text",
      ].contains(words) {
        return [
          .reportAlternativePoor(text, "says what kind of thing it is and not what it shows", at: range)
        ]
      }
      var found: [Diagnostic] = []
      if text.count > longest, description.isEmpty {
        found.append(.reportAlternativeLong(text.count, at: range))
      }
      if PictureText.isSpokenOf(in: text) || PictureText.isNamed(in: image.source) {
        found.append(.reportTextInPicture(at: range))
      }
      return found
    }
  }

  private static func isFileName(_ words: String, of source: String) -> Bool {
    let name = Path.name(of: source).lowercased()
    let ends = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".tif", ".tiff", ".emf", ".bmp"]
    return words == name || words == Path.stem(of: name) && words.contains { $0.isNumber || $0 == "_" }
      || ends.contains { words.hasSuffix($0) }
  }
}

/// What readers of tables meet.
enum TableCheck {
  static func findings(_ table: Table) -> [Diagnostic] {
    let range = table.info.range
    var found: [Diagnostic] = []
    let rows = table.head + table.bodies.flatMap(\.rows) + table.foot
    let widest = rows.map(\.cells.count).max() ?? 0
    if rows.count > 1, widest > 1 {
      let hasHeadings = !table.head.isEmpty || rows.contains { $0.cells.contains { $0.heading != nil } }
      if !hasHeadings { found.append(.reportTableWithoutHeadings(at: range)) }
      if table.caption.isEmpty { found.append(.reportTableWithoutCaption(at: range)) }
    } else {
      found.append(.reportTableForLayout(at: range))
    }
    if table.head.contains(where: { row in row.cells.dropFirst().contains { $0.isEmpty } }) {
      found.append(.reportTableHeadingEmpty(at: range))
    }
    if rows.contains(where: { $0.cells.contains { $0.columnSpan > 1 || $0.rowSpan > 1 } }) {
      found.append(.reportTableSpans(at: range))
    }
    if widest > 8 { found.append(.reportTableWide(widest, at: range)) }
    return found
  }
}

extension TableCell {
  fileprivate var isEmpty: Bool {
    var count = 0
    for block in blocks {
      block.walk { node in
        switch node {
        case .inline(.text(let text)): count += text.string.trimmingSpace.count
        case .inline(.image), .inline(.mathematics), .inline(.code), .block(.code), .block(.mathematics):
          count += 1
        case .inline, .block: break
        }
      }
    }
    return count == 0
  }
}

/// What readers of links meet, who often hear links alone, one after the other.
struct LinkCheck {
  let isEnglish: Bool
  /// Where each text of a link has led so far.
  private var targets: [String: String] = [:]
  private var said: Set<String> = []

  init(isEnglish: Bool) { self.isEnglish = isEnglish }

  private static let empty: Set<String> = [
    "click here", "here", "this", "this link", "link", "more", "read more", "find out more", "learn more",
    "see more",
    "more information", "details", "download", "click", "go", "this page", "this document", "website",
    "see here",
    "continue", "view", "pdf", "word",
  ]

  mutating func findings(_ link: Link) -> [Diagnostic] {
    let range = link.info.range
    let words = link.inlines.plainText.lowercased().trimmingSpace
    if words.isEmpty { return [.reportLinkEmpty(link.target, at: range)] }
    if isEnglish, Self.empty.contains(words.trimmingStops) { return [.reportLinkText(words, at: range)] }
    var found: [Diagnostic] = []
    if words.hasPrefix("http://") || words.hasPrefix("https://"), words.count > 40 {
      found.append(.reportLinkAddress(words, at: range))
    }
    if let other = targets[words], other != link.target, said.insert(words).inserted {
      found.append(.reportLinksAlike(words, at: range))
    }
    targets[words] = targets[words] ?? link.target
    return found
  }
}

extension String {
  /// The text without white space at its ends, and one space for any within.
  var trimmingSpace: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The text without marks at its end.
  fileprivate var trimmingStops: String {
    var text = self[...]
    while let last = text.last, ".!:>»›→…".contains(last) || last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

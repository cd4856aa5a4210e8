import Foundation
import Packaging

/// The text of a Word document by an independent reading: the bytes of its parts' XML scanned tag by tag,
/// with nothing known of styles, lists or tables.
struct WordText {
  /// The letters and digits of each paragraph, and of each piece around a text box in one, folded.
  private(set) var paragraphs: [String] = []
  /// Whether the parts that hold text could be scanned.
  private(set) var isRead = false

  init(_ bytes: [UInt8]) {
    // Part by part: a damaged picture keeps nothing back.
    let reader = ZipReader(consistency: .readable)
    guard let names = try? reader.read(bytes, only: { _ in false }) else { return }
    var files: [String: [UInt8]] = [:]
    func load(_ path: String) {
      guard let name = names.files.map(\.path).first(where: { $0.lowercased() == path }) else { return }
      let part = try? reader.read(bytes, only: { $0 == name })
      files[path] = part?.files.first { $0.path == name }?.bytes
    }
    load("_rels/.rels")
    guard let main = Self.mainPart(files) else { return }
    load(main)
    guard let document = files[main] else { return }
    isRead = true
    var references = Scan(document).references
    paragraphs = Scan(document).paragraphs
    let folder = main.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for (kind, prefix) in [("footnotes", "f"), ("endnotes", "e")] {
      load(folder + kind + ".xml")
      guard let notes = files[folder + kind + ".xml"] else { continue }
      let scan = Scan(notes)
      references.formUnion(scan.references)
      for (id, texts) in scan.notes where references.contains(prefix + id) { paragraphs += texts }
    }
  }

  private static func mainPart(_ files: [String: [UInt8]]) -> String? {
    guard let relationships = files["_rels/.rels"] else { return nil }
    for tag in String(decoding: relationships, as: UTF8.self).split(separator: "<")
    where tag.contains("/officeDocument\"") {
      guard let start = tag.range(of: "Target=\"") else { continue }
      let path = tag[start.upperBound...].prefix { $0 != "\"" }
      return (path.hasPrefix("/") ? String(path.dropFirst()) : String(path)).lowercased()
    }
    return nil
  }
}

extension WordText {
  /// What is kept of a text for comparing: letters and digits without case.
  static func folded(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }

  /// One part, scanned.
  private struct Scan {
    var paragraphs: [String] = []
    var references: Set<String> = []
    var notes: [String: [String]] = [:]

    /// Elements whose text is not shown: deletions, instructions, what old programs see instead.
    private static let hidden: Set<String> = [
      "w:del", "w:moveFrom", "mc:Fallback", "w:instrText", "w:pPr", "w:rPr", "m:oMath",
    ]

    private static let symbolFonts = ["\"Symbol\"", "Wingdings", "Webdings"]

    init(_ bytes: [UInt8]) {
      var open: [String] = [""]
      var skipped = 0
      var note: String?
      var isText = false
      // Letters of a symbol font stand for signs.
      var isSymbol = false
      func keep(_ own: inout [String]) {
        let folded = WordText.folded(open[open.count - 1])
        if !folded.isEmpty { own.append(folded) }
        open[open.count - 1] = ""
      }
      for piece in String(decoding: bytes, as: UTF8.self).split(
        separator: "<", omittingEmptySubsequences: false)
      {
        let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
        guard let tag = parts.first, !tag.isEmpty else { continue }
        let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" || $0 == "/" && tag.first == "/" })
        let isEmpty = tag.last == "/"
        if name == "w:rFonts", Self.symbolFonts.contains(where: tag.contains) { isSymbol = true }
        if ["/w:r", "/w:pPr", "w:r", "w:pPr"].contains(name) { isSymbol = false }
        if Self.hidden.contains(name), !isEmpty { skipped += 1 }
        if name.first == "/", Self.hidden.contains(String(name.dropFirst())) { skipped -= 1 }
        guard skipped == 0 else { continue }
        switch name {
        case "w:t":
          isText = !isEmpty && !isSymbol
          if isSymbol {
            var own: [String] = []
            keep(&own)
            paragraphs += own
            if let note { notes[note, default: []] += own }
          }
        case "/w:t": isText = false
        case "w:p" where !isEmpty: open.append("")
        case "/w:p":
          var own: [String] = []
          keep(&own)
          if open.count > 1 { open.removeLast() }
          paragraphs += own
          if let note { notes[note, default: []] += own }
        case "w:br", "w:drawing", "w:pict", "w:object", "w:lastRenderedPageBreak":
          // What may part a paragraph, or stand apart from it.
          var own: [String] = []
          keep(&own)
          paragraphs += own
          if let note { notes[note, default: []] += own }
        case "w:footnoteReference", "w:endnoteReference":
          if let id = Self.id(tag) { references.insert((name == "w:footnoteReference" ? "f" : "e") + id) }
        case "w:footnote", "w:endnote": note = Self.id(tag)
        case "/w:footnote", "/w:endnote": note = nil
        default: break
        }
        if isText, name == "w:t", parts.count > 1 { open[open.count - 1] += Self.characters(parts[1]) }
      }
    }

    private static func id(_ tag: Substring) -> String? {
      guard let start = tag.range(of: "w:id=\"") else { return nil }
      return String(tag[start.upperBound...].prefix { $0 != "\"" })
    }

    private static func characters(_ text: Substring) -> String {
      guard text.contains("&") else { return String(text) }
      return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
        "&quot;", with: "\""
      )
      .replacing("&apos;", with: "'").replacing("&#xA;", with: "\n").replacing("&amp;", with: "&")
    }
  }
}

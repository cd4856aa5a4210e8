import Foundation
import Packaging

/// The text of an OpenDocument file by an independent reading: the bytes of its XML scanned tag by tag,
/// with nothing known of styles, lists or tables.
struct OpenDocumentText {
  /// The letters and digits of each paragraph, and of each piece around a frame or note in one, folded.
  private(set) var paragraphs: [String] = []
  /// Whether the text could be scanned.
  private(set) var isRead = false

  init(_ bytes: [UInt8]) {
    var content = bytes
    if bytes.starts(with: [0x50, 0x4B]) {
      guard let package = try? ZipReader(consistency: .readable).read(bytes),
        let file = package.files.first(where: { $0.path == "content.xml" })
      else { return }
      content = file.bytes
    }
    isRead = true
    paragraphs = Self.scan(content)
  }

  /// Elements whose text is not shown, or not by itself.
  private static let hidden: Set<String> = [
    "text:tracked-changes", "office:annotation", "text:hidden-text", "office:binary-data", "svg:title",
    "svg:desc", "office:forms", "text:note-citation", "text:number", "dc:creator", "dc:date", "math:math",
    "text:table-of-content-source", "text:alphabetical-index-source", "text:illustration-index-source",
    "text:table-index-source", "text:user-index-source", "text:bibliography-source", "text:ruby-text",
    "text:object-index-source", "office:event-listeners", "text:meta-field-source", "text:script",
  ]

  private static func scan(_ bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let body = text.range(of: "<office:body") else { return [] }
    var paragraphs: [String] = []
    var open: [String] = []
    var skipped = 0
    func keep() {
      guard let last = open.indices.last else { return }
      let folded = WordText.folded(open[last])
      if !folded.isEmpty { paragraphs.append(folded) }
      open[last] = ""
    }
    for piece in text[body.lowerBound...].split(separator: "<", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      guard let tag = parts.first, !tag.isEmpty else { continue }
      let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" || $0 == "/" && tag.first == "/" })
      let isEmpty = tag.last == "/"
      if hidden.contains(name), !isEmpty { skipped += 1 }
      if name.first == "/", hidden.contains(String(name.dropFirst())) {
        skipped -= 1
      } else if skipped > 0 {
        continue
      }
      switch name {
      case "text:p", "text:h": if !isEmpty { open.append("") }
      case "/text:p", "/text:h":
        keep()
        _ = open.popLast()
      case "/text:note-body", "text:note", "draw:frame", "draw:custom-shape", "draw:g", "/draw:frame",
        "text:soft-page-break", "text:line-break", "office:annotation", "text:ruby", "/text:ruby-base",
        "draw:rect":
        // What may part a paragraph, or stand apart from it.
        keep()
      default: break
      }
      if skipped == 0, parts.count > 1, let last = open.indices.last { open[last] += characters(parts[1]) }
    }
    return paragraphs
  }

  private static func characters(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing(
      "&quot;", with: "\""
    ).replacing("&apos;", with: "'").replacing("&#10;", with: "\n").replacing("&amp;", with: "&")
  }
}

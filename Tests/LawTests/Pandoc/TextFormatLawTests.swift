import Coformat
import Foundation
import TestSupport
import Testing

/// No letter of a tree of pandoc's, and no word of a plain text, is lost in reading it; both are read here by other
/// means.
@Suite(.enabled(if: SharedData.isPresent)) struct TextFormatLawTests {
  static let trees = SharedData.files(below: "corpora/pandoc-json", extensions: ["json"])
  static let texts = SharedData.files(below: "corpora/languages", extensions: ["txt"])

  @Test func `The corpus is there`() {
    #expect(Self.trees.count >= 30)
    #expect(Self.texts.count >= 17)
  }

  @Test func `Every letter of every tree is in its model`() throws {
    for file in Self.trees {
      let data = try Data(contentsOf: file)
      // The largest take long in a build for tests; they are smaller ones of their kind, and longer.
      guard data.count < 100_000 else { continue }
      var letters: [Character: Int] = [:]
      Self.collect(try JSONSerialization.jsonObject(with: data), &letters)
      let found = try Self.letters(of: PandocReader(), [UInt8](data))
      for (letter, count) in letters where count > found[letter, default: 0] {
        Issue.record("\(file.lastPathComponent) lost \(letter): \(count), \(found[letter, default: 0])")
      }
    }
  }

  @Test func `Every word of every text is in its model, in order`() throws {
    for file in Self.texts {
      let bytes = [UInt8](try Data(contentsOf: file))
      var log = DiagnosticLog()
      let document = try PlainTextReader().read(
        Source(name: "text", bytes: bytes), options: ReadingOptions(), log: &log)
      let read = Self.letters(document.blocks.map(Self.text).joined(separator: " "))
      let source = Self.letters(String(decoding: bytes, as: UTF8.self))
      #expect(read == source, "\(file.lastPathComponent)")
    }
  }

  /// The letters of pandoc's `Str` nodes and code, without raw text, short captions, and captions that only
  /// say a picture's description again.
  private static func collect(_ value: Any, _ letters: inout [Character: Int]) {
    if let list = value as? [Any] {
      for item in list { collect(item, &letters) }
    } else if let node = value as? [String: Any] {
      let parts = node["c"] as? [Any] ?? []
      switch node["t"] as? String {
      case "Str": add(node["c"] as? String ?? "", to: &letters)
      case "Code", "CodeBlock": add(parts.last as? String ?? "", to: &letters)
      case "RawBlock", "RawInline", "Math": break
      case "Image": if parts.count == 3 { collect(parts[1], &letters) }
      case "Table" where parts.count == 6:
        if let caption = (parts[1] as? [Any])?.last { collect(caption, &letters) }
        for part in parts[2...] { collect(part, &letters) }
      case "Figure" where parts.count == 3:
        var caption: [Character: Int] = [:]
        if let words = (parts[1] as? [Any])?.last { collect(words, &caption) }
        var shown: [Character: Int] = [:]
        collect(parts[2], &shown)
        letters.merge(shown, uniquingKeysWith: +)
        if caption != shown { letters.merge(caption, uniquingKeysWith: +) }
      default: for child in node.values { collect(child, &letters) }
      }
    }
  }

  private static func add(_ text: String, to letters: inout [Character: Int]) {
    for letter in text.lowercased() where letter.isLetter || letter.isNumber {
      letters[letter, default: 0] += 1
    }
  }

  private static func letters(of reader: some Reader, _ bytes: [UInt8]) throws -> [Character: Int] {
    var log = DiagnosticLog()
    let document = try reader.read(Source(name: "tree", bytes: bytes), options: ReadingOptions(), log: &log)
    var letters: [Character: Int] = [:]
    let metadata = document.metadata
    for text in [metadata.title, metadata.subtitle, metadata.date, metadata.description, metadata.rights]
      + [metadata.identifier, metadata.publisher, metadata.language?.tag]
    { add(text ?? "", to: &letters) }
    for text in metadata.authors + metadata.contributors + metadata.subjects + metadata.other.map(\.value) {
      add(text, to: &letters)
    }
    document.walk { node in
      switch node {
      case .inline(.text(let node)): add(node.string, to: &letters)
      case .inline(.code(let node)): add(node.text, to: &letters)
      case .inline(.image(let node)):
        if case .text(let words, _) = node.alternative { add(words, to: &letters) }
      case .block(.code(let node)): add(node.text, to: &letters)
      case .block, .inline: break
      }
    }
    return letters
  }

  /// The text of blocks that plain text has; a list's numbers are counted again.
  private static func text(_ block: Block) -> String {
    switch block {
    case .heading(let node): node.inlines.plainText
    case .paragraph(let node): node.inlines.plainText
    case .blockQuote(let node): node.blocks.map(text).joined(separator: " ")
    case .code(let node): node.text
    case .list(let node):
      node.items.enumerated().map { index, item in
        let words = item.blocks.map(text).joined(separator: " ")
        guard case .numbered(let start, let style, _) = node.kind else { return words }
        let number = (item.number ?? start) + (item.number == nil ? index : 0)
        let mark = style == .decimal ? String(number) : String(UnicodeScalar(UInt8(0x60 + number)))
        return mark + " " + words
      }.joined(separator: " ")
    case .separator, .pageBreak, .definitionList, .table, .figure, .aside, .lineGroup, .mathematics,
      .division:
      ""
    }
  }

  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

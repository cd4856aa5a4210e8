import Foundation
import TestSupport
import Testing

@testable import Coformat

/// A document written as pandoc's JSON and read again is the document, apart from what `RoundTripForm`
/// says; and so it is after pandoc has had the tree.
@Suite(.enabled(if: SharedData.isPresent)) struct PandocRoundTripTests {
  static let documents =
    [
      "corpora/reports-md", "corpora/reports-html", "corpora/docx",
    ].flatMap { folder -> [URL] in
      // Every twentieth file, and none so large that the whole run is spent on it.
      let files = SharedData.files(below: folder, extensions: ["md", "html", "docx"])
        .filter { ((try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? .max) < 60_000 }
      return stride(from: 0, to: files.count, by: max(1, files.count / 8)).map { files[$0] }
    }.filter { exceptions[$0.lastPathComponent] == nil } + SharedData.samples

  /// Files whose model changes on the way, with the reason.
  static let exceptions: [String: String] = [
    "02OpenResearchDataAndMaterials.md": "a link without words, of which nothing can be seen, is left out"
  ]

  @Test func `There are documents`() { #expect(Self.documents.count >= 24) }

  @Test(arguments: PandocOptions.Version.allCases)
  func `Nothing is lost or changed`(version: PandocOptions.Version) throws {
    for file in Self.documents {
      guard let document = try Self.document(file) else { continue }
      let bytes = try Self.tree(document, version)
      var log = DiagnosticLog()
      let read = try PandocReader().read(
        Source(name: "tree", bytes: bytes), options: ReadingOptions(), log: &log)
      Self.compare(document, read, file)
      #expect(log.highest ?? .note <= .warning)
    }
  }

  @Test func `Nothing is lost or changed of the golden inputs`() throws {
    let folder = SharedData.packageRoot.appending(path: "Tests/GoldenTests")
    let kinds: Set<String> = ["md", "html", "json", "txt"]
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let inputs = names.filter { name in
      let file = URL(filePath: name)
      return file.deletingPathExtension().lastPathComponent == "input" && kinds.contains(file.pathExtension)
    }
    #expect(inputs.count >= 150)
    for name in inputs.sorted() {
      guard let document = try? Self.golden(folder.appending(path: name)) else { continue }
      for version in PandocOptions.Version.allCases {
        var log = DiagnosticLog()
        let read = try PandocReader().read(
          Source(name: "tree", bytes: Self.tree(document, version)), options: ReadingOptions(), log: &log)
        Self.compare(document, read, URL(filePath: name))
      }
    }
  }

  /// What the program makes of a file; throws for one it refuses.
  private static func golden(_ file: URL) throws -> Document {
    var log = DiagnosticLog()
    let source = try Input.file(file.path).load().source
    return try Registry.standard.reader(for: source, log: &log).reader
      .read(source, options: ReadingOptions(), log: &log)
  }

  @Test(arguments: PandocOptions.Version.allCases)
  func `Lines keep how far they are indented`(version: PandocOptions.Version) throws {
    let text = { (words: String) in Inline.text(Text(words)) }
    let lines = [Line([text("One")]), Line([text("two")], indent: 2), Line([text("three")])]
    let document = Document(blocks: [.lineGroup(LineGroup(lines))])
    var log = DiagnosticLog()
    let read = try PandocReader().read(
      Source(name: "tree", bytes: Self.tree(document, version)), options: ReadingOptions(), log: &log)
    guard case .lineGroup(let group)? = read.blocks.first else {
      Issue.record("no lines")
      return
    }
    #expect(group.lines.map(\.indent) == [0, 2, 0])
    #expect(log.diagnostics.isEmpty)
  }

  @Test(arguments: PandocOptions.Version.allCases)
  func `A note has its own language, wherever its mark stands`(version: PandocOptions.Version) throws {
    let mark = Inline.noteReference(NoteReference("n"))
    let welsh = Inline.span(Span([.text(Text("Cymraeg")), mark], info: NodeInfo(language: Language("cy"))))
    for language in [nil, Language("fr")] {
      var document = Document(blocks: [.paragraph(Paragraph([welsh]))])
      document.metadata.language = .english
      let body = Block.paragraph(Paragraph([.text(Text("The note."))]))
      document.notes = [Note(id: "n", blocks: [body], info: NodeInfo(language: language))]
      var log = DiagnosticLog()
      let read = try PandocReader().read(
        Source(name: "tree", bytes: Self.tree(document, version)), options: ReadingOptions(), log: &log)
      #expect(read.notes.map(\.info.language) == [language])
    }
  }

  @Test func `Pandoc reads the trees and changes nothing in them`() throws {
    for file in Self.documents.enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      guard let document = try Self.document(file) else { continue }
      let bytes = try Pandoc.run(["-f", "json", "-t", "json"], input: Self.tree(document, .pandoc2))
      var log = DiagnosticLog()
      let read = try PandocReader().read(
        Source(name: "tree", bytes: bytes), options: ReadingOptions(), log: &log)
      Self.compare(document, read, file, metadataSorted: true)
    }
  }

  private static func compare(
    _ document: Document, _ read: Document, _ file: URL, metadataSorted: Bool = false
  ) {
    guard var before = try? document.roundTripLines(), var after = try? read.roundTripLines() else {
      Issue.record("\(file.lastPathComponent) makes no tree")
      return
    }
    if metadataSorted {
      // Pandoc puts fields in the order of the alphabet.
      before = before.filter { !$0.hasPrefix("  metadata") }
      after = after.filter { !$0.hasPrefix("  metadata") }
    }
    guard before != after else { return }
    let index =
      zip(before, after).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(before.count, after.count)
    Issue.record(
      "\(file.pathComponents.suffix(2).joined(separator: "/")), node \(index): \(before.dropFirst(index).prefix(2)) became \(after.dropFirst(index).prefix(2))"
    )
  }

  private static func tree(_ document: Document, _ version: PandocOptions.Version) throws -> [UInt8] {
    var log = DiagnosticLog()
    return try PandocRenderer(options: PandocOptions(version: version)).render(document, log: &log).artifacts[
      0
    ].bytes
  }

  /// What the reader for its kind makes of a file; nil for a file it refuses.
  private static func document(_ file: URL) throws -> Document? {
    var log = DiagnosticLog()
    let source = Source(name: file.lastPathComponent, bytes: [UInt8](try Data(contentsOf: file)))
    let reader: any Reader =
      switch file.pathExtension {
      case "html": HTMLReader()
      case "docx": WordReader()
      default: MarkdownReader()
      }
    return try? reader.read(source, options: ReadingOptions(), log: &log)
  }
}

/// Pandoc, as a program of its own.
enum Pandoc {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What pandoc writes on its standard output.
  static func run(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let (into, out) = (folder("in"), folder("out"))
    try Data(input).write(to: URL(filePath: into))
    try Data().write(to: URL(filePath: out))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["pandoc"] + arguments
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: into))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: out))
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description:
          "pandoc ended with \(process.terminationStatus); Scripts/install-dependencies --tests installs it")
    }
    return [UInt8](try Data(contentsOf: URL(filePath: out)))
  }
}

extension SharedData {
  /// The reports written for this project.
  static var samples: [URL] {
    let folder = packageRoot.appending(path: "Samples")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".html") }.sorted().map {
      folder.appending(path: $0)
    }
  }
}

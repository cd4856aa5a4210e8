import Foundation
import TestSupport
import Testing

/// `coformat build`, as its users run it.
@Suite struct BuildTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("reports/one.md", "---\nlang: en\n---\n# One\n\nWords and ![a drawing](drawing.svg).\n")
    try folder.write(
      "reports/two/one.html", "<html lang=en><title>Two</title><h1>Two</h1><p>More words.</html>")
    try folder.write(
      "reports/drawing.svg", #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>"#)
  }

  private struct Run {
    var code: Int32?
    var errors: String
    var output: String
  }

  private func build(_ arguments: String...) throws -> Run {
    let fixed = ["build", "--cache", folder("cache"), "--fail-on", "never"]
    let outcome = try BuiltProgram.run(fixed + arguments, in: URL(filePath: folder.path))
    return Run(
      code: outcome.exitCode, errors: outcome.errors, output: String(decoding: outcome.output, as: UTF8.self))
  }

  /// What there is in a folder and those below it, with its bytes.
  private func files(_ name: String) throws -> [String: Data] {
    let root = folder(name)
    var found: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root) ?? .init() {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder)
      if !isFolder.boolValue { found[path] = try Data(contentsOf: URL(filePath: "\(root)/\(path)")) }
    }
    return found
  }

  @Test func `Every usual format is made, with the page that offers them`() throws {
    let run = try build("-o", "out", "reports")
    #expect(run.code == 0, "\(run.errors)")
    let names = try files("out").keys.sorted()
    for format in [
      "braille-1.brf", "braille-2.brf", "pef-2.pef", "large-print.html", "daisy.zip", "epub.epub",
    ] {
      #expect(names.contains("one-\(format)"))
      #expect(names.contains("two/one-\(format)"))
    }
    let page = try folder.contents("out/index.html")
    #expect(page.contains("href=\"two/one-epub.epub\""))
    #expect(page.contains("application/ld+json"))
    #expect(!names.contains { $0.hasPrefix(".coformat") })
  }

  @Test func `What a language has no braille for is left out, unless somebody asks for it`() throws {
    try folder.write("more/pl.md", "---\nlang: pl\n---\n# Raport\n\nTekst.\n")
    try folder.write("more/nl.md", "---\nlang: nl\n---\n# Rapport\n\nTekst.\n")
    let run = try build("-o", "out", "--json", "run.json", "--junit", "run.xml", "-v", "more")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("not made: no contracted braille for Polish [BLD-037]"), "\(run.errors)")
    #expect(run.errors.contains("14 made, 4 not in the language of the report"), "\(run.errors)")
    let names = try files("out").keys
    #expect(names.contains("pl-braille-1.brf") && names.contains("nl-braille-1.brf"))
    #expect(!names.contains { $0.contains("-2.") })
    let page = try folder.contents("out/index.html")
    #expect(page.contains("Not made: no contracted braille for Polish."))
    #expect(page.contains("Uncontracted (grade 0) braille, BRF"))
    #expect(try folder.contents("out/formats.json").contains(#""notInLanguage":["braille-2","pef-2"]"#))
    #expect(try folder.contents("run.json").contains(#""absent":4"#))
    #expect(try folder.contents("run.xml").contains("skipped=\"2\""))
    #expect(try build("-o", "out", "--dry-run", "more").output.contains("0 to make, 18 unchanged"))
    #expect(try build("-o", "out", "more").code == 0)
    let asked = try build("-o", "out", "-f", "braille-2", "more/pl.md")
    #expect(asked.code == 1 && asked.errors.contains("BT-002"), "\(asked.errors)")
  }

  @Test func `What has not changed is not made again, and what has is`() throws {
    let first = try build("-o", "out", "-f", "braille-2,epub", "reports")
    #expect(first.errors.contains("4 made"))
    #expect(try build("-o", "out", "-f", "braille-2,epub", "reports").errors.contains("4 unchanged"))
    // A picture belongs to the report that shows it.
    try folder.write(
      "reports/drawing.svg", #"<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>"#)
    #expect(try build("-o", "out", "-f", "braille-2,epub", "reports").errors.contains("2 made, 2 unchanged"))
    try folder.write("out/one-braille-2.brf", "spoilt")
    #expect(
      try build("-o", "out", "-f", "braille-2,epub", "--dry-run", "reports").output.contains(
        "1 to make, 3 unchanged"))
    #expect(try build("-o", "out", "-f", "braille-2,epub", "reports").errors.contains("1 made, 3 unchanged"))
  }

  @Test func `One bad file stops no other`() throws {
    try folder.write("reports/bad.docx", "this is no document")
    let run = try build("-o", "out", "-f", "braille-2", "--junit", "j.xml", "--json", "r.json", "reports")
    #expect(run.code == 1)
    #expect(run.errors.contains("2 made, 1 failed"))
    let report = try folder.contents("r.json")
    #expect(report.contains("\"failed\":1"))
    #expect(try folder.contents("j.xml").contains("<error type=\""))
    #expect(try files("out").keys.contains("one-braille-2.brf"))
    // It is as bad as it was.
    let again = try build("-o", "out", "-f", "braille-2", "--dry-run", "reports")
    #expect(again.output.contains("0 to make, 3 unchanged"), "\(again.output)")
    #expect(try build("-o", "out", "-f", "braille-2", "reports").errors.contains("2 unchanged, 1 failed"))
    try folder.write("reports/bad.docx", "neither is this one, and it is longer")
    #expect(try build("-o", "out", "-f", "braille-2", "--dry-run", "reports").output.contains("1 to make"))
  }

  @Test
  func `A pattern with an extension finds what a folder is not searched for, and a DAISY book is one report`()
    throws
  {
    try folder.write("notes/a.txt", "Some words.\n")
    try folder.write(
      "notes/book/ncc.html", "<html><head><title>B</title></head><body><h1>B</h1></body></html>")
    try folder.write("notes/book/content.html", "<html><title>C</title><p>C</html>")
    try folder.write("notes/book/s1.smil", "<smil/>")
    let text = try build("-o", "out", "-f", "braille-1", "--dry-run", "notes/**/*.txt", "notes").output
    #expect(text.contains("2 to make"), "\(text)")
    #expect(text.contains("a.txt") && text.contains("ncc.html") && !text.contains("content.html"))
  }

  @Test func `A file of an earlier build that cannot be made again is named, and not offered`() throws {
    #expect(try build("-o", "out", "-f", "braille-2", "reports").code == 0)
    try folder.write("reports/one.md", "%PDF-1.7\n")
    let run = try build("-o", "out", "-f", "braille-2", "reports")
    #expect(run.code == 1)
    #expect(run.errors.contains("BLD-035"), "\(run.errors)")
    #expect(try files("out").keys.contains("one-braille-2.brf"))
    let page = try folder.contents("out/index.html")
    #expect(!page.contains("href=\"one-braille-2.brf\"") && page.contains("href=\"two/one-braille-2.brf\""))
  }

  @Test func `What is no longer built goes with --prune, and nothing else does`() throws {
    #expect(try build("-o", "out", "-f", "braille-2,epub", "reports").code == 0)
    try folder.write("out/own.txt", "mine")
    try folder.write("out/two/one-epub.epub", "changed by hand")
    try FileManager.default.removeItem(atPath: folder("reports/two"))
    #expect(try build("-o", "out", "-f", "braille-2", "reports").errors.contains("1 unchanged, in out"))
    #expect(try folder.contents("out/formats.json").contains("\"earlier\""))
    let dry = try build("--dry-run", "--prune", "-o", "out", "-f", "braille-2", "reports")
    #expect(dry.output.contains("remove out/one-epub.epub: no longer built"), "\(dry.output)")
    #expect(dry.output.contains("3 to remove"), "\(dry.output)")
    #expect(try files("out").count == 7)
    let run = try build("--prune", "-o", "out", "-f", "braille-2", "reports")
    #expect(run.errors.contains("2 of earlier builds removed"), "\(run.errors)")
    #expect(run.errors.contains("BLD-038"), "\(run.errors)")
    #expect(
      try files("out").keys.sorted() == [
        "formats.json", "index.html", "one-braille-2.brf", "own.txt", "two/one-epub.epub",
      ])
    // A report that fails keeps what was made of it.
    try folder.write("reports/one.md", "%PDF-1.7\n")
    #expect(try build("--prune", "-o", "out", "-f", "braille-2", "reports").code == 1)
    #expect(try files("out").keys.contains("one-braille-2.brf"))
    try FileManager.default.removeItem(atPath: folder("reports/one.md"))
    try folder.write("reports/other.md", "# Other\n")
    #expect(try build("--prune", "-o", "out", "-f", "braille-2", "reports").code == 0)
    #expect(!(try files("out").keys.contains("one-braille-2.brf")))
    // A record that somebody has written leads nowhere.
    try folder.write(
      "out/formats.json",
      #"{"generator":"coformat 1","reports":[],"earlier":[{"source":"a","format":"b","path":"../reports/other.md","size":9,"sha256":"x"}]}"#
    )
    _ = try build("--prune", "-o", "out", "-f", "braille-2", "reports")
    #expect(FileManager.default.fileExists(atPath: folder("reports/other.md")))
  }

  @Test func `Parts that are put together are the whole`() throws {
    for number in 3...9 { try folder.write("reports/r\(number).md", "# Report \(number)\n") }
    #expect(try build("-o", "whole", "-f", "braille-2,pef-1", "--cache", "none", "reports").code == 0)
    for part in 1...3 {
      #expect(
        try build(
          "-o", "parts", "-f", "braille-2,pef-1", "--cache", "none", "--shard", "\(part)/3", "reports"
        ).code
          == 0)
    }
    #expect(try build("-o", "parts", "-f", "braille-2,pef-1", "--merge", "reports").code == 0)
    #expect(try files("parts") == files("whole"))
  }

  @Test func `A missing part is an error`() throws {
    _ = try build("-o", "parts", "-f", "braille-2", "--shard", "1/3", "reports")
    let run = try build("-o", "parts", "-f", "braille-2", "--merge", "reports")
    #expect(run.code == 1)
    #expect(run.errors.contains("BLD-043"))
  }

  @Test func `A report that takes too long is ended, and the others are made`() throws {
    // A command that never ends stands in for a voice.
    try folder.write(
      "slow.yml",
      """
      sources: [reports]
      formats:
        braille-2:
        epub: {narrate: true, voice-command: "sleep 60"}
      """)
    let run = try build("-c", "slow.yml", "--time-limit", "2")
    #expect(run.code == 1)
    #expect(run.errors.contains("BLD-032"), "\(run.errors)")
    #expect(run.errors.contains("2 made, 2 failed"))
  }

  @Test func `The configuration says what is built`() throws {
    try folder.write(
      "coformat.yml",
      """
      title: Our reports
      sources: [{path: "reports/**/*.md", collection: all}]
      formats: {giant: {format: large-print, size: 36}}
      output: public
      contact: {email: formats@example.org}
      collections: {all: Everything}
      """)
    let run = try build()
    #expect(run.code == 0, "\(run.errors)")
    #expect(try files("public").keys.sorted() == ["formats.json", "index.html", "one-giant.html"])
    let page = try folder.contents("public/index.html")
    #expect(page.contains("Our reports") && page.contains("Everything") && page.contains("36 point"))
    #expect(page.contains("mailto:formats@example.org"))
  }
}

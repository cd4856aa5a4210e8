import Testing

@testable import Coformat

@Suite struct RecognitionTests {
  private func reader(_ name: String, _ bytes: [UInt8]) throws -> String {
    var log = DiagnosticLog()
    return try Registry.standard.reader(for: Source(name: name, bytes: bytes), log: &log).name
  }

  private func reader(_ name: String, _ text: String) throws -> String {
    try reader(name, Array(text.utf8))
  }

  /// ASCII characters as UTF-16 puts them, low byte first.
  private func inUTF16(_ text: String) -> [UInt8] { Array(text.utf8.map { [$0, 0] }.joined()) }

  private func refusal(_ name: String, _ bytes: [UInt8]) -> Diagnostic? {
    #expect(throws: ConversionFailure.self) { try reader(name, bytes) }?.diagnostic
  }

  @Test(arguments: [
    ("a.md", "text", "markdown"), ("A.MD", "text", "markdown"), ("a.html", "text", "html"),
    ("a.md", "<!DOCTYPE html><p>x", "markdown"), ("notes", "plain", "markdown"),
    ("standard input", "  <!doctype HTML>\n<title>", "html"), ("standard input", "# Title", "markdown"),
    ("standard input", "", "markdown"),
    ("a.xhtml", "<?xml version=\"1.0\"?><html xmlns=\"x\">", "html"),
    ("standard input", "<?xml version=\"1.0\"?>\n<html>", "html"), ("a.txt", "<html>", "html"),
    ("a.md", "{\"blocks\": 1}", "markdown"), ("a.docx", "text", "docx"),
    ("a.md", "PK\u{3}\u{4}....word/document.xml", "docx"),
    ("standard input", "PK\u{3}\u{4}..[Content_Types].xml.._rels/.rels..doc/main.xml", "docx"),
  ])
  func `The name and the beginning tell the format`(name: String, text: String, expected: String) throws {
    #expect(try reader(name, text) == expected)
  }

  @Test func `HTML in UTF-16 is recognised`() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + inUTF16("<html>")
    #expect(try reader("standard input", bytes) == "html")
  }

  @Test(arguments: [
    ("a.txt", "x", "text"), ("a.text", "# x", "text"), ("standard input", "x", "markdown"),
    ("a.json", "{}", "pandoc-json"), ("a.txt", "{\"pandoc-api-version\":[1,22]}", "pandoc-json"),
    ("standard input", "{ \"pandoc-api-version\" : [1,23,1]", "pandoc-json"),
    ("standard input", "{\"blocks\":[],\"meta\":{}", "pandoc-json"),
    ("standard input", "[{\"unMeta\":{}},[]]", "pandoc-json"), ("standard input", "[link]: x", "markdown"),
    ("standard input", "{\"a\": 1}", "markdown"),
  ])
  func `Plain text and pandoc's JSON are told apart`(name: String, text: String, expected: String) throws {
    #expect(try reader(name, text) == expected)
  }

  @Test(arguments: [
    ("a.md", "%PDF-1.7\n", "a PDF"), ("a.docx", "%PDF-1.7\n", "a PDF"),
    ("a.docx", "PK\u{3}\u{4}....xl/workbook.xml", "a ZIP archive"),
    ("a.docx", "{\\rtf1 text}", "a Rich Text document"),
    ("a.html", "GIF89a", "a picture"), ("a.tex", "\\section", "a LaTeX source"),
    ("standard input", "<?xml version=\"1.0\"?><svg>", "an XML document"), ("a.brf", ",x", "a braille file"),
  ])
  func `What is not read yet is refused by its name`(name: String, text: String, title: String) {
    let titles = Registry.standard.readers.map(\.title)
    let reads = titles.dropLast().joined(separator: ", ") + " and " + (titles.last ?? "")
    let refusal = refusal(name, Array(text.utf8))
    #expect(refusal?.code == "SRC-006")
    #expect(refusal?.message.hasPrefix("this is \(title)") == true)
    #expect(refusal?.message.hasSuffix("; \(reads) are") == true)
  }

  @Test(arguments: [
    ("standard input", "PK\u{3}\u{4}mimetypeapplication/epub+zip", "epub"),
    ("a.xml", "<?xml version=\"1.0\"?><dtbook>", "dtbook"),
    ("a", "<!DOCTYPE dtbook PUBLIC \"-//NISO//DTD dtbook 2005-3//EN\" \"\"><dtbook>", "dtbook"),
  ])
  func `Books are told by their content`(name: String, text: String, format: String) throws {
    var log = DiagnosticLog()
    let source = Source(name: name, bytes: Array(text.utf8))
    #expect(try Registry.standard.reader(for: source, log: &log).name == format)
  }

  @Test(arguments: [
    (["META-INF/container.xml", "a.opf", "a.html"], ContentKind.epub),
    (["book/ncc.html", "a.opf"], .daisy202),
    (["a.opf", "book.xml"], .daisy3), (["site/index.htm"], .webFolder), (["notes.txt", "a.md"], .folder),
  ])
  func `A folder is told by the names of its files`(names: [String], kind: ContentKind) {
    let source = Source(name: "f", files: names.map { SourceFile(path: $0, bytes: []) })
    #expect(source.kind == kind)
  }

  @Test func `A picture under the name of a report is a picture`() {
    #expect(refusal("a.md", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])?.code == "SRC-006")
  }

  @Test func `An extension nobody knows is refused`() {
    #expect(refusal("a.xyz", Array("text".utf8))?.code == "SRC-007")
  }

  @Test func `Bytes that are no text are refused`() {
    #expect(
      refusal("a.md", (0..<4_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) })?.code == "SRC-006")
  }

  @Test func `A few controls and invalid bytes are the reader's to judge`() throws {
    let text = Array(String(repeating: "A line of text.\n", count: 50).utf8)
    #expect(try reader("a.md", text + [0, 0xFF, 0x1B]) == "markdown")
  }

  @Test func `A format may be named by its name or an extension`() throws {
    #expect(try Registry.standard.reader(named: "Markdown").name == "markdown")
    #expect(try Registry.standard.reader(named: "htm").name == "html")
  }

  @Test(arguments: [("pdf", "SRC-010"), ("markdwn", "SRC-009"), ("", "SRC-009")])
  func `A format that is not read cannot be named`(name: String, code: String) {
    let failure = #expect(throws: ConversionFailure.self) { try Registry.standard.reader(named: name) }
    #expect(failure?.diagnostic.code == code)
  }
}

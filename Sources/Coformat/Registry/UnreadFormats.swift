/// A format people have reports in and coformat does not read yet: known, so that the refusal can
/// say what the file is.
package struct UnreadFormat: Sendable {
  /// What a person may type after `--from`.
  var name: String
  /// What it is called in a sentence, article included.
  package var title: String
  package var extensions: [String]
  /// What to do instead.
  var advice: String
  /// Whether its files are text. Bytes that are not are never Markdown or HTML, whatever the name;
  /// of text the name says more than the first characters.
  var nature: Nature
  /// Whether bytes are of the format for certain, judged by their beginning.
  var recognises: @Sendable (Beginning) -> Bool

  enum Nature { case text, binary }

  init(
    _ name: String, _ title: String, _ extensions: [String], _ nature: Nature = .binary, advice: String,
    recognises: @escaping @Sendable (Beginning) -> Bool = { _ in false }
  ) {
    self.name = name
    self.title = title
    self.extensions = extensions
    self.nature = nature
    self.advice = advice
    self.recognises = recognises
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  private static func zipped(_ marks: String...) -> @Sendable (Beginning) -> Bool {
    { beginning in beginning.starts(with: zip) && marks.contains { beginning.contains($0) } }
  }

  private static func signed(_ signatures: [UInt8]...) -> @Sendable (Beginning) -> Bool {
    { beginning in signatures.contains { beginning.starts(with: $0) } }
  }

  private static let asMarkup = "save it as HTML or Markdown in the program it comes from, and convert that"
  private static let asReport = "convert the report itself, in Markdown or HTML"

  /// All of them, those that are told apart by more than a signature first.
  package static let all: [UnreadFormat] = [
    UnreadFormat(
      "docx", "a Word document", ["docx", "docm", "dotx"], advice: asMarkup,
      recognises: zipped("word/", "wordprocessingml")),
    UnreadFormat(
      "odt", "an OpenDocument text", ["odt", "fodt", "ott"], advice: asMarkup,
      recognises: zipped("application/vnd.oasis.opendocument.text")),
    UnreadFormat(
      "epub", "an EPUB", ["epub"], advice: asMarkup, recognises: zipped("application/epub+zip")),
    UnreadFormat(
      "xlsx", "a spreadsheet", ["xlsx", "ods"], advice: asMarkup,
      recognises: zipped("xl/", "opendocument.spreadsheet")),
    UnreadFormat(
      "pptx", "a presentation", ["pptx", "odp"], advice: asMarkup,
      recognises: zipped("ppt/", "opendocument.presentation")),
    UnreadFormat(
      "zip", "a zip archive", ["zip"], advice: "take the report out of it and convert that",
      recognises: signed(zip, [0x50, 0x4B, 0x05, 0x06])),
    UnreadFormat(
      "pdf", "a PDF", ["pdf"],
      advice: "a PDF keeps the look of a report and loses its structure: convert the file it was made from",
      recognises: signed(Array("%PDF-".utf8))),
    UnreadFormat(
      "rtf", "a Rich Text document", ["rtf"], advice: asMarkup, recognises: signed(Array("{\\rtf".utf8))),
    UnreadFormat(
      "doc", "a document of Word 97 to 2003", ["doc", "dot"], advice: asMarkup,
      recognises: signed([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])),
    UnreadFormat(
      "dtbook", "a DTBook", ["dtbook"], .text, advice: asMarkup,
      recognises: { $0.asciiText.hasPrefix("<?xml") && $0.asciiText.contains("<dtbook") }),
    UnreadFormat(
      "xml", "an XML document", ["xml"], .text, advice: asMarkup,
      recognises: { beginning in
        let text = beginning.asciiText
        return text.hasPrefix("<?xml") && !text.contains("<html") && !text.contains("<!doctype html")
      }),
    UnreadFormat(
      "json", "a pandoc JSON tree or another JSON file", ["json"], .text, advice: asMarkup,
      recognises: { beginning in
        ["{\"pandoc-api-version\"", "{\"blocks\""].contains { beginning.asciiText.hasPrefix($0) }
      }),
    UnreadFormat("latex", "a LaTeX source", ["tex", "latex"], .text, advice: asMarkup),
    UnreadFormat("rst", "a reStructuredText source", ["rst"], .text, advice: asMarkup),
    UnreadFormat("asciidoc", "an AsciiDoc source", ["adoc", "asciidoc"], .text, advice: asMarkup),
    UnreadFormat("org", "an Org source", ["org"], .text, advice: asMarkup),
    UnreadFormat("csv", "a table of values", ["csv", "tsv"], .text, advice: asMarkup),
    UnreadFormat("brf", "a braille file, as coformat makes", ["brf", "brl", "pef"], .text, advice: asReport),
    UnreadFormat(
      "gzip", "a compressed file", ["gz", "xz", "bz2", "zst", "7z"], advice: "decompress it first",
      recognises: signed([0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0x28, 0xB5, 0x2F, 0xFD])),
    UnreadFormat(
      "png", "a picture", ["png", "jpg", "jpeg", "gif", "webp", "svg", "tif", "tiff"],
      advice: "convert the report that shows it, where its text alternative stands",
      recognises: { beginning in
        [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A]]
          .contains { beginning.starts(with: $0) }
          || ["GIF87a", "GIF89a"].contains { beginning.starts(with: Array($0.utf8)) }
          || (beginning.starts(with: Array("RIFF".utf8)) && beginning.contains("WEBP"))
      }),
    UnreadFormat(
      "elf", "a program", ["exe", "so", "dylib"], advice: asReport,
      recognises: signed([0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE])),
  ]
}

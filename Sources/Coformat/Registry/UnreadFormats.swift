import Readers

/// A format people have files in and coformat does not read: known, so that the refusal can say what
/// the file is. Formats that are not text are told by `sniff` whatever a file is called;
/// those that are, by their name or their first characters.
package struct UnreadFormat: Sendable {
  /// What a person may type after `--from`.
  var name: String
  /// What it is called in a sentence, article included.
  package var title: String
  package var extensions: [String]
  /// The kinds of bytes that are of the format.
  var kinds: [ContentKind]
  /// Whether text is of the format for certain, judged by its beginning.
  var recognises: @Sendable (Beginning) -> Bool

  init(
    _ name: String, _ title: String, _ extensions: [String], _ kinds: [ContentKind] = [],
    recognises: @escaping @Sendable (Beginning) -> Bool = { _ in false }
  ) {
    self.name = name
    self.title = title
    self.extensions = extensions
    self.kinds = kinds
    self.recognises = recognises
  }

  /// What to do instead of converting it.
  var advice: String {
    switch name {
    case "pdf":
      "a PDF keeps the look of a report and loses its structure: convert the file it was made from"
    case "encrypted": "open it, take the password away (File, Info, Protect Document), and save it again"
    case "doc", "rtf": "open it in Word or LibreOffice, save it as a Word document (.docx), and convert that"
    case "zip", "folder", "archive": "take the report out of it and convert that"
    case "picture": "convert the report that shows it, where its text alternative stands"
    case "program", "media", "braille", "binary": "check that it is the file you mean"
    default: "save it as a Word document, HTML or Markdown in the program it comes from, and convert that"
    }
  }

  /// All of them; where the first characters are of several, the first counts.
  package static let all: [UnreadFormat] = [
    UnreadFormat("pdf", "a PDF", ["pdf"], [.pdf]),
    UnreadFormat("rtf", "a Rich Text document", ["rtf"], [.richText]),
    UnreadFormat(
      "encrypted", "an Office document locked with a password", [], [.encryptedOffice]),
    UnreadFormat("doc", "an Office document from before 2007", ["doc", "dot", "xls", "ppt"], [.oldOffice]),
    UnreadFormat(
      "xml", "an XML document", ["xml"],
      recognises: { beginning in
        let text = beginning.asciiText
        return text.hasPrefix("<?xml")
          && !["<html", "<!doctype html", "<dtbook"].contains { text.contains($0) }
      }),
    UnreadFormat("latex", "a LaTeX source", ["tex", "latex"]),
    UnreadFormat("rst", "a reStructuredText source", ["rst"]),
    UnreadFormat("asciidoc", "an AsciiDoc source", ["adoc", "asciidoc"]),
    UnreadFormat("org", "an Org source", ["org"]),
    UnreadFormat("spreadsheet", "a table or spreadsheet", ["csv", "tsv", "xlsx", "ods"]),
    UnreadFormat("presentation", "a presentation", ["pptx", "odp"]),
    UnreadFormat("braille", "a braille file, as coformat makes", ["brf", "brl", "pef", "ebrl"]),
    UnreadFormat("zip", "a ZIP archive", ["zip"], [.zip]),
    UnreadFormat("folder", "a folder without a document made of files", [], [.folder]),
    UnreadFormat("archive", "a compressed file", ["gz", "xz", "bz2", "zst", "7z"], [.gzip, .otherArchive]),
    UnreadFormat(
      "picture", "a picture", ["png", "jpg", "jpeg", "gif", "webp", "svg", "tif", "tiff"],
      [.png, .jpeg, .gif, .tiff, .webP]),
    UnreadFormat("media", "a sound or film file", ["mp3", "mp4", "ogg", "wav", "m4a"], [.audioOrVideo]),
    UnreadFormat("program", "a program", ["exe", "so", "dylib"], [.program]),
    UnreadFormat("binary", "binary data, not text", [], [.binary]),
  ]
}

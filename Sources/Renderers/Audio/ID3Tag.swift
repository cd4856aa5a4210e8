import DocumentModel

/// A tag before the frames of an MP3 file, as ID3v2.3.0 has it, with chapters (ID3v2 Chapter Frame
/// Addendum 1.0). Text is UTF-16, which version 2.3 has for what is not Latin.
struct ID3Tag {
  private var frames: [UInt8] = []

  /// A stretch of the file, in milliseconds.
  struct Chapter: Hashable {
    var title: String
    var begin: Int
    var end: Int
  }

  /// The tag's bytes.
  var bytes: [UInt8] {
    let size = frames.count
    // Seven bits a byte, so that no byte looks like the beginning of sound (3.1).
    let parts = [21, 14, 7, 0].map { UInt8(truncatingIfNeeded: size >> $0) & 0x7F }
    return Array("ID3".utf8) + [3, 0, 0] + parts + frames
  }

  /// What the document says of itself, but for the title of this file.
  mutating func add(_ metadata: Metadata, title: String) {
    add("TALB", title)
    add("TPE1", metadata.authors.joined(separator: "/"))
    add("TPUB", metadata.publisher ?? "")
    add("TCON", "Speech")
    let years = (metadata.date ?? "").split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
    if let year = years.first { add("TYER", String(year)) }
    if let language = metadata.language, let code = Self.codes[language.primary] {
      add("TLAN", code)
    }
    add("TSSE", "coformat")
  }

  /// Adds a frame of text; nothing for no text.
  mutating func add(_ name: String, _ text: String) {
    if !text.isEmpty { frames += Self.frame(name, Self.text(text)) }
  }

  /// Adds the chapters and their table of contents; there are at most 255.
  mutating func add(chapters: [Chapter]) {
    var contents = Array("toc".utf8) + [0, 0b11, UInt8(truncatingIfNeeded: chapters.count)]
    for index in chapters.indices { contents += Array("ch\(index)".utf8) + [0] }
    frames += Self.frame("CTOC", contents)
    for (index, chapter) in chapters.enumerated() {
      let place =
        Self.number(chapter.begin) + Self.number(chapter.end) + [UInt8](repeating: 0xFF, count: 8)
      frames += Self.frame(
        "CHAP", Array("ch\(index)".utf8) + [0] + place + Self.frame("TIT2", Self.text(chapter.title)))
    }
  }

  private static func frame(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + number(content.count) + [0, 0] + content
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// Text in UTF-16 with its mark, without white space that players show as boxes.
  private static func text(_ text: String) -> [UInt8] {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return [1, 0xFF, 0xFE]
      + line.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  }

  /// Codes of three letters (ISO 639-2/T) for tags of two.
  private static let codes = [
    "en": "eng", "fr": "fra", "de": "deu", "es": "spa", "it": "ita", "pt": "por", "nl": "nld", "cy": "cym",
    "ga": "gle", "gd": "gla", "sv": "swe", "da": "dan", "nb": "nob", "nn": "nno", "no": "nor", "fi": "fin",
    "pl": "pol", "cs": "ces", "sk": "slk", "hu": "hun", "ro": "ron", "bg": "bul", "el": "ell", "tr": "tur",
    "ru": "rus", "uk": "ukr", "ar": "ara", "he": "heb", "fa": "fas", "ur": "urd", "hi": "hin", "bn": "ben",
    "pa": "pan", "gu": "guj", "ta": "tam", "te": "tel", "ml": "mal", "zh": "zho", "ja": "jpn", "ko": "kor",
    "vi": "vie", "so": "som", "hr": "hrv", "sr": "srp", "sl": "slv", "lt": "lit", "lv": "lav", "et": "est",
  ]
}

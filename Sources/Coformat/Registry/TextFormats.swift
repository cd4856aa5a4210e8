import Readers

extension ReaderDescriptor {
  /// Pandoc's JSON, as the registry lists it.
  static let pandocJSON = ReaderDescriptor(
    name: "pandoc-json", title: "pandoc's JSON", extensions: ["json"],
    mediaTypes: ["application/json"],
    recognises: { beginning in
      let text = beginning.asciiText.filter { !$0.isWhitespace }
      return text.hasPrefix("{\"pandoc-api-version\":") || text.hasPrefix("{\"blocks\":[")
        || text.hasPrefix("{\"meta\":{") || text.hasPrefix("[{\"unmeta\":")
    }, reader: PandocReader())

  /// Plain text, as the registry lists it. Nothing in text says that it is no more than that, so that only
  /// the name does.
  static let plainText = ReaderDescriptor(
    name: "text", title: "plain text", extensions: ["txt", "text"], mediaTypes: ["text/plain"],
    reader: PlainTextReader(), naming: .vague)
}

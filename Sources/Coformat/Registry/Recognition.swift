import Readers

extension Registry {
  /// The reader of a format that is named.
  func reader(named name: String) throws(ConversionFailure) -> ReaderDescriptor {
    let wanted = name.lowercased()
    if let found = readers.first(where: { $0.name == wanted || $0.extensions.contains(wanted) }) {
      return found
    }
    if let unread = UnreadFormat.all.first(where: { $0.name == wanted || $0.extensions.contains(wanted) }) {
      throw ConversionFailure(.knownFormatNotRead(unread, reads: readsToday))
    }
    throw ConversionFailure(.unknownInputFormat(name, among: readers.map(\.name)))
  }

  /// The reader a source is for. What the bytes are for certain counts first (a picture named
  /// `.md` is a picture), then the extension, then the first characters.
  func reader(for source: Source, log: inout DiagnosticLog) throws(ConversionFailure) -> ReaderDescriptor {
    let kind = source.kind
    if let certain = readers.first(where: { $0.kinds.contains(kind) }) {
      let ending = Path.fileExtension(of: source.name)
      if !ending.isEmpty, !certain.extensions.isEmpty, !certain.extensions.contains(ending) {
        log.report(.readByContent(kind.name, named: ending))
      }
      return certain
    }
    if let unread = UnreadFormat.all.first(where: { $0.kinds.contains(kind) }) { throw refusal(of: unread) }
    let fileExtension = Path.fileExtension(of: source.name)
    let named = readers.first { $0.extensions.contains(fileExtension) }
    if let named, named.naming == .certain { return named }
    let beginning = Beginning(of: source.bytes)
    if let recognised = readers.first(where: { $0.recognises(beginning) }) { return recognised }
    let unread =
      UnreadFormat.all.first { $0.recognises(beginning) }
      ?? UnreadFormat.all.first { $0.extensions.contains(fileExtension) }
    if let unread { throw refusal(of: unread) }
    if let named { return named }
    return try textReader(fileExtension: fileExtension)
  }

  /// Text without a name that says anything is read as Markdown, which most text is readable as.
  private func textReader(fileExtension: String) throws(ConversionFailure) -> ReaderDescriptor {
    guard fileExtension == "" else {
      throw ConversionFailure(.unknownExtension(fileExtension, reads: readsToday))
    }
    return try reader(named: "markdown")
  }

  private func refusal(of unread: UnreadFormat) -> ConversionFailure {
    ConversionFailure(.formatNotRead(unread, reads: readsToday))
  }

  /// `Markdown, HTML and Word documents are`, for the middle of a sentence.
  private var readsToday: String {
    let titles = readers.map(\.title)
    guard let last = titles.last, titles.count > 1 else { return "\(titles.joined()) is" }
    return "\(titles.dropLast().joined(separator: ", ")) and \(last) are"
  }
}

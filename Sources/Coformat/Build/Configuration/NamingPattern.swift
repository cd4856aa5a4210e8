/// The path of an output within the output folder, with words in braces standing for what they say.
public struct NamingPattern: Hashable, Sendable {
  /// The pattern as it was written.
  public var text: String

  /// What may stand in braces.
  static let words = ["folder", "name", "source", "format", "extension"]

  /// `2026/report-braille-2.brf` for `2026/report.md`.
  public static let usual = NamingPattern(unchecked: "{folder}/{name}-{format}.{extension}")

  private init(unchecked text: String) { self.text = text }

  /// Takes a pattern.
  ///
  /// - Returns: nil, with what is wrong in `fault`, when it names what there is not, could leave the
  ///   folder, or would give two formats one name.
  init?(_ text: String, fault: inout String?) {
    self.text = text
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        fault = "'{' is not closed"
        return nil
      }
      let word = String(rest[rest.index(after: open)..<close])
      guard Self.words.contains(word) else {
        fault =
          "'{\(word)}' stands for nothing; what does is \(Self.words.map { "{\($0)}" }.joined(separator: ", "))"
        return nil
      }
      rest = rest[rest.index(after: close)...]
    }
    if text.hasPrefix("/") || text.split(separator: "/").contains("..") {
      fault = "it leads out of the output folder"
    } else if !text.contains("{format}") {
      fault = "without {format} every version would have the same name"
    } else if !text.contains("{extension}") {
      fault = "it lacks {extension}"
    } else if !text.contains("{name}") && !text.contains("{source}") {
      fault = "without {name} or {source} every report would have the same name"
    } else {
      return
    }
    return nil
  }

  /// The path for one output.
  ///
  /// - Parameters:
  ///   - source: the report's path, relative to the folder all reports are in.
  ///   - format: the name of the format.
  ///   - fileExtension: the extension of its file.
  ///   - isWhole: whether `{name}` is to hold the extension of the source, because another report has
  ///     the same name without it.
  func path(source: String, format: String, fileExtension: String, isWhole: Bool) -> String {
    let folder = Path.folder(of: source)
    let whole = Path.name(of: source)
    let stem = Path.stem(of: whole)
    let values = [
      "folder": folder == "." ? "" : folder, "name": isWhole ? whole : stem, "source": whole,
      "format": format, "extension": fileExtension,
    ]
    // Values are not looked into: a report's name may hold braces itself.
    var path = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      path += rest[..<open] + (values[String(rest[rest.index(after: open)..<close])] ?? "")
      rest = rest[rest.index(after: close)...]
    }
    path += rest
    return path.split(separator: "/").joined(separator: "/")
  }
}

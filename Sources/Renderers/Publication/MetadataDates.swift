import DocumentModel

extension Metadata {
  /// The date the work is copyrighted from: what the rights say, else when it was published.
  var copyrightDate: String? {
    let years = rights?.split { !$0.isASCII || !$0.isNumber }.filter {
      $0.count == 4 && ("1000"..."2999").contains($0)
    }
    return years?.max().map { String($0) } ?? publicationDate
  }

  /// The date of publication as a year, a month or a day of ISO 8601; nil where none can be made out.
  var publicationDate: String? {
    guard let date else { return nil }
    let day = String(date.prefix(10))
    for length in [10, 7, 4] where day.count >= length && (day.count == length || length == 4) {
      let part = String(day.prefix(length))
      let pattern = "0000-00-00".prefix(length)
      let fits = zip(part, pattern).allSatisfy { $1 == "-" ? $0 == "-" : $0.isASCII && $0.isNumber }
      if fits, part.isDate { return part }
    }
    // "3 May 2024": the year is certain.
    let words = date.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }
    return words.count == 1 ? String(words[0]) : nil
  }
}

extension String {
  /// Nil for text of blanks.
  var nonBlank: String? { allSatisfy(\.isWhitespace) ? nil : self }

  /// Whether months and days are in their ranges.
  var isDate: Bool {
    let parts = split(separator: "-").map { Int($0) ?? 0 }
    return (parts.count < 2 || (1...12).contains(parts[1]))
      && (parts.count < 3 || (1...31).contains(parts[2]))
  }
}

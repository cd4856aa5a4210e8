/// A file of `Tables/words`, read.
struct WordTable {
  /// Words by their names.
  private(set) var words: [String: String] = [:]
  /// Lines that name nothing there is, or nothing new, for the test of the tables.
  private(set) var faults: [String] = []

  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields.count == 2, ProgramWords.Name(rawValue: fields[0]) != nil, !fields[1].isEmpty,
        words[fields[0]] == nil
      {
        words[fields[0]] = fields[1]
      } else {
        faults.append(String(line))
      }
    }
  }
}

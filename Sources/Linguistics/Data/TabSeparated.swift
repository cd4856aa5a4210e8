/// Rows of a file of tab-separated values, without comments and empty lines.
enum TabSeparated {
  static func rows(_ data: StaticBytes) -> [[String]] {
    var rows: [[String]] = []
    let bytes = UnsafeBufferPointer(start: data.base, count: data.count)
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      rows.append(
        line.split(separator: 0x09, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        })
    }
    return rows
  }
}

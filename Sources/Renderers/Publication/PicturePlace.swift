import DocumentModel

extension Image {
  /// Whether its address is of a file beside the document or in folders there: no scheme, and no path from
  /// the root of a disk or a web site.
  var isBesideDocument: Bool {
    let address = source.drop(while: \.isWhitespace)
    if address.hasPrefix("/") || address.hasPrefix("\\") { return false }
    // A colon before any slash ends a scheme (RFC 3986, 3 and 4.2), or the letter of a disk.
    return !address.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains(":")
  }
}

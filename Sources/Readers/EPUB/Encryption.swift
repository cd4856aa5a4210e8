import XMLTree

/// What of a publication is encrypted (EPUB 3.3, 4.2.6.3.2).
struct Encryption {
  /// The files that need a key, by folded path. Fonts made unreadable to others are not among them: nobody
  /// needs them to read.
  private(set) var locked: Set<String> = []

  private static let obfuscations: Set<String> = [
    "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC",
  ]

  init(_ xml: FlatXML) {
    guard xml.root >= 0 else { return }
    for node in xml.root..<xml.end(of: xml.root) where !xml.isText(node) && xml.local(node) == "EncryptedData"
    {
      let method =
        xml.first("EncryptionMethod", in: node).flatMap { xml.attribute("Algorithm", of: $0) } ?? ""
      guard !Self.obfuscations.contains(method), let reference = xml.first("CipherReference", in: node),
        let address = xml.attribute("URI", of: reference),
        case .file(let path, _) = PackageAddress(address, from: "")
      else { continue }
      locked.insert(path.lowercased())
    }
  }

  init() {}
}

import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Begins a player, a frame or another thing from elsewhere. The thing itself cannot be in the
  /// document, so a link to it stands in its place, before the words the page gives instead of it.
  mutating func enterEmbedded(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    let info = info(node, element)
    let source = element["src"] ?? element["data"] ?? element["code"] ?? firstSource(in: node)
    let name = element.firstWords("title", "aria-label")
    let address = source.flatMap { $0.trimmingSpace.isEmpty ? nil : safeAddress($0, at: info.range) }
    // What a page shows from the computer it is read on is no part of a report, and a way to reach
    // programs that listen there: no link leads to it.
    if let address, !Self.isOnReadersComputer(address) {
      let words = name ?? Self.fileName(address)
      append(
        .link(Link(address, [.text(Text(words, info: NodeInfo(range: info.range)))], info: info)))
      separate()
    } else {
      keepPlace(info)
      if let name {
        append(name, range: info.range)
        separate()
      }
    }
    log.report(.embeddedContent(element.name, name ?? address ?? "", at: info.range))
    appendTracks(in: node)
    // The content of a frame is text no browser shows.
    return tag != .iframe && tag != .embed
  }

  private func firstSource(in node: MarkupTree.NodeID) -> String? {
    var child = tree.firstChild(of: node)
    while child >= 0 {
      if survey.tags[Int(child)] == .source, let source = tree.attribute("src", of: child) { return source }
      child = tree.nextSibling(of: child)
    }
    return nil
  }

  /// Links to captions, descriptions and transcripts of a film or a recording.
  private mutating func appendTracks(in node: MarkupTree.NodeID) {
    var child = tree.firstChild(of: node)
    while child >= 0 {
      if survey.tags[Int(child)] == .track, let track = tree.element(child), let source = track["src"],
        let address = safeAddress(source, at: tree.range(of: child)), !Self.isOnReadersComputer(address)
      {
        let range = tree.range(of: child)
        let words = track.firstWords("label", "kind") ?? Self.fileName(address)
        append(
          .link(
            Link(address, [.text(Text(words, info: NodeInfo(range: range)))], info: NodeInfo(range: range))))
        separate()
      }
      child = tree.nextSibling(of: child)
    }
  }

  /// Whether an address names the computer it is opened on (RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291,
  /// 2.5.3).
  private static func isOnReadersComputer(_ address: String) -> Bool {
    guard let start = address.firstRange(of: "//")?.upperBound else { return false }
    var authority = address[start...].prefix { !"/?#\\".contains($0) }
    if let end = authority.lastIndex(of: "@") { authority = authority[authority.index(after: end)...] }
    if authority.hasPrefix("[") { return authority.hasPrefix("[::1]") }
    let host = authority.prefix { $0 != ":" }.lowercased()
    return host == "localhost" || host.hasSuffix(".localhost") || host == "0.0.0.0"
      || host.hasPrefix("127.") && host.allSatisfy { $0.isNumber || $0 == "." }
  }

  /// The last part of an address's path, which is the most a link without words can say.
  private static func fileName(_ address: String) -> String {
    if address.hasPrefix("data:") { return "data" }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map(String.init) ?? address
  }
}

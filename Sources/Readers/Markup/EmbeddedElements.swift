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
    if let address {
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
        let address = safeAddress(source, at: tree.range(of: child))
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

  /// The last part of an address's path, which is the most a link without words can say.
  private static func fileName(_ address: String) -> String {
    if address.hasPrefix("data:") { return "data" }
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map(String.init) ?? address
  }
}

import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// A `pic:pic`: the picture's file and what stands for it where it cannot be seen.
  func picture(_ node: FlatXML.NodeID, in part: WordPart, _ whole: DrawingProperties) -> Image {
    let range = part.range(node)
    var alternative = whole.alternative
    var title = whole.title
    // In a group each picture has words of its own.
    if let own = part.descend(node, "pic:nvPicPr", "pic:cNvPr") {
      if case .missing = alternative {
        let properties = properties(own, in: part)
        alternative = properties.alternative
        title = title ?? properties.title
      }
    }
    var source = ""
    if let blip = part.descend(node, "pic:blipFill", "a:blip") {
      let drawn = (blip..<part.xml.end(of: blip)).first { part.xml.name($0) == "asvg:svgBlip" }
        .flatMap { part.xml.attribute("r:embed", of: $0) }
      // A drawing in SVG has a PNG beside it, which every reader can show.
      let embedded = part.xml.attribute("r:embed", of: blip).flatMap { $0.isEmpty ? nil : $0 } ?? drawn
      source = file(embedded ?? part.xml.attribute("r:link", of: blip), in: part, at: range)
    }
    return Image(source, alternative: alternative, title: title, info: NodeInfo(range: range))
  }

  /// The picture of a VML shape.
  func vectorPicture(_ node: FlatXML.NodeID, in part: WordPart) -> Image? {
    let xml = part.xml
    let range = part.range(node)
    guard let id = xml.attribute("r:id", of: node) ?? xml.attribute("r:pict", of: node) else { return nil }
    let shape = xml.parent(node)
    let words = (shape >= 0 ? xml.attribute("alt", of: shape) : nil)?.collapsed ?? ""
    let title = xml.attribute("o:title", of: node)?.collapsed ?? ""
    let alternative: TextAlternative = words.isEmpty ? .missing : .text(words)
    return Image(
      file(id, in: part, at: range), alternative: alternative, title: title.isEmpty ? nil : title,
      info: NodeInfo(range: range))
  }

  /// The name of the file a relationship leads to, which is then kept with the document. Nothing outside
  /// the package is read.
  private func file(_ id: String?, in part: WordPart, at range: SourceRange?) -> String {
    guard let id, let target = part.relationships[id] else {
      log.report(.pictureNotInFile(id ?? "", at: range))
      return ""
    }
    if target.isExternal { return target.target.withoutControls }
    guard package.holds(target.target) else {
      log.report(.pictureNotInFile(target.target, at: range))
      return ""
    }
    let name = package.name(of: target.target)
    if let format = name.officePictureFormat { log.report(.officePicture(format, name, at: range)) }
    pictures[name] = target.target
    return name
  }
}

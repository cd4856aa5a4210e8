import Diagnostics
import DocumentModel
import XMLTree

extension OpenDocumentReading {
  /// A `draw:frame`: the first of what it offers that can be read (OASIS OpenDocument 1.3, part 3,
  /// 10.4.2).
  func frame(_ node: FlatXML.NodeID, in part: OpenDocumentPart, _ found: inout DrawingContent) {
    let xml = part.xml
    let range = part.range(node)
    if let name = xml.attribute("draw:name", of: node) {
      for kind in ["|graphic", "|frame", "|ole"] { bookmark(name + kind) }
    }
    var images: [FlatXML.NodeID] = []
    for child in xml.children(node) {
      switch xml.name(child) {
      case "draw:object":
        if object(child, of: node, in: part, &found) { return }
      case "draw:object-ole":
        log.report(.openDocumentObject(xml.attribute("draw:name", of: node) ?? "", at: range))
      case "draw:floating-frame", "draw:plugin", "draw:applet":
        log.report(.openDocumentObject(xml.attribute("xlink:href", of: child) ?? "", at: range))
      case "draw:text-box":
        guard depth < Self.deepest else {
          if !saidFlattened { log.report(.openDocumentFlattened(at: range)) }
          saidFlattened = true
          found.words.append(part.words(child))
          continue
        }
        depth += 1
        found.blocks += story(child, in: part).boxed(at: part.extent(child))
        depth -= 1
      case "draw:image": images.append(child)
      case "table:table": found.blocks += table(child, in: part)
      default: continue
      }
    }
    guard let image = images.first(where: { isShownByReaders($0, in: part) }) ?? images.first else { return }
    let alternative = alternative(of: node, in: part)
    let source = file(image, in: part, at: range)
    found.inlines.append(
      .image(Image(source, alternative: alternative, info: NodeInfo(range: range))))
    if let format = source.officePictureFormat, images.count == 1 {
      log.report(.openDocumentPictureFormat(format, source, at: range))
    }
  }

  private func isShownByReaders(_ image: FlatXML.NodeID, in part: OpenDocumentPart) -> Bool {
    let address = (part.xml.attribute("xlink:href", of: image) ?? "").lowercased()
    return [".png", ".jpg", ".jpeg", ".gif", ".webp"].contains(where: address.hasSuffix)
  }

  /// The name of the file of a picture, which is then kept with the document. Nothing outside the
  /// package is read.
  private func file(_ image: FlatXML.NodeID, in part: OpenDocumentPart, at range: SourceRange?) -> String {
    let xml = part.xml
    if let data = xml.child("office:binary-data", of: image) {
      guard let bytes = Base64.decode(xml.text(data)), !bytes.isEmpty else {
        log.report(.openDocumentPictureMissing("", at: range))
        return ""
      }
      let ending = Self.fileExtension(of: bytes)
      let name = "Pictures/\(ownPictures.count + 1)" + (ending.isEmpty ? "" : "." + ending)
      ownPictures.append(Resource(name: name, mediaType: "", fileExtension: ending, bytes: bytes))
      return name
    }
    let address = xml.attribute("xlink:href", of: image) ?? ""
    let path = address.hasPrefix("./") ? String(address.dropFirst(2)) : address
    if package.holds(path) {
      pictures[path] = path
      return path
    }
    if let spaced = path.removingPercentEscapes, package.holds(spaced) {
      pictures[spaced] = spaced
      return spaced
    }
    // A picture that is linked stands beside the document: one step up from inside the package.
    if address.hasPrefix("../") { return String(address.dropFirst(3)).withoutControls }
    if address.contains(":") || address.hasPrefix("/") { return address.withoutControls }
    log.report(.openDocumentPictureMissing(path, at: range))
    return ""
  }

  private static func fileExtension(of bytes: [UInt8]) -> String {
    switch sniff(bytes) {
    case .png: "png"
    case .jpeg: "jpg"
    case .gif: "gif"
    case .webP: "webp"
    case .tiff: "tif"
    case .text: String(decoding: bytes.prefix(512), as: UTF8.self).contains("<svg") ? "svg" : ""
    default:
      bytes.starts(with: [0xD7, 0xCD, 0xC6, 0x9A]) ? "wmf" : bytes.starts(with: [1, 0, 0, 0]) ? "emf" : ""
    }
  }
}

/// Bytes written as letters (RFC 4648).
enum Base64 {
  /// The bytes a text stands for, white space passed over; nil when it is no Base64.
  static func decode(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var buffer: UInt32 = 0
    var bits = 0
    for character in text.utf8 {
      let value: UInt8
      switch character {
      case 0x41...0x5A: value = character - 0x41
      case 0x61...0x7A: value = character - 0x61 + 26
      case 0x30...0x39: value = character - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D, 0x20, 0x09, 0x0A, 0x0D: continue
      default: return nil
      }
      buffer = buffer << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
        buffer &= (1 << UInt32(bits)) - 1
      }
    }
    return bytes
  }
}

extension String {
  /// The same with `%20` and the like as the characters they stand for; nil when there are none, or they
  /// are no text.
  var removingPercentEscapes: String? {
    guard contains("%") else { return nil }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

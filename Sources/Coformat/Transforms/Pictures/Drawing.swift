import DocumentModel
import XMLTree

/// An SVG drawing that can do nothing but be looked at: without scripts, without event handlers, and
/// without anything that is fetched from elsewhere (SVG 2, 2.2: the secure static mode, made true of
/// the file itself, so that it holds wherever the file goes).
struct Drawing {
  /// The drawing, written anew.
  let bytes: [UInt8]
  /// How large it says it is; nil when it does not.
  let size: PixelSize?
  /// What is not in it any more, in words, each once.
  let leftOut: [String]

  private static let namespace = "http://www.w3.org/2000/svg"

  /// Nil when the bytes are not well-formed XML with an `svg` element as its root.
  init?(_ source: [UInt8]) {
    var cleaner = Cleaner()
    do {
      try XMLEvents.read(source) { cleaner.take($0) }
    } catch {
      return nil
    }
    guard var root = cleaner.root, root.name == "svg" else { return nil }
    root.attributes.removeAll { $0.name == "xmlns" || $0.name == "xmlns:xlink" }
    root.attributes.insert(XMLAttribute("xmlns", Self.namespace), at: 0)
    root.attributes.insert(XMLAttribute("xmlns:xlink", "http://www.w3.org/1999/xlink"), at: 1)
    bytes = XMLSerializer.document(root)
    size = Self.size(of: root)
    leftOut = cleaner.leftOut
  }

  private static func size(of root: XMLElement) -> PixelSize? {
    func value(_ name: String) -> String? { root.attributes.first { $0.name == name }?.value }
    let box = value("viewBox")?.split { $0 == " " || $0 == "," }.compactMap { Double($0) } ?? []
    let width = value("width").flatMap(pixels) ?? (box.count == 4 ? box[2] : nil)
    let height = value("height").flatMap(pixels) ?? (box.count == 4 ? box[3] : nil)
    guard let width, let height, (0.5..<100_000).contains(width), (0.5..<100_000).contains(height) else {
      return nil
    }
    return PixelSize(width: Int(width.rounded()), height: Int(height.rounded()))
  }

  /// A length in CSS pixels (CSS Values 4, 6.2); nil for percentages and lengths relative to text.
  private static func pixels(_ length: String) -> Double? {
    let number = length.prefix { $0.isNumber || $0 == "." }
    let unit = length.dropFirst(number.count).filter { !$0.isWhitespace }
    guard let value = Double(number) else { return nil }
    switch unit {
    case "", "px": return value
    case "pt": return value * 96 / 72
    case "pc": return value * 16
    case "in": return value * 96
    case "cm": return value * 96 / 2.54
    case "mm": return value * 96 / 25.4
    default: return nil
    }
  }

  /// Builds the drawing out of what is met, leaving out what may not be in it.
  private struct Cleaner {
    private(set) var root: XMLElement?
    private(set) var leftOut: [String] = []
    private var open: [XMLElement] = []
    /// How many elements deep the reading is in one that is left out.
    private var outside = 0

    /// How deep elements may be nested; no drawing needs more, and what writes them recurses.
    private static let maximumDepth = 256

    private static let kept: Set<String> = ["href", "lang", "space", "title"]

    mutating func take(_ event: XMLEvent) {
      switch event {
      case .start(let name, let namespace, let attributes, _):
        if outside > 0 || leavesOut(name, namespace) { outside += 1; return }
        open.append(XMLElement(name, attributes.compactMap { kept($0) }))
      case .text(let text, _):
        guard outside == 0, let element = open.last else { return }
        if element.name == "style", Self.fetches(text) { note("style sheets that fetch"); return }
        open[open.count - 1].children.append(.text(text))
      case .end:
        if outside > 0 { outside -= 1; return }
        guard let element = open.popLast() else { return }
        if open.isEmpty {
          root = root ?? element
        } else {
          open[open.count - 1].children.append(.element(element))
        }
      }
    }

    private mutating func leavesOut(_ name: String, _ namespace: String) -> Bool {
      if open.count >= Self.maximumDepth { note("parts nested too deep"); return true }
      // What drawing programs keep for themselves shows nothing.
      guard namespace == Drawing.namespace || namespace.isEmpty else { return true }
      switch name {
      case "script": note("scripts")
      case "foreignObject": note("parts that are not SVG")
      case "iframe", "embed", "object", "audio", "video", "canvas": note("embedded media")
      default: return false
      }
      return true
    }

    private mutating func kept(_ attribute: XMLAttribute) -> XMLAttribute? {
      let name = attribute.name.lowercased()
      if name.hasPrefix("on") { note("event handlers"); return nil }
      let local = name.split(separator: ":").last.map(String.init) ?? name
      if name.contains(":") {
        guard name.hasPrefix("xlink:") || name.hasPrefix("xml:"), Self.kept.contains(local) else {
          return nil
        }
      }
      if local == "href" || local == "src" {
        guard Self.isWithin(attribute.value) else { note("addresses of other files"); return nil }
      } else if Self.fetches(attribute.value) {
        note("addresses of other files")
        return nil
      }
      return attribute
    }

    /// Whether an address leads into the drawing itself or holds a picture.
    private static func isWithin(_ address: String) -> Bool {
      let address = address.filter { !$0.isWhitespace }.lowercased()
      return address.hasPrefix("#")
        || ["png", "jpeg", "jpg", "gif", "webp"].contains { address.hasPrefix("data:image/\($0)") }
    }

    /// Whether a piece of style fetches something: `@import`, or `url()` of anything but a part of
    /// the drawing. Escapes of CSS could hide either, so a style with a backslash counts too.
    private static func fetches(_ style: String) -> Bool {
      let style = style.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      if style.contains("@import") || style.contains("javascript:") { return true }
      guard style.contains("url(") || style.contains("\\") || style.contains("image-set(") else {
        return false
      }
      if style.contains("\\") || style.contains("image-set(") { return true }
      return style.split(separator: "url(", omittingEmptySubsequences: false).dropFirst()
        .contains {
          !$0.hasPrefix("#") && !$0.hasPrefix("data:image/png") && !$0.hasPrefix("data:image/jpeg")
        }
    }

    private mutating func note(_ part: String) {
      if !leftOut.contains(part) { leftOut.append(part) }
    }
  }
}

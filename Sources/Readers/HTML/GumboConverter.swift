import CGumbo
import Diagnostics

/// Copies gumbo's tree into a `MarkupTree`, without recursion.
struct GumboConverter {
  typealias GumboPointer = UnsafeMutablePointer<GumboNode>

  /// The source and its length; gumbo's pieces of text point into it.
  let start: UnsafePointer<CChar>
  let count: Int

  private static let tagNames: [String] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map {
    gumbo_normalized_tagname(GumboTag(rawValue: $0)).map { String(cString: $0) } ?? ""
  }

  /// A copy of what `top` holds.
  func tree(of top: GumboPointer, _ range: (Int, Int) -> SourceRange?) -> MarkupTree {
    var tree = MarkupTree()
    tree.reserveCapacity(count / 24)
    var open:
      [(children: UnsafeBufferPointer<UnsafeMutableRawPointer?>, next: Int, node: MarkupTree.NodeID)] = [
        (childPointers(of: top), 0, MarkupTree.root)
      ]
    while let last = open.last {
      guard last.next < last.children.count else {
        open.removeLast()
        tree.takeRangeFromChildren(last.node)
        continue
      }
      open[open.count - 1].next += 1
      guard let raw = last.children[last.next] else { continue }
      let child = raw.assumingMemoryBound(to: GumboNode.self)
      switch child.pointee.type {
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let text = child.pointee.v.text
        guard let characters = text.text else { continue }
        let offset = Int(text.start_pos.offset)
        tree.append(
          .text(String(cString: characters)), to: last.node,
          range: range(clamped(offset), clamped(offset + text.original_text.length)))
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        let id = tree.append(
          .element(element(child)), to: last.node, range: elementRange(child).flatMap { range($0, $1) })
        open.append((childPointers(of: child), 0, id))
      default: break  // comments, and the document, which stands in no element
      }
    }
    return tree
  }

  func children(of node: GumboPointer) -> [GumboPointer] {
    childPointers(of: node).compactMap { $0?.assumingMemoryBound(to: GumboNode.self) }
  }

  func attributes(of node: GumboPointer) -> [MarkupTree.Attribute] {
    let vector = node.pointee.v.element.attributes
    guard vector.length > 0, let data = vector.data else { return [] }
    var attributes: [MarkupTree.Attribute] = []
    attributes.reserveCapacity(Int(vector.length))
    for index in 0..<Int(vector.length) {
      guard let attribute = data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee,
        let name = attribute.name, let value = attribute.value
      else { continue }
      var fullName = String(cString: name)
      if attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XML, !fullName.hasPrefix("xml:") {
        fullName = "xml:" + fullName
      }
      attributes.append(MarkupTree.Attribute(name: fullName, value: String(cString: value)))
    }
    return attributes
  }

  private func childPointers(of node: GumboPointer) -> UnsafeBufferPointer<UnsafeMutableRawPointer?> {
    let vector = node.pointee.v.element.children
    return UnsafeBufferPointer(start: vector.data, count: vector.data == nil ? 0 : Int(vector.length))
  }

  private func element(_ node: GumboPointer) -> MarkupTree.Element {
    let element = node.pointee.v.element
    let namespace: MarkupTree.Namespace =
      switch element.tag_namespace {
      case GUMBO_NAMESPACE_SVG: .svg
      case GUMBO_NAMESPACE_MATHML: .mathML
      default: .html
      }
    return MarkupTree.Element(name: name(of: element), namespace: namespace, attributes: attributes(of: node))
  }

  private func name(of element: GumboElement) -> String {
    if element.tag != GUMBO_TAG_UNKNOWN, Int(element.tag.rawValue) < Self.tagNames.count {
      return Self.tagNames[Int(element.tag.rawValue)]
    }
    var piece = element.original_tag
    guard piece.data != nil else { return "" }
    gumbo_tag_from_original_text(&piece)
    guard let data = piece.data else { return "" }
    return data.withMemoryRebound(to: UInt8.self, capacity: piece.length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: piece.length), as: UTF8.self).lowercased()
    }
  }

  /// The offsets of an element from its start tag to the end of its end tag; nil when the parser
  /// made the element up or copied it, so that only its content has a place.
  private func elementRange(_ node: GumboPointer) -> (Int, Int)? {
    let element = node.pointee.v.element
    let copied =
      GUMBO_INSERTION_RECONSTRUCTED_FORMATTING_ELEMENT.rawValue
      | GUMBO_INSERTION_ADOPTION_AGENCY_CLONED.rawValue
    guard let tag = element.original_tag.data, node.pointee.parse_flags.rawValue & copied == 0 else {
      return nil
    }
    let begin = clamped(start.distance(to: tag))
    var end = begin + element.original_tag.length
    if let endTag = element.original_end_tag.data {
      end = start.distance(to: endTag) + element.original_end_tag.length
    } else if element.end_pos.offset > 0 {
      end = max(end, Int(element.end_pos.offset))
    }
    return (begin, max(begin, clamped(end)))
  }

  private func clamped(_ offset: Int) -> Int { min(max(offset, 0), count) }
}

import Diagnostics

/// One HTML text in which raw HTML stands as the author wrote it and every piece of Markdown is an
/// element without meaning that stands for it, so that the HTML parser joins the two as a browser would
/// join them.
///
/// The elements that stand for Markdown are chosen for how the parser treats them. For a block it is an
/// element like `div`, which closes a `p` before it, and whose end tag closes whatever was left open in
/// it; for an inline one like `span`, which does neither. Names the raw HTML uses itself are avoided.
struct Skeleton {
  private(set) var bytes: [UInt8] = []
  let blockName: String
  let inlineName: String
  /// The attribute that says which node an element stands for.
  static let attribute = "x-coformat"

  /// The nodes that have an element, in order, with the one their element stands in.
  private(set) var expected: [(node: MarkupTree.NodeID, parent: MarkupTree.NodeID?)] = []
  /// Where in `bytes` each of `expected` begins.
  private(set) var offsets: [Int] = []
  /// Where in `bytes` each raw piece begins, by its place among the pieces.
  private(set) var pieceOffsets: [(piece: Int, offset: Int)] = []
  /// Nodes whose element is empty, because no raw HTML stands in what they hold.
  private(set) var leaves: Set<MarkupTree.NodeID> = []

  private let source: RawHTMLSource
  private let scanned: [RawHTMLScanner]
  private let kept: Set<Int>
  private let unclosed: UnclosedFormatting
  private var segments: [Segment] = []
  private var pieceByNode: [MarkupTree.NodeID: Int] = [:]

  /// A stretch of the bytes that came from one place.
  private struct Segment {
    var start: Int
    /// The raw HTML it is a copy of, and from where in it on; nil for what stands for Markdown.
    var piece: (index: Int, offset: Int)?
    var range: SourceRange?
  }

  /// Elements nested deeper than this are not stood for; what they hold goes to what is around them.
  /// The builder keeps 256 levels, and says so.
  private static let maximumDepth = 400

  /// Makes the skeleton of a converted document.
  ///
  /// - Parameter kept: The raw pieces that are to stay text, by their place among the pieces.
  init(
    _ source: RawHTMLSource, scanned: [RawHTMLScanner], unclosed: UnclosedFormatting,
    keeping kept: Set<Int>
  ) {
    self.source = source
    self.scanned = scanned
    self.kept = kept
    self.unclosed = unclosed
    blockName = Self.unusedName(of: ["dir", "hgroup", "menu", "center"], in: source.rawPieces)
    inlineName = Self.unusedName(
      of: ["acronym", "bdo", "samp", "dfn", "var", "kbd"], in: source.rawPieces)
    for (index, piece) in source.rawPieces.enumerated() { pieceByNode[piece.node] = index }
    write()
  }

  private static func unusedName(of names: [String], in pieces: [RawPiece]) -> String {
    names.first { name in
      let name = Array(name.utf8)
      return !pieces.contains { piece in
        piece.bytes.indices.contains { index in
          piece.bytes[index] == ASCII.less
            && (piece.bytes[(index + 1)...].starts(with: name, by: sameLetter)
              || piece.bytes[(index + 1)...].starts(with: [ASCII.slash] + name, by: sameLetter))
        }
      }
    } ?? names[0]
  }

  private static func sameLetter(_ left: UInt8, _ right: UInt8) -> Bool {
    ASCII.lowercased(left) == right
  }

  // MARK: Writing

  private mutating func write() {
    let tree = source.tree
    var holdsRaw = [Bool](repeating: false, count: tree.nodes.count)
    for (index, piece) in source.rawPieces.enumerated() where !kept.contains(index) {
      var node = piece.node
      while node > MarkupTree.root, !holdsRaw[Int(node)] {
        holdsRaw[Int(node)] = true
        node = tree.parent(of: node)
      }
    }
    var open: [MarkupTree.NodeID] = []
    // The formatting to end with each block of `open`.
    var endings: [MarkupTree.NodeID: [String]] = [:]
    var node = tree.firstChild(of: MarkupTree.root)
    guard node >= 0 else { return }
    while true {
      if let piece = pieceByNode[node], !kept.contains(piece) {
        writePiece(piece)
        if let name = unclosed.names[piece], let block = open.last(where: isBlock) {
          endings[block, default: []].append(name)
        }
      } else if case .text(let string) = tree[node].content, string.allSatisfy(\.isWhitespace) {
        begin(nil, range: tree.range(of: node))
        bytes.append(contentsOf: string.utf8)
      } else if holdsRaw[Int(node)], tree.firstChild(of: node) >= 0 {
        if open.count < Self.maximumDepth {
          writeTag(node, parent: open.last, isEnd: false)
          open.append(node)
        }
        node = tree.firstChild(of: node)
        continue
      } else {
        leaves.insert(node)
        writeTag(node, parent: open.last, isEnd: false)
        writeTag(node, parent: nil, isEnd: true)
      }
      while tree.nextSibling(of: node) < 0 {
        node = tree.parent(of: node)
        guard node > MarkupTree.root else { return }
        if open.last == node {
          for name in endings.removeValue(forKey: node)?.reversed() ?? [] {
            begin(nil, range: tree.range(of: node))
            bytes.append(contentsOf: "</\(name)>".utf8)
          }
          writeTag(node, parent: nil, isEnd: true)
          open.removeLast()
        }
      }
      node = tree.nextSibling(of: node)
    }
  }

  private mutating func begin(_ piece: (Int, Int)?, range: SourceRange?) {
    segments.append(Segment(start: bytes.count, piece: piece, range: range))
  }

  private mutating func writeTag(_ node: MarkupTree.NodeID, parent: MarkupTree.NodeID?, isEnd: Bool) {
    begin(nil, range: source.tree.range(of: node))
    let name = isBlock(node) ? blockName : inlineName
    if isEnd {
      bytes.append(contentsOf: "</\(name)>".utf8)
    } else {
      expected.append((node, parent))
      offsets.append(bytes.count)
      bytes.append(contentsOf: "<\(name) \(Self.attribute)=\(node)>".utf8)
    }
  }

  private func isBlock(_ node: MarkupTree.NodeID) -> Bool {
    if let piece = pieceByNode[node] { return source.rawPieces[piece].isBlock }
    guard case .element(let element) = source.tree[node].content else { return false }
    if element.name == "coformat-tex" {
      return element["display"] == "block" && isBlockContainer(source.tree.parent(of: node))
    }
    return Tag(named: element.name).isBlock
  }

  private func isBlockContainer(_ node: MarkupTree.NodeID) -> Bool {
    guard let name = source.tree.element(node)?.name else { return false }
    return ["body", "blockquote", "li", "div"].contains(name)
  }

  private mutating func writePiece(_ index: Int) {
    let piece = source.rawPieces[index]
    pieceOffsets.append((index, bytes.count))
    for part in scanned[index].parts {
      switch part {
      case .markup(let range):
        begin((index, range.lowerBound), range: nil)
        bytes.append(contentsOf: piece.bytes[range])
      case .text(let range):
        begin(nil, range: source.range(of: range, in: piece))
        for byte in piece.bytes[range] {
          switch byte {
          case ASCII.less: bytes.append(contentsOf: "&lt;".utf8)
          case ASCII.ampersand: bytes.append(contentsOf: "&amp;".utf8)
          default: bytes.append(byte)
          }
        }
      case .pageMark(let page, let range):
        begin(nil, range: source.range(of: range, in: piece))
        bytes.append(
          contentsOf: "<span role=doc-pagebreak aria-label=\"\(page.number)\"></span>".utf8)
      case .instruction: break
      }
    }
  }

  // MARK: Reading positions back

  /// The source range of a stretch of the skeleton.
  func range(_ start: Int, _ end: Int) -> SourceRange? {
    guard let first = position(start), let last = position(max(start, end - 1)) else { return nil }
    return first.union(last)
  }

  private func position(_ offset: Int) -> SourceRange? {
    var low = 0
    var high = segments.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    guard low < segments.count else { return nil }
    guard let piece = segments[low].piece else { return segments[low].range }
    let raw = source.rawPieces[piece.index]
    let within = piece.offset + offset - segments[low].start
    guard within < raw.bytes.count else { return nil }
    return source.range(of: within..<within + 1, in: raw)
  }
}

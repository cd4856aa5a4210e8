import Diagnostics

/// Joins raw HTML with the Markdown around and inside it.
///
/// All of it is parsed as one HTML text (`Skeleton`), so that a `<div>` opened in one place and closed in
/// another holds what stands between. Nothing is taken on trust: afterwards every piece of Markdown must
/// be there once, in its order, and in nothing but what it was in. Where raw HTML breaks that (a table
/// that throws its content out, a `<select>` that drops it), the piece at fault is kept as text, and said.
struct RawHTMLJoin {
  private let source: RawHTMLSource
  private let scanned: [RawHTMLScanner]
  private let unclosed: UnclosedFormatting
  /// Pieces that stay text, with why.
  private var kept: [Int: String] = [:]

  /// How often single pieces are made text before all pieces so far are.
  private static let singleAttempts = 8

  /// The document's tree, raw HTML joined in.
  static func tree(of source: RawHTMLSource, log: inout DiagnosticLog) -> MarkupTree {
    guard !source.rawPieces.isEmpty else { return source.tree }
    var join = RawHTMLJoin(source)
    let tree = join.joined(log: &log)
    join.report(to: &log)
    return tree
  }

  private init(_ source: RawHTMLSource) {
    self.source = source
    scanned = source.rawPieces.map { RawHTMLScanner($0.bytes) }
    unclosed = UnclosedFormatting(in: source.rawPieces)
    for (index, scan) in scanned.enumerated() {
      if let what = scan.swallows { kept[index] = "it leaves \(what) open" }
    }
  }

  private mutating func joined(log: inout DiagnosticLog) -> MarkupTree {
    var attempt = 0
    while kept.count < scanned.count {
      let skeleton = Skeleton(
        source, scanned: scanned, unclosed: unclosed, keeping: Set(kept.keys))
      var parserLog = DiagnosticLog()
      let parse: GumboParse
      do throws(ConversionFailure) {
        parse = try GumboParse(skeleton.bytes, as: .fragment, log: &parserLog, range: skeleton.range)
      } catch {
        keepAll("the HTML is too tangled: \(error.diagnostic.message)")
        break
      }
      guard let fault = firstFault(parse.body, skeleton) else {
        log.append(contentsOf: parserLog)
        return resolved(parse.body, skeleton)
      }
      attempt += 1
      keepPieces(before: fault, skeleton, isLastResort: attempt > Self.singleAttempts)
    }
    return resolved(source.tree, nil)
  }

  // MARK: Checking

  /// The offset in the skeleton of the first piece of Markdown that is not where it belongs; nil when
  /// all are.
  private func firstFault(_ tree: MarkupTree, _ skeleton: Skeleton) -> Int? {
    var found = 0
    var node = MarkupTree.root
    while let next = tree.successor(of: node, within: MarkupTree.root) {
      node = next
      guard let id = Self.standsFor(tree, node, skeleton) else { continue }
      guard found < skeleton.expected.count else { return skeleton.bytes.count }
      let expected = skeleton.expected[found]
      guard id == expected.node, !isInPicture(node, standingFor: id, in: tree),
        mayStand(in: holder(of: node, in: tree, skeleton), ratherThanIn: expected.parent)
      else { return skeleton.offsets[found] }
      found += 1
    }
    return found < skeleton.expected.count ? skeleton.offsets[found] : nil
  }

  /// Whether Markdown has come to stand in SVG, or Markdown other than text in MathML: the document
  /// has no place for it there.
  private func isInPicture(
    _ node: MarkupTree.NodeID, standingFor id: MarkupTree.NodeID, in tree: MarkupTree
  ) -> Bool {
    switch tree.element(tree.parent(of: node))?.namespace {
    case .svg: return true
    case .mathML:
      if case .text = source.tree[id].content { return false }
      return true
    case .html, nil: return false
    }
  }

  /// The Markdown node an element of the joined tree stands for.
  private static func standsFor(
    _ tree: MarkupTree, _ node: MarkupTree.NodeID, _ skeleton: Skeleton
  ) -> MarkupTree.NodeID? {
    guard case .element(let element) = tree[node].content,
      element.name == skeleton.blockName || element.name == skeleton.inlineName,
      let value = element[Skeleton.attribute]
    else { return nil }
    return MarkupTree.NodeID(value)
  }

  private func holder(
    of node: MarkupTree.NodeID, in tree: MarkupTree, _ skeleton: Skeleton
  ) -> MarkupTree.NodeID? {
    var ancestor = tree.parent(of: node)
    while ancestor > MarkupTree.root {
      if let id = Self.standsFor(tree, ancestor, skeleton) { return id }
      ancestor = tree.parent(of: ancestor)
    }
    return nil
  }

  /// A node may stand where it stood, or further out (an end tag can close a paragraph early), but not in
  /// what it never was in.
  private func mayStand(
    in holder: MarkupTree.NodeID?, ratherThanIn expected: MarkupTree.NodeID?
  ) -> Bool {
    guard let holder else { return true }
    var node = expected ?? MarkupTree.root
    while node > MarkupTree.root {
      if node == holder { return true }
      node = source.tree.parent(of: node)
    }
    return false
  }

  private mutating func keepPieces(before offset: Int, _ skeleton: Skeleton, isLastResort: Bool) {
    let reason = "it would drop or move the text after it"
    let before = skeleton.pieceOffsets.filter { $0.offset < offset }
    if isLastResort || before.isEmpty {
      for piece in before.isEmpty ? skeleton.pieceOffsets : before { kept[piece.piece] = reason }
    } else if let last = before.last {
      kept[last.piece] = reason
    }
  }

  private mutating func keepAll(_ reason: String) {
    for index in scanned.indices where kept[index] == nil { kept[index] = reason }
  }

  // MARK: Putting the Markdown back

  /// The joined tree with the Markdown in the places that stand for it; without a skeleton, the
  /// Markdown's own tree with all raw HTML as text.
  private func resolved(_ joined: MarkupTree, _ skeleton: Skeleton?) -> MarkupTree {
    var result = MarkupTree()
    result.reserveCapacity(source.tree.nodes.count)
    let textNodes = Dictionary(
      uniqueKeysWithValues: source.rawPieces.indices.map { (source.rawPieces[$0].node, $0) })
    var places: [(from: MarkupTree.NodeID, to: MarkupTree.NodeID)] = [(MarkupTree.root, MarkupTree.root)]
    var node = MarkupTree.root
    while let next = joined.successor(of: node, within: MarkupTree.root) {
      node = next
      while let last = places.last, last.from != joined.parent(of: node) { places.removeLast() }
      let parent = places.last?.to ?? MarkupTree.root
      if let skeleton, let id = Self.standsFor(joined, node, skeleton) {
        if skeleton.leaves.contains(id) {
          copy(id, to: parent, of: &result, textNodes)
        } else {
          let copied = result.append(source.tree[id].content, to: parent, range: source.tree.range(of: id))
          places.append((node, copied))
        }
      } else if skeleton == nil, let piece = textNodes[node] {
        appendText(of: piece, to: parent, of: &result)
      } else {
        let copied = result.append(joined[node].content, to: parent, range: joined.range(of: node))
        places.append((node, copied))
      }
    }
    return result
  }

  /// Copies a node of the Markdown's tree with all it holds.
  private func copy(
    _ top: MarkupTree.NodeID, to parent: MarkupTree.NodeID, of result: inout MarkupTree,
    _ textNodes: [MarkupTree.NodeID: Int]
  ) {
    if let piece = textNodes[top] {
      appendText(of: piece, to: parent, of: &result)
      return
    }
    let tree = source.tree
    var places = [
      (from: top, to: result.append(tree[top].content, to: parent, range: tree.range(of: top)))
    ]
    var node = top
    while let next = tree.successor(of: node, within: top) {
      node = next
      while let last = places.last, last.from != tree.parent(of: node) { places.removeLast() }
      guard let place = places.last else { return }
      if let piece = textNodes[node] {
        appendText(of: piece, to: place.to, of: &result)
      } else {
        places.append((node, result.append(tree[node].content, to: place.to, range: tree.range(of: node))))
      }
    }
  }

  private func appendText(of piece: Int, to parent: MarkupTree.NodeID, of result: inout MarkupTree) {
    let raw = source.rawPieces[piece]
    let range = source.tree.range(of: raw.node)
    let holder =
      raw.isBlock
      ? result.append(.element(MarkupTree.Element(name: "p")), to: parent, range: range) : parent
    result.append(.text(String(decoding: raw.bytes, as: UTF8.self)), to: holder, range: range)
  }

  // MARK: Saying so

  private func report(to log: inout DiagnosticLog) {
    for (index, reason) in kept.sorted(by: { $0.key < $1.key }) {
      let piece = source.rawPieces[index]
      log.report(
        .keptAsText(
          String(decoding: piece.bytes.prefix(200), as: UTF8.self), reason,
          at: source.tree.range(of: piece.node)))
    }
    for (index, name) in unclosed.names.sorted(by: { $0.key < $1.key }) where kept[index] == nil {
      log.report(.formattingNotClosed(name, at: source.tree.range(of: source.rawPieces[index].node)))
    }
    for (index, scan) in scanned.enumerated() where kept[index] == nil {
      for part in scan.parts {
        guard case .instruction(let range) = part else { continue }
        let piece = source.rawPieces[index]
        log.report(
          .instructionLeftOut(
            String(decoding: piece.bytes[range].prefix(200), as: UTF8.self),
            at: source.tree.range(of: piece.node)))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func keptAsText(_ html: String, _ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MD-004", .warning, "the HTML \(quoted(html)) is kept as text, because \(reason)",
      hint: "close what it opens, or write &lt; for a < that is text", at: range)
  }

  fileprivate static func instructionLeftOut(_ html: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "MD-005", .note, "\(quoted(html)) is an instruction to another program and is left out", at: range)
  }
}

import Diagnostics
import DocumentModel
import XMLTree

extension WordReading {
  /// Visits what stands in a paragraph, in order and without recursion through what only wraps it.
  ///
  /// - Parameter isWhole: whether the element itself is visited too, not only what it holds.
  func inlines(from top: FlatXML.NodeID, isWhole: Bool, _ context: inout ParagraphContext) {
    let xml = context.part.xml
    var node = isWhole ? top : xml.firstChild(top)
    while node >= 0 {
      if enter(node, &context) {
        if xml.firstChild(node) >= 0 {
          node = xml.firstChild(node)
          continue
        }
        leave(node, &context)
      }
      if node == top { return }
      while xml.next(node) < 0 {
        node = xml.parent(node)
        if node == top {
          if isWhole { leave(node, &context) }
          return
        }
        leave(node, &context)
      }
      node = xml.next(node)
    }
  }

  /// Takes note of a node in a paragraph; returns whether what it holds is to be visited.
  private func enter(_ node: FlatXML.NodeID, _ context: inout ParagraphContext) -> Bool {
    let xml = context.part.xml
    let name = xml.name(node)
    switch name {
    case "w:r":
      run(node, &context)
      return false
    case "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr", "w:fldData", "w:rPr", "":
      return false
    case "w:hyperlink":
      hyperlinks.append(link(of: node, in: context.part))
      return true
    case "w:fldSimple":
      var field = Field(instruction: xml.attribute("w:instr", of: node) ?? "")
      begin(&field, at: context.part.range(node), &context)
      fields.append(field)
      return true
    case "w:ins", "w:moveTo":
      revisions.insertions += name == "w:ins" ? 1 : 0
      guard isKept(revision: name) else { return false }
      if options.changes == .show { context.inserted += 1 }
      return true
    case "w:del", "w:moveFrom":
      revisions.deletions += name == "w:del" ? 1 : 0
      guard isKept(revision: name) else { return false }
      if options.changes == .show { context.deleted += 1 }
      return true
    case "mc:Choice", "mc:Fallback": return isChosen(node, in: context.part)
    case "w:bookmarkStart":
      bookmark(node, in: context.part)
      return false
    case "m:oMath":
      for formula in formulas(node, in: context.part) {
        let range = context.part.range(node)
        pages.write()
        context.pieces.append(
          piece(
            .inline(.mathematics(InlineMathematics(formula, info: NodeInfo(range: range)))), context, range))
      }
      return false
    case "m:oMathPara":
      displayed(node, &context)
      return false
    case "w:subDoc":
      let id = xml.attribute("r:id", of: node) ?? ""
      log.report(
        .subdocumentLeftOut(context.part.relationships[id]?.target ?? id, at: context.part.range(node)))
      return false
    case "w:contentPart":
      log.report(.inkLeftOut(at: context.part.range(node)))
      return false
    default: return true
    }
  }

  private func leave(_ node: FlatXML.NodeID, _ context: inout ParagraphContext) {
    switch context.part.xml.name(node) {
    case "w:hyperlink": _ = hyperlinks.popLast()
    case "w:fldSimple": endField(at: context.part.range(node), &context)
    case "w:ins", "w:moveTo": if context.inserted > 0 { context.inserted -= 1 }
    case "w:del", "w:moveFrom": if context.deleted > 0 { context.deleted -= 1 }
    default: break
    }
  }

  /// A piece with the link and the revision marks of its place.
  func piece(
    _ content: Piece.Content, _ context: ParagraphContext, _ range: SourceRange?
  ) -> Piece {
    var piece = Piece(content: content, range: range)
    piece.link = hyperlinks.last ?? fields.last { $0.isResult && $0.link > 0 }?.link ?? 0
    if context.inserted > 0 { piece.marks.insert(.inserted) }
    if context.deleted > 0 { piece.marks.insert(.deleted) }
    return piece
  }

  /// A formula on lines of its own, or several that stand together: it parts the paragraph if there
  /// is other text in it.
  private func displayed(_ node: FlatXML.NodeID, _ context: inout ParagraphContext) {
    let range = context.part.range(node)
    pages.write()
    for formula in formulas(node, in: context.part) {
      let block = Block.mathematics(MathematicsBlock(formula, info: NodeInfo(range: range)))
      context.pieces.append(Piece(content: .block(block), range: range))
    }
  }

  // MARK: - Links

  /// The number of what a `w:hyperlink` leads to.
  private func link(of node: FlatXML.NodeID, in part: WordPart) -> Int {
    let xml = part.xml
    let anchor = xml.attribute("w:anchor", of: node)
    if let id = xml.attribute("r:id", of: node), let target = part.relationships[id] {
      if !target.isExternal || target.target.hasPrefix("#"), let anchor { return add(.bookmark(anchor)) }
      let address = anchor.map { target.target + "#" + $0 } ?? target.target
      return external(address, title: xml.attribute("w:tooltip", of: node), at: part.range(node))
    }
    return anchor.map { add(.bookmark($0)) } ?? 0
  }

  func add(_ link: LinkTarget) -> Int {
    links.append(link)
    return links.count - 1
  }

  /// The number of an address outside, if it is one to follow.
  func external(_ address: String, title: String?, at range: SourceRange?) -> Int {
    if address.hasPrefix("#") {
      let name = String(address.dropFirst())
      referenced.insert(name)
      return name.isEmpty ? 0 : add(.bookmark(name))
    }
    guard !address.isActiveAddress else {
      log.report(.wordActiveAddress(address, at: range))
      return 0
    }
    let clean = String(address.trimmingSpace).withoutControls
    return clean.isEmpty ? 0 : add(.external(clean, title: title?.isEmpty == false ? title : nil))
  }
}

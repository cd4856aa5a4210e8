import Diagnostics
import DocumentModel

extension DocumentBuilder {
  /// Begins preformatted text. Text and its colouring make a block of code; where it holds what code
  /// has no place for (a note, a picture, blocks), it is read as paragraphs that keep their lines.
  mutating func enterPreformatted(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) -> Bool {
    guard isCode(node) else {
      push(.division(role: nil), node: node, info: info(node, element))
      whiteSpace.append((node, true))
      return true
    }
    var info = info(node, element)
    var language = element.programmingLanguage
    var bytes: [UInt8] = []
    var current = tree.successor(of: node, within: node)
    while let inner = current {
      switch tree.nodes[Int(inner)].content {
      case .text(let string): appendCode(string, to: &bytes, range: tree.range(of: inner))
      case .element(let part):
        if survey.tags[Int(inner)] == .br { bytes.append(0x0A) }
        if part.name == "code" {
          language = language ?? part.programmingLanguage
          if info.id == nil { info.id = self.info(inner, part).id }
        }
        if survey.tags[Int(inner)].isNeverShown || survey.traits[Int(inner)].contains(.leftOut) {
          current = tree.following(inner, within: node)
          continue
        }
        if survey.traits[Int(inner)].contains(.hidden) {
          log.report(
            .hiddenLeftOut(
              tree.words(of: inner), count: tree.words(of: inner).split(separator: " ").count,
              at: tree.range(of: inner)))
          current = tree.following(inner, within: node)
          continue
        }
      }
      current = tree.successor(of: inner, within: node)
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    guard !bytes.isEmpty else {
      keepPlace(info)
      return false
    }
    append(
      .code(CodeBlock(String(decoding: bytes, as: UTF8.self), programmingLanguage: language, info: info)))
    return false
  }

  private mutating func appendCode(_ string: String, to bytes: inout [UInt8], range: SourceRange?) {
    var previous: UInt8 = 0
    for byte in string.utf8 {
      if byte < 0x20, byte != 0x0A, byte != 0x09 {
        // A carriage return is part of a line end the source's reader has already made one of.
        if byte != 0x0D { noteRemovedControl(at: range) }
      } else if byte == 0x7F {
        noteRemovedControl(at: range)
      } else if previous == 0xC2, byte < 0xA0 {
        bytes.removeLast()
        noteRemovedControl(at: range)
      } else {
        bytes.append(byte)
      }
      previous = byte
    }
  }

  private mutating func noteRemovedControl(at range: SourceRange?) {
    removedControls += 1
    if firstRemovedControl == nil { firstRemovedControl = range }
  }

  /// Whether preformatted text holds nothing but characters and their marking.
  private func isCode(_ node: MarkupTree.NodeID) -> Bool {
    var current = tree.successor(of: node, within: node)
    while let inner = current {
      let tag = survey.tags[Int(inner)]
      if tag.isBlock || tag == .img || tag == .svg || tag == .math || tag.standsApart { return false }
      if tag == .tex, options.teXElements == .honoured { return false }
      if !survey.traits[Int(inner)].isDisjoint(with: [.noteReference, .note, .pageBreak]) { return false }
      current = tree.successor(of: inner, within: node)
    }
    return true
  }
}

extension MarkupTree.Element {
  /// The programming language of a class such as `language-swift` or `lang-swift`.
  fileprivate var programmingLanguage: String? {
    for name in self["class"]?.split(whereSeparator: \.isWhitespace) ?? [] {
      for prefix in ["language-", "lang-", "highlight-source-"]
      where name.hasPrefix(prefix) && name.count > prefix.count {
        return String(name.dropFirst(prefix.count)).withoutControls
      }
    }
    return nil
  }
}

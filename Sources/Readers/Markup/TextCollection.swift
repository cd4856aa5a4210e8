import Diagnostics
import DocumentModel

// Characters on their way into the model: white space collapses as CSS Text 3, section 4.1.1 says,
// across the boundaries of inline elements; control characters never get through.

extension DocumentBuilder {
  /// Adds characters of the source at the current place.
  mutating func append(_ string: String, range: SourceRange?) {
    var string = string
    let keeps = whiteSpace.last?.isKept ?? false
    string.withUTF8 { bytes in
      if keeps {
        appendKeepingSpace(bytes, range)
      } else {
        appendCollapsing(bytes, range)
      }
    }
  }

  private mutating func appendCollapsing(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange?) {
    guard !frames.isEmpty else { return }
    var index = 0
    var space = frames[frames.count - 1].endsInSpace || frames[frames.count - 1].breakWaits
    if space {
      while index < bytes.count, bytes[index].isCollapsible { index += 1 }
    }
    guard index < bytes.count else { return }
    prepareForContent(range, shows: false)
    noteText(range)
    var shows = false
    var runStart = index
    func run(to end: Int) -> UnsafeBufferPointer<UInt8> { .init(rebasing: bytes[runStart..<end]) }
    while index < bytes.count {
      let byte = bytes[index]
      if byte > 0x20, byte != 0x7F, byte != 0xC2 {
        space = false
        shows = true
        index += 1
      } else if byte == 0x20, !space {
        space = true
        index += 1
      } else if byte.isCollapsible {
        buffer.append(contentsOf: run(to: index))
        if !space { buffer.append(0x20) }
        space = true
        index += 1
        runStart = index
      } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] >= 0xA0 {
        space = false
        // A no-break space alone is how web pages write an empty paragraph.
        if bytes[index + 1] != 0xA0 { shows = true }
        index += 2
      } else {
        buffer.append(contentsOf: run(to: index))
        index += byte == 0xC2 ? 2 : 1
        runStart = min(index, bytes.count)
        removedControl(at: range)
      }
    }
    buffer.append(contentsOf: run(to: bytes.count))
    frames[frames.count - 1].endsInSpace = space
    if shows { frames[frames.count - 1].hasContent = true }
  }

  /// Adds text whose spaces count. A line end becomes a line break, or a space in code.
  private mutating func appendKeepingSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange?) {
    guard !bytes.isEmpty, !frames.isEmpty else { return }
    prepareForContent(range, shows: true)
    noteText(range)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0A where codeDepth == 0:
        flushText()
        levels[levels.count - 1].append(.lineBreak(LineBreak(info: NodeInfo(range: range))))
        noteText(range)
      case 0x09, 0x0A, 0x0C, 0x0D: buffer.append(0x20)
      case 0..<0x20, 0x7F: removedControl(at: range)
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] < 0xA0:
        removedControl(at: range)
        index += 1
      default: buffer.append(byte)
      }
      index += 1
    }
    frames[frames.count - 1].endsInSpace = false
  }

  private mutating func noteText(_ range: SourceRange?) {
    bufferRange = bufferRange.joined(range)
    frames[frames.count - 1].contentRange = frames[frames.count - 1].contentRange.joined(range)
  }

  private mutating func removedControl(at range: SourceRange?) {
    removedControls += 1
    if firstRemovedControl == nil { firstRemovedControl = range }
  }

  /// Makes a node of the text collected so far.
  mutating func flushText() {
    guard !buffer.isEmpty else { return }
    let string = String(decoding: buffer, as: UTF8.self)
    let info = NodeInfo(range: bufferRange)
    buffer.removeAll(keepingCapacity: true)
    bufferRange = nil
    levels[levels.count - 1].append(
      codeDepth > 0 ? .code(InlineCode(string, info: info)) : .text(Text(string, info: info)))
  }

  /// Puts a space at the current place unless there is one, because print sets what comes next
  /// apart from what came before.
  mutating func separate() {
    guard let frame = frames.last, frame.hasContent, !frame.endsInSpace else { return }
    buffer.append(0x20)
    frames[frames.count - 1].endsInSpace = true
  }

  /// Takes the space off the end of the open paragraph.
  mutating func trimSpace() {
    guard let frame = frames.last, frame.endsInSpace else { return }
    if let last = buffer.last {
      if last == 0x20 { buffer.removeLast() }
      if !buffer.isEmpty { return }
      bufferRange = nil
    }
    var level = levels.count - 1
    while level >= frame.levelBase {
      if !levels[level].isEmpty {
        levels[level].trimTrailingSpace()
        return
      }
      level -= 1
    }
  }
}

extension [Inline] {
  /// Takes one space off the end of the last text, and away what is then empty.
  mutating func trimTrailingSpace() {
    guard let last else { return }
    switch last {
    case .text(var node):
      guard node.string.utf8.last == 0x20 else { return }
      node.string.removeLast()
      replaceLast(with: node.string.isEmpty ? nil : .text(node))
    case .code(var node):
      guard node.text.utf8.last == 0x20 else { return }
      node.text.removeLast()
      replaceLast(with: node.text.isEmpty ? nil : .code(node))
    case .styled(var node):
      node.inlines.trimTrailingSpace()
      replaceLast(with: node.inlines.isEmpty && node.info.id == nil ? nil : .styled(node))
    case .span(var node):
      let wasAnchor = node.inlines.isEmpty
      node.inlines.trimTrailingSpace()
      replaceLast(with: node.inlines.isEmpty && !wasAnchor && node.info.id == nil ? nil : .span(node))
    case .link(var node):
      node.inlines.trimTrailingSpace()
      replaceLast(with: .link(node))
    case .crossReference(var node):
      node.inlines.trimTrailingSpace()
      replaceLast(with: .crossReference(node))
    case .abbreviation(var node):
      node.inlines.trimTrailingSpace()
      replaceLast(with: .abbreviation(node))
    case .noteReference, .image, .mathematics, .lineBreak, .pageBreak:
      break
    }
  }

  private mutating func replaceLast(with inline: Inline?) {
    if let inline { self[count - 1] = inline } else { removeLast() }
  }
}

extension UInt8 {
  /// White space that CSS collapses.
  var isCollapsible: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D || self == 0x0C }
}

extension SourceRange? {
  /// The range that holds both.
  func joined(_ other: SourceRange?) -> SourceRange? {
    guard let self else { return other }
    guard let other else { return self }
    return self.union(other)
  }
}

import DocumentModel

extension DocumentBuilder {
  /// Turns the cross references whose target is not in the model after all (it is hidden, or in a
  /// part of the page left out) into links.
  func settleCrossReferences(in document: inout Document) {
    let missing = crossReferences.subtracting(usedIDs)
    guard !missing.isEmpty else { return }
    var unlinking = Unlinking(missing: missing)
    document = unlinking.rewrite(document)
  }

  /// Leaves the notes in the order the source holds them.
  func orderNotes(in document: inout Document) {
    let isOrdered = zip(document.notes, document.notes.dropFirst()).allSatisfy {
      guard let left = $0.info.range, let right = $1.info.range else { return true }
      return (left.part, left.start) <= (right.part, right.start)
    }
    guard !isOrdered else { return }
    // A note in a note ends before the one around it.
    document.notes.sort { left, right in
      guard let first = left.info.range, let second = right.info.range else { return false }
      return (first.part, first.start) < (second.part, second.start)
    }
  }
}

/// Makes links of cross references that lead nowhere.
private struct Unlinking: Rewriter {
  let missing: Set<String>

  mutating func replacement(for inline: Inline) -> Inline {
    guard case .crossReference(let node) = inline, missing.contains(node.target) else { return inline }
    return .link(Link("#" + node.target, node.inlines, info: node.info))
  }
}

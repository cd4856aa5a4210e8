import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

/// A heading as contents list it.
struct ListedHeading {
  /// The name of the place it stands at.
  var anchor: String
  var level: Int
  var inlines: [Inline]
  var language: Language?
}

extension Composer {
  /// Names the place a block came to stand at, if contents or references may lead there: the first
  /// text that was added to the flow since `start`.
  mutating func placeAnchor(of block: Block, from start: Int) {
    if case .heading(let heading) = block {
      let id = heading.info.id ?? " heading \(headings.count)"
      let title = heading.inlines.plainText
      waitingAnchors.append(Anchor(id: id, kind: .heading(level: heading.level, title: title)))
      headings.append(
        ListedHeading(anchor: id, level: heading.level, inlines: heading.inlines, language: context.language))
    } else if let id = block.info.id, survey.targets.contains(id) {
      waitingAnchors.append(Anchor(id: id))
    }
    settleAnchors(from: start)
  }

  /// Names the place of a heading of the program's own words.
  mutating func placeAnchor(ofHeading words: String, id: String, from start: Int) {
    waitingAnchors.append(Anchor(id: id, kind: .heading(level: 1, title: words)))
    headings.append(ListedHeading(anchor: id, level: 1, inlines: [.text(Text(words))], language: nil))
    settleAnchors(from: start)
  }

  /// Gives the names that wait to the first text since `start`; where there is none, they wait for
  /// the next.
  private mutating func settleAnchors(from start: Int) {
    guard !waitingAnchors.isEmpty else { return }
    for index in flow.indices[start...] {
      guard case .text(var block) = flow[index] else { continue }
      block.anchors.insert(contentsOf: waitingAnchors.map { TextAnchor($0) }, at: 0)
      flow[index] = .text(block)
      waitingAnchors = []
      return
    }
  }
}

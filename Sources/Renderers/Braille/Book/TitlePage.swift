import BrailleLayout
import BrailleTranslation
import Diagnostics
import DocumentModel

extension Composition {
  /// The title page of a volume: what the source says of itself, and what braille this is. Groups of
  /// centred lines with a blank line between them.
  mutating func titlePage(
    ofVolume number: Int, _ pages: BraillePages
  ) throws(ConversionFailure) -> [FlowItem] {
    let metadata = document.metadata
    let volumes = pages.volumes.count
    var groups: [[OwnPhrase]] = []
    let said: [[String?]] = [
      [metadata.title ?? document.titleHeading, metadata.subtitle], metadata.authors,
      [metadata.publisher, metadata.date],
    ]
    for lines in said {
      groups.append(lines.compactMap { $0.map { composer.documentsOwn($0, metadata.language) } })
    }
    groups.append([composer.ownEnglish(codeWords)])
    let own = pages.volumes[number - 1].pages.count
    if volumes > 1 {
      groups.append([
        composer.own(.volumeOfVolumes, ["volume": "\(number)", "volumes": "\(volumes)"]), pageWords(own),
      ])
    } else {
      groups.append([pageWords(own)])
    }
    if let contact = metadata.contact { groups.append([composer.own(.contact, ["contact": contact])]) }
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      for group in groups {
        for (index, line) in group.enumerated() {
          try composer.addFrontText(
            line, BlockShape(setting: .centredBalanced), spacing: BlockSpacing(before: index == 0 ? 1 : 0))
        }
      }
    }
  }

  /// Language, code and grade: `Unified English Braille, grade 2`.
  private var codeWords: String {
    "\(composer.translator.code.name), grade \(composer.translator.grade.grade)"
  }

  private mutating func pageWords(_ count: Int) -> OwnPhrase {
    composer.own(count == 1 ? .oneBraillePage : .braillePages, ["pages": "\(count)"])
  }
}

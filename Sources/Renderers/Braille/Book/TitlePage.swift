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
    var groups: [[String]] = []
    groups.append([metadata.title ?? document.titleHeading, metadata.subtitle].compactMap(\.self))
    groups.append(metadata.authors)
    groups.append([metadata.publisher, metadata.date].compactMap(\.self))
    groups.append([codeWords])
    let own = pages.volumes[number - 1].pages.count
    if volumes > 1 {
      groups.append(["Volume \(number) of \(volumes)", Self.pageWords(own)])
    } else {
      groups.append([Self.pageWords(own)])
    }
    if let contact = metadata.contact { groups.append(["For other formats: \(contact)"]) }
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

  static func pageWords(_ count: Int) -> String {
    count == 1 ? "Braille page 1" : "Braille pages 1 to \(count)"
  }
}

import BrailleLayout
import Diagnostics
import DocumentModel

extension Composition {
  /// The list of volumes: the pages of each, and the heading it begins with.
  mutating func listOfVolumes(
    _ pages: BraillePages, _ index: PageIndex
  ) throws(ConversionFailure) -> [FlowItem] {
    let volumes = pages.volumes
    var lines: [OwnPhrase] = []
    for (number, volume) in zip(1..., volumes) {
      let count = volume.pages.count
      var line = composer.own(
        count == 1 ? .volumeOnePage : .volumePages, ["volume": "\(number)", "pages": "\(count)"])
      let first = entries.first { index[$0.anchor]?.volume == number }
      if let title = first?.inlines.plainText, !title.isEmpty {
        line.text += "; " + composer.own(.firstHeading, ["heading": title]).text
      }
      lines.append(line)
    }
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      try composer.addFrontHeading(composer.own(.volumes))
      for line in lines { try composer.addFrontText(line, BlockShape(1, 3)) }
    }
  }
}

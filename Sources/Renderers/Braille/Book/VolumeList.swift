import BrailleLayout
import Diagnostics
import DocumentModel

extension Composition {
  /// The list of volumes: the pages of each, and the heading it begins with.
  mutating func listOfVolumes(
    _ pages: BraillePages, _ index: PageIndex
  ) throws(ConversionFailure) -> [FlowItem] {
    let volumes = pages.volumes
    var lines: [String] = []
    for (number, volume) in zip(1..., volumes) {
      var line = "Volume \(number): \(Self.pageWords(volume.pages.count).lowercased())"
      let first = entries.first { index[$0.anchor]?.volume == number }
      if let title = first?.inlines.plainText, !title.isEmpty { line += "; first heading: \(title)" }
      lines.append(line)
    }
    return try composer.flowOf { (composer) throws(ConversionFailure) in
      try composer.addFrontHeading("Volumes")
      for line in lines { try composer.addFrontText(line, BlockShape(1, 3)) }
    }
  }
}

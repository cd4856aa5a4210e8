import Foundation
import TestSupport
import Testing

@testable import BrailleTranslation

/// The project's collection of hostile Unicode text: everything is translated, and the plain words
/// around what is hostile survive.
@Suite(.enabled(if: SharedData.isPresent)) struct HostileTextTests {
  @Test func plainWordsSurvive() throws {
    let translator = try Translator.ueb("1")
    let folder = "hostile/unicode"
    let names = try FileManager.default.contentsOfDirectory(atPath: SharedData.url(folder).path)
    #expect(names.count >= 12)
    for name in names {
      let text = try SharedData.text("\(folder)/\(name)")
      var braille = ""
      for line in text.split(separator: "\n") {
        let cells = try translator.translate([TextRun(String(line))]).text.cells
        #expect(cells.allSatisfy { $0 < 0x40 }, "\(name)")
        braille += Brf.text(cells) + "\n"
      }
      for digit in [1, 2] where text.contains("KEEP\(digit)") {
        #expect(braille.contains(",,KEEP#" + ["A", "B"][digit - 1]), "\(name)")
      }
    }
  }
}

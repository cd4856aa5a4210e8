import Diagnostics
import JSONTree

extension Concordance {
  /// The concordance as comma-separated values (RFC 4180): a header, then a line for each place. The
  /// heading is empty where a print page begins, and the print page where none is known.
  var csv: [UInt8] {
    var text = Self.line([
      "print page", "heading", "level", "braille volume", "braille section", "braille page", "source line",
    ])
    for entry in entries {
      text += Self.line([
        entry.printPage ?? "", entry.heading ?? "", entry.level.map { "\($0)" } ?? "", "\(entry.volume)",
        entry.section.rawValue,
        "\(entry.braillePage)", entry.range.map { "\($0.start.line)" } ?? "",
      ])
    }
    return Array(text.utf8)
  }

  /// The concordance as JSON: an object whose `entries` are objects of `type` (`print-page` or
  /// `heading`), `printPage`, `heading`, `level`, `volume`, `section`, `page` and `range`, those that have no
  /// value left out.
  var json: [UInt8] {
    let entries = entries.map { entry in
      JSONValue.members([
        "type": .string(entry.heading == nil ? "print-page" : "heading"),
        "printPage": entry.printPage.map(JSONValue.string), "heading": entry.heading.map(JSONValue.string),
        "level": entry.level.map(JSONValue.integer),
        "volume": .integer(entry.volume), "section": .string(entry.section.rawValue),
        "page": .integer(entry.braillePage), "range": entry.range.map(JSONValue.range),
      ])
    }
    return Array((JSONValue.members(["entries": .array(entries)]).text(.indented) + "\n").utf8)
  }

  private static func line(_ fields: [String]) -> String {
    fields.map(field).joined(separator: ",") + "\r\n"
  }

  /// A field in quotation marks where it needs them, with its own doubled.
  private static func field(_ text: String) -> String {
    let needsMarks = text.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
    guard needsMarks else { return text }
    return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

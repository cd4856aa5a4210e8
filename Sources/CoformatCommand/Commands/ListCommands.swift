import ArgumentParser
import Coformat

/// `coformat formats`.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "Lists the formats that are read and made.")

  func run() throws {
    let registry = Registry.standard
    var rows = [["Reads:"]]
    for reader in registry.readers {
      rows.append(["  \(reader.name)", reader.title, names(reader.extensions)])
    }
    rows += [[""], ["Makes:"]]
    for fileType in registry.renderers.flatMap(\.fileTypes) {
      rows.append([
        "  \(fileType.name)", fileType.title, names([fileType.fileExtension]), "coformat \(fileType.call)",
      ])
    }
    rows += [[""], ["Recognises, and does not read:"]]
    for unread in UnreadFormat.all where !unread.extensions.isEmpty {
      rows.append(["  \(unread.title): \(names(unread.extensions))"])
    }
    try Console.answer(Columns.text(rows))
  }

  private func names(_ extensions: [String]) -> String { extensions.map { ".\($0)" }.joined(separator: " ") }
}

/// `coformat codes`.
struct CodesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Lists the braille codes.",
    discussion: """
      Each line is a grade: what --code and --grade take, the language, the dots in a cell, the name, \
      and the liblouis tables. --code also takes a language tag: the first code of the language is \
      taken then, of those with six dots.
      """)

  func run() throws {
    let rows = BrailleCodes.all.flatMap { code in
      code.grades.map { grade in
        [
          code.id, grade.grade, code.language, "\(code.dots)", code.name,
          grade.tables.joined(separator: ","),
        ]
      }
    }
    try Console.answer(Columns.text([["CODE", "GRADE", "LANGUAGE", "DOTS", "NAME", "TABLES"]] + rows))
  }
}

/// Text in columns.
enum Columns {
  /// Rows with each cell but the last of its row padded to the width of its column.
  static func text(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count - 1 ? $0[column].count : 0 }.max() ?? 0
    }
    var text = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}

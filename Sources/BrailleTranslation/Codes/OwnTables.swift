public import Diagnostics
internal import FoundationEssentials

/// liblouis tables of a person's own, taken in the place of those a code has.
public enum OwnTables {
  /// The absolute paths of tables as they are typed: paths, with commas between.
  ///
  /// What has a `/` in it is a path, from the current folder unless it begins with one. A bare name is a
  /// table that is installed, and never a file that happens to lie in the current folder: `./name` is
  /// how such a file is asked for.
  ///
  /// - Throws: when there is no such file, or it cannot be read.
  public static func paths(_ list: String) throws(ConversionFailure) -> [String] {
    var paths: [String] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      paths.append(try path(part.trimming { $0 == " " }))
    }
    return paths
  }

  private static func path(_ name: String) throws(ConversionFailure) -> String {
    guard !name.isEmpty else { throw ConversionFailure(.emptyTableName()) }
    let here = FileManager.default.currentDirectoryPath
    guard name.contains("/") else {
      let installed = TableFiles.folders().map { $0 + "/" + name }
      if let found = installed.first(where: isTable) { return found }
      throw ConversionFailure(
        .noInstalledTable(name, isInCurrentFolder: isTable(here + "/" + name), searched: TableFiles.folders())
      )
    }
    let path = name.hasPrefix("/") ? name : here + "/" + name
    guard isTable(path) else { throw ConversionFailure(.unreadableTable(path)) }
    // A comma in a folder's name would end the path within liblouis's list.
    guard !path.contains(",") else { throw ConversionFailure(.commaInTablePath(path)) }
    return path
  }

  private static func isTable(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder
      && FileManager.default.isReadableFile(atPath: path)
  }

  /// A code that is nothing but these tables, for a language liblouis has none for or for a code of
  /// one's own. It has the grade 1 and, unless letters and digits have them, no dots 7 and 8.
  ///
  /// - Parameters:
  ///   - paths: absolute paths, as ``paths(_:)`` gives them.
  ///   - language: the language it writes, as a BCP 47 tag.
  /// - Throws: when liblouis cannot use the tables.
  public static func code(_ paths: [String], language: String) throws(ConversionFailure) -> BrailleCode {
    let tables = try TableFiles.list(paths, in: [])
    try Liblouis.shared.compile(tables)
    let sample = "abcdefghijklmnopqrstuvwxyz ABC 123".unicodeScalars.map(\.value)
    let cells = try Liblouis.shared.translate(
      sample, tables: tables, extraMode: Liblouis.noUndefined
    ).cells
    let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return BrailleCode(
      id: "table", name: "the code of \(names.joined(separator: ", "))", language: language, serves: [],
      system: nil, dots: cells.contains { $0 > 0x3F } ? 8 : 6,
      // Whether they contract nobody says; if they do, what is to be uncontracted still goes through them.
      grades: [BrailleCode.Grade(grade: "1", contraction: .partial, tables: paths)])
  }
}

extension BrailleCode {
  /// The code with other tables for one of its grades; what of a text stays uncontracted keeps the
  /// code's own.
  ///
  /// - Throws: when the code has no such grade.
  public func with(tables: [String], forGrade name: String) throws(ConversionFailure) -> BrailleCode {
    _ = try find(grade: name)
    var code = self
    for index in code.grades.indices where code.grades[index].grade == name {
      code.grades[index].tables = tables
    }
    return code
  }
}

extension Substring {
  /// Without the characters at both ends for which `isLeftOut` holds.
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
    var rest = drop(while: isLeftOut)
    while let last = rest.last, isLeftOut(last) { rest.removeLast() }
    return String(rest)
  }
}

extension Diagnostic {
  static func emptyTableName() -> Diagnostic {
    Diagnostic(
      "BT-020", .error, "a table has no name",
      hint: "give paths with a comma between them and none at the end")
  }

  static func noInstalledTable(_ name: String, isInCurrentFolder: Bool, searched: [String]) -> Diagnostic {
    Diagnostic(
      "BT-021", .error, "there is no table \(name) in \(searched.joined(separator: ", "))",
      hint: isInCurrentFolder
        ? "for the file in the current folder write ./\(name)"
        : "for a table of your own give its path, such as ./\(name)")
  }

  static func unreadableTable(_ path: String) -> Diagnostic {
    Diagnostic(
      "BT-022", .error, "there is no table that can be read at \(path)", hint: "check the path after --table")
  }

  static func commaInTablePath(_ path: String) -> Diagnostic {
    Diagnostic(
      "BT-023", .error, "the path \(path) has a comma in it, which ends a path for liblouis",
      hint: "move the table to a folder without one")
  }
}

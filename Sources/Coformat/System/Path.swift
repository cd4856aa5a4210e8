/// Paths as text, with `/` between folders. Nothing here looks at the disk.
enum Path {
  /// The part before the last `/`: `.` when there is none, `/` for a path right under the root.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The part after the last `/`.
  static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// What follows the last full stop of the name, in lower case; empty when there is none or the
  /// name only begins with one.
  static func fileExtension(of path: String) -> String {
    lastStop(in: path).map { path[path.utf8.index(after: $0)...].lowercased() } ?? ""
  }

  /// The path without its extension.
  static func stem(of path: String) -> String { lastStop(in: path).map { String(path[..<$0]) } ?? path }

  /// The path with its extension, if it has one, replaced.
  static func replacingExtension(of path: String, with new: String) -> String {
    "\(stem(of: path)).\(new)"
  }

  /// The path of what goes beside a file under the same name: its extension replaced, all of it where
  /// it is one of ours, such as `braille.txt`.
  static func companion(of path: String, with new: String) -> String {
    for end in compoundExtensions where path.hasSuffix(end) && name(of: path).utf8.count > end.utf8.count {
      return "\(path.dropLast(end.count)).\(new)"
    }
    return replacingExtension(of: path, with: new)
  }

  /// The extensions of what is made that have a full stop within them, each with the one before it.
  private static let compoundExtensions = Registry.standard.renderers.flatMap(\.fileTypes)
    .map { ".\($0.fileExtension)" }.filter { $0.dropFirst().contains(".") }

  /// Where the extension's full stop is. Bytes are compared and not characters: a combining mark
  /// after a full stop makes another character of the two.
  private static func lastStop(in path: String) -> String.Index? {
    let nameStart =
      path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    guard let stop = path.utf8[nameStart...].lastIndex(of: UInt8(ascii: ".")), stop != nameStart else {
      return nil
    }
    return stop
  }

  /// The path with a number after the stem of its name: `report-2.brf`, `report-2.braille.txt`.
  ///
  /// - Parameter count: how many there are, so that all numbers have as many digits and names sort:
  ///   `report-02.mp3` of ten.
  static func numbered(_ path: String, _ number: Int, of count: Int) -> String {
    let digits = String(number)
    let number = String(repeating: "0", count: max(0, String(count).utf8.count - digits.utf8.count)) + digits
    guard let stop = lastStop(in: path) else { return "\(path)-\(number)" }
    var stem = String(path[..<stop])
    var end = String(path[stop...])
    for kind in [".braille", ".large-print"] where stem.hasSuffix(kind) {
      stem.removeLast(kind.count)
      end = kind + end
    }
    return "\(stem)-\(number)\(end)"
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Takes `.` and `..` out of a relative path; nil when it climbs above where it begins.
  static func normalised(_ path: String) -> String? {
    var kept: [Substring] = []
    for piece in path.split(separator: "/") where piece != "." {
      if piece != ".." {
        kept.append(piece)
      } else if kept.popLast() == nil {
        return nil
      }
    }
    return kept.joined(separator: "/")
  }

  /// A path as it is when it counts from a folder: itself where it counts from the root or the folder is
  /// the current one.
  static func under(_ folder: String, _ path: String) -> String {
    path.hasPrefix("/") || folder == "." ? path : join(folder, path)
  }
}

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
    let name = name(of: path)
    guard let stop = name.utf8.lastIndex(of: UInt8(ascii: ".")), stop != name.startIndex else { return "" }
    return name[name.utf8.index(after: stop)...].lowercased()
  }

  /// The path with its extension, if it has one, replaced.
  static func replacingExtension(of path: String, with new: String) -> String {
    let old = fileExtension(of: path)
    let stem = old.isEmpty ? path[...] : path.dropLast(1 + name(of: path).suffixAfterLastStop.count)
    return "\(stem).\(new)"
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
}

extension String {
  /// The characters after the last full stop, in the case they are written in.
  fileprivate var suffixAfterLastStop: Substring {
    lastIndex(of: ".").map { self[index(after: $0)...] } ?? ""
  }
}

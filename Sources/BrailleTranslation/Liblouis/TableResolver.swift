internal import CLiblouis
internal import FoundationEssentials

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Says to liblouis which files the names of tables stand for.
///
/// Left to itself liblouis takes a file of the current folder before an installed table, for what is
/// named on its command line and for what a table includes. A folder of reports may hold anything; so
/// names are looked for beside the table that includes them, then where tables are installed, and
/// nowhere else.
enum TableResolver {
  /// Called once, before any table is read.
  static func install() {
    lou_registerTableResolver { list, base in
      guard let list else { return nil }
      let beside = base.map { TableResolver.folder(of: String(cString: $0)) }
      return TableResolver.array(
        of: TableResolver.paths(String(cString: list), beside: beside, in: TableFiles.folders()))
    }
  }

  /// The paths of the tables in a comma-separated list; nil when one is nowhere.
  static func paths(_ list: String, beside folder: String?, in folders: [String]) -> [String]? {
    var paths: [String] = []
    for name in list.split(separator: ",").map(String.init) {
      let candidates =
        name.hasPrefix("/")
        ? [name]
        : (folder.map { [$0] } ?? []).map { $0 + "/" + name }
          + folders.map { $0 + "/" + name }
      guard let path = candidates.first(where: { FileManager.default.isReadableFile(atPath: $0) }) else {
        return nil
      }
      paths.append(path)
    }
    return paths
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A C array of C strings with nil at its end, in memory that liblouis may give back.
  private static func array(of paths: [String]?) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let paths else { return nil }
    let size = (paths.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard let memory = malloc(size) else { return nil }
    let array = memory.bindMemory(to: UnsafeMutablePointer<CChar>?.self, capacity: paths.count + 1)
    for (index, path) in paths.enumerated() { array[index] = strdup(path) }
    array[paths.count] = nil
    return array
  }
}

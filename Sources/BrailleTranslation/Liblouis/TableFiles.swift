internal import Diagnostics
internal import FoundationEssentials

/// Finds liblouis tables on this machine, always as absolute paths.
///
/// A bare name must never reach liblouis: a file of that name in the current folder would win over
/// the installed table.
enum TableFiles {
  /// The folders looked in, in order: those of `LOUIS_TABLEPATH`, then where packages put them.
  static func folders(environment: [String: String] = ProcessInfo.processInfo.environment) -> [String] {
    let named = (environment["LOUIS_TABLEPATH"] ?? "").split(separator: ",").map(String.init)
    return named.filter { $0.hasPrefix("/") } + [
      "/usr/share/liblouis/tables", "/usr/local/share/liblouis/tables",
      "/opt/homebrew/share/liblouis/tables", "/home/linuxbrew/.linuxbrew/share/liblouis/tables",
    ]
  }

  /// The comma-separated absolute paths of tables, as liblouis takes them.
  static func list(_ names: [String], in folders: [String]) throws(ConversionFailure) -> String {
    var paths: [String] = []
    for name in names {
      let candidates = name.hasPrefix("/") ? [name] : folders.map { $0 + "/" + name }
      guard
        let path = candidates.first(where: {
          // A comma would end the path within liblouis's list.
          !$0.contains(",") && FileManager.default.isReadableFile(atPath: $0)
        })
      else { throw ConversionFailure(.missingTable(name, searched: folders)) }
      paths.append(path)
    }
    return paths.joined(separator: ",")
  }
}

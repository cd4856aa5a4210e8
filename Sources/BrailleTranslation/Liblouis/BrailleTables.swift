internal import CLiblouis

/// The tables and the library that braille is translated with, for whoever must know whether they are
/// still the same.
package enum BrailleTables {
  /// The folders tables are taken from, whether they are there or not.
  package static var folders: [String] { TableFiles.folders() }

  /// The version of liblouis.
  package static var libraryVersion: String { lou_version().map { String(cString: $0) } ?? "" }
}

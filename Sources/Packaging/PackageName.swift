/// What a file in a package may be called.
public enum PackageName {
  /// Whether a path stays in the package and is a name on every file system: no empty, `.` or `..`
  /// step, no backslash, colon or control character, not absolute.
  public static func isSafe(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= 1_024 else { return false }
    let refused = path.unicodeScalars.contains {
      $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" || $0 == ":"
    }
    guard !refused else { return false }
    let steps = path.split(separator: "/", omittingEmptySubsequences: false)
    return steps.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// One spelling for all the names that a file system may take for the same (OCF 3.3, 4.2.3: names
  /// are unique after case folding).
  public static func folded(_ path: String) -> String { path.lowercased() }
}

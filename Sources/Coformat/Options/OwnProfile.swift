import BrailleLayout

/// Layout profiles of the user's own.
enum OwnProfile {
  /// The most bytes of a profile: far more than any has.
  private static let maximumSize = 1 << 20

  /// Whether a value of `--profile` is a path and not a name: names have neither full stops nor slashes.
  static func isPath(_ value: String) -> Bool { value.contains(".") || value.contains("/") }

  /// The profile in a file.
  ///
  /// - Throws: when the file cannot be read, or what is in it is no profile.
  static func load(_ path: String) throws(ConversionFailure) -> LayoutProfile {
    let bytes: [UInt8]
    do throws(ConversionFailure) {
      bytes = try Input.file(path).load(limit: maximumSize).source.bytes
    } catch {
      throw ConversionFailure(.profileNotRead(path, error.diagnostic))
    }
    return try LayoutProfiles.read(bytes, name: path)
  }
}

extension Diagnostic {
  static func profileNotRead(_ path: String, _ reason: Diagnostic) -> Diagnostic {
    Diagnostic(
      "LAY-024", .error, "the layout profile \(quoted(path, limit: 200)) is not read: \(reason.message)",
      hint: reason.hint)
  }
}

internal import FoundationEssentials
internal import Tables
public import Diagnostics

/// The braille codes coformat knows.
public enum BrailleCodes {
  /// Every code, in the order a list shows them: English first, then by name.
  public static let all: [BrailleCode] = {
    // The registry is part of the program; a test decodes it, so failure here cannot reach a user.
    (try? JSONDecoder().decode([BrailleCode].self, from: Data(Tables.codes))) ?? []
  }()

  /// The code of that id.
  public static func find(_ id: String) throws(ConversionFailure) -> BrailleCode {
    if let code = all.first(where: { $0.id == id }) { return code }
    throw ConversionFailure(.unknownCode(id, alternatives: alternatives(to: id)))
  }

  /// The ids a person may have meant: spelled nearly so, or of the same language.
  public static func alternatives(to id: String) -> [String] {
    let wanted = id.lowercased()
    let primary = wanted.prefix { $0 != "-" && $0 != "_" }
    return all.filter {
      $0.language.prefix { $0 != "-" } == primary || $0.id.hasPrefix(wanted)
    }.map(\.id)
  }
}

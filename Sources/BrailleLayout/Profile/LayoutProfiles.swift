public import Diagnostics
import FoundationEssentials
import Tables

/// The profiles the program holds.
public enum LayoutProfiles {
  /// The names of all profiles, the default first.
  public static let names = Tables.profiles.map(\.name)

  /// The profile of a name.
  ///
  /// - Throws: when there is none of that name.
  public static func named(_ name: String) throws(ConversionFailure) -> LayoutProfile {
    guard let bytes = Tables.profiles.first(where: { $0.name == name })?.json else {
      throw ConversionFailure(.unknownProfile(name, known: names))
    }
    do {
      return try JSONDecoder().decode(LayoutProfile.self, from: Data(bytes))
    } catch {
      throw ConversionFailure(.unreadableProfile(name, "\(error)"))
    }
  }
}

extension Diagnostic {
  static func unknownProfile(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      "LAY-001", .error, "there is no layout profile called “\(name)”",
      hint: "use one of: \(known.joined(separator: ", "))")
  }

  static func unreadableProfile(_ name: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "LAY-002", .error, "the layout profile “\(name)” cannot be read: \(reason)",
      hint: "compare it with the profiles in Tables/profiles")
  }
}

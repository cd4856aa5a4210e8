public import Diagnostics
import FoundationEssentials
import JSONTree
import Tables

/// The profiles the program holds, and those of the user's own.
public enum LayoutProfiles {
  /// The names of all profiles, the default first.
  public static let names = Tables.profiles.map(\.name)

  /// The profile of a name.
  ///
  /// - Throws: when there is none of that name.
  public static func named(_ name: String) throws(ConversionFailure) -> LayoutProfile {
    guard let node = try node(of: name, depth: 0) else {
      throw ConversionFailure(.unknownProfile(name, known: names))
    }
    return try decode(node, name: name)
  }

  /// A profile of the user's own, as JSON. What it does not say it takes from the profile it calls its
  /// base, and from the default where it has none.
  ///
  /// - Parameter name: the file's name, for messages.
  /// - Throws: what is wrong first in the file, with the line and the column, and what is allowed there.
  public static func read(_ bytes: [UInt8], name: String) throws(ConversionFailure) -> LayoutProfile {
    let own = try parse(bytes, name: name)
    if let fault = ProfileSchema.layoutProfile.faults(in: own).first {
      throw ConversionFailure(.profileFault(fault, in: name))
    }
    let base = own["base"]?.string ?? names[0]
    guard let node = try node(of: base, depth: 0) else {
      let place = own["base"] ?? own
      throw ConversionFailure(
        .unknownBase(base, in: name, line: place.line, column: place.column, known: names))
    }
    // The base's own name and description would be wrong of this one.
    var profile = try decode(node.merged(with: own.without(bookkeeping)), name: name)
    if own["name"] == nil { profile.name = name }
    if own["description"] == nil { profile.description = "\(base) as changed by \(name)" }
    return profile
  }

  /// What a file says of itself and not of the layout.
  private static let bookkeeping: Set<String> = ["base", "$schema"]

  /// All that a profile of the program's says, what its base says included.
  private static func node(of name: String, depth: Int) throws(ConversionFailure) -> JSONNode? {
    guard depth <= names.count, let bytes = Tables.profiles.first(where: { $0.name == name })?.json else {
      return nil
    }
    let own = try parse(bytes, name: name)
    guard let base = own["base"]?.string else { return own.without(bookkeeping) }
    return try node(of: base, depth: depth + 1)?.merged(with: own.without(bookkeeping))
  }

  private static func parse(_ bytes: [UInt8], name: String) throws(ConversionFailure) -> JSONNode {
    do throws(JSONProblem) {
      return try JSONNode(bytes)
    } catch {
      throw ConversionFailure(.profileIsNotJSON(error, in: name))
    }
  }

  private static func decode(_ node: JSONNode, name: String) throws(ConversionFailure) -> LayoutProfile {
    do {
      return try JSONDecoder().decode(LayoutProfile.self, from: Data(node.text.utf8))
    } catch {
      throw ConversionFailure(.unreadableProfile(name, "\(error)"))
    }
  }
}

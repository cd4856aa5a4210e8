public import Diagnostics
internal import FoundationEssentials
internal import Tables

/// The braille codes coformat knows.
public enum BrailleCodes {
  /// Every code, in the order a list shows them: English first, then by name.
  public static let all: [BrailleCode] = {
    // The registry is part of the program; a test decodes it, so failure here cannot reach a user.
    (try? JSONDecoder().decode([BrailleCode].self, from: Data(Tables.codes))) ?? []
  }()

  /// The code of that id, upper and lower case being the same, or the one that serves a language given
  /// as a BCP 47 tag: `cy`, `ueb`, `pl-PL`.
  ///
  /// - Throws: when there is none, naming those a person may have meant.
  public static func find(_ id: String) throws(ConversionFailure) -> BrailleCode {
    if let code = all.first(where: { $0.id == id.lowercased() }) ?? serving(id) { return code }
    throw ConversionFailure(.unknownCode(id, alternatives: alternatives(to: id)))
  }

  /// The code a document in a language is brailled in when only the language is known; nil when no code
  /// of six dots writes it.
  ///
  /// The tag is looked up as RFC 4647 (3.4) has it: whole, then without its last subtag, until a code
  /// serves it, so that `zh-Hant-TW` finds the code for `zh-Hant` and `en-GB` the one for `en`.
  public static func serving(_ tag: String) -> BrailleCode? {
    var subtags = tag.lowercased().split { $0 == "-" || $0 == "_" }
    while !subtags.isEmpty {
      if let code = served[subtags.joined(separator: "-")] { return code }
      subtags.removeLast()
    }
    return nil
  }

  private static let served: [String: BrailleCode] = {
    var served: [String: BrailleCode] = [:]
    for code in all { for tag in code.serves { served[tag.lowercased()] = served[tag.lowercased()] ?? code } }
    return served
  }()

  /// The codes that write a language, given as a BCP 47 tag: `en-GB` finds all of English.
  public static func forLanguage(_ tag: String) -> [BrailleCode] {
    let primary = Self.primary(tag)
    return all.filter { Self.primary($0.language) == primary }
  }

  /// The ids a person may have meant: of that language, with a word in the name that begins so, or
  /// spelled nearly so; the likeliest first.
  public static func alternatives(to id: String) -> [String] {
    let wanted = id.lowercased()
    var found = all.filter { $0.id == wanted }
    found += forLanguage(wanted)
    if wanted.utf8.count > 2 { found += all.filter { names($0, wanted) } }
    if found.isEmpty, wanted.utf8.count > 2 { found = all.filter { isNear($0.id, wanted) } }
    var ids: [String] = []
    for code in found where !ids.contains(code.id) { ids.append(code.id) }
    return ids
  }

  /// Whether a word of the code's name begins with what was typed.
  private static func names(_ code: BrailleCode, _ wanted: String) -> Bool {
    code.name.lowercased().split { !$0.isLetter }.contains { $0.hasPrefix(wanted) }
  }

  private static func primary(_ tag: String) -> String {
    String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
  }

  /// Whether one letter left out, added or changed makes one word of the other.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) <= 1 else { return false }
    let shared = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    return shared + end + 1 >= max(left.count, right.count)
  }
}

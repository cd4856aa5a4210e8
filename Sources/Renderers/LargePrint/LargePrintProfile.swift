import FoundationEssentials
import Tables

/// What a body that advises on large print says about it, as far as a program can follow. The
/// guidance conflicts, so there are several, each with its sources.
public struct LargePrintProfile: Codable, Hashable, Sendable {
  /// What a person types: `ukaaf`.
  public var name: String
  /// Whose advice it is.
  public var title: String
  /// What is followed, and where that is written.
  public var sources: [String]
  /// What no source says and this program decided.
  public var choices: String
  /// The size of body text, in points.
  public var size: Int
  /// The sizes of headings of levels 1 to 6, in sizes of the body text.
  public var headings: [Double]
  /// The distance of lines, in sizes of the text.
  public var leading: Leading
  /// The longest line, in sizes of the text (`em`): 0.445 of one is an average letter of Arial.
  public var measure: Double
  /// What emphasis looks like.
  public var emphasis: Emphasis
  /// How contents lead to pages.
  public var contents: Contents
  /// The paper.
  public var paper: LargePrintOptions.Paper
  /// The paper at 36 point and more; nil for the same.
  public var paperFrom36Point: LargePrintOptions.Paper?
  /// The margins of the page, in millimetres.
  public var margins: Margins

  /// The distance of lines, from one to the next, in sizes of the text.
  public struct Leading: Codable, Hashable, Sendable {
    /// On a screen.
    public var screen: Double
    /// On paper.
    public var paper: Double
  }

  /// What emphasis looks like. It is never italic.
  public enum Emphasis: String, Codable, Hashable, Sendable {
    /// Bold letters.
    case bold
    /// A line below on paper, bold letters on screens.
    case underline
  }

  /// How an entry of the contents leads to its page.
  public enum Contents: String, Codable, Hashable, Sendable {
    /// `, page 7` after the entry.
    case page
    /// Dots between the entry and the number.
    case dots
    /// The number after the entry, and every second entry tinted.
    case tint
  }

  /// Margins in millimetres.
  public struct Margins: Codable, Hashable, Sendable {
    /// Above the text.
    public var top: Double
    /// Right of it.
    public var right: Double
    /// Below it, where the page number stands.
    public var bottom: Double
    /// Left of it.
    public var left: Double
  }

  /// All profiles, the default first.
  public static let all: [LargePrintProfile] = {
    // The data is part of the program and a test decodes it, so failure cannot reach a user.
    (try? JSONDecoder().decode([LargePrintProfile].self, from: Data(Tables.largePrintProfiles))) ?? []
  }()

  /// The names of all profiles, the default first.
  public static let names = ["ukaaf", "rnib", "aph", "acb"]

  /// The profile of a name, or nil.
  public static func named(_ name: String) -> LargePrintProfile? { all.first { $0.name == name } }
}

/// A part of speech, of the tags of the Penn Treebank with those the English Web Treebank added.
///
/// Santorini, *Part-of-Speech Tagging Guidelines for the Penn Treebank Project*, 1990.
public enum Tag: UInt8, Sendable, CaseIterable, Hashable {
  /// Coordinating conjunction: and, or, but.
  case cc
  /// Cardinal number.
  case cd
  /// Determiner: the, a, this, all.
  case dt
  /// The *there* of *there is*.
  case ex
  /// Foreign word.
  case fw
  /// Preposition or subordinating conjunction.
  case `in`
  /// Adjective.
  case jj
  /// Comparative adjective.
  case jjr
  /// Superlative adjective.
  case jjs
  /// The mark of an item in a list.
  case ls
  /// Modal verb.
  case md
  /// Singular or mass noun.
  case nn
  /// Plural noun.
  case nns
  /// Name in the singular.
  case nnp
  /// Name in the plural.
  case nnps
  /// Predeterminer: *all* the, *such* a.
  case pdt
  /// The ending of a possessive: 's.
  case pos
  /// Personal pronoun.
  case prp
  /// Possessive pronoun (PRP$): my, their.
  case prps
  /// Adverb; *not* as well.
  case rb
  /// Comparative adverb.
  case rbr
  /// Superlative adverb.
  case rbs
  /// Particle: give *up*.
  case rp
  /// Symbol.
  case sym
  /// The word *to*, before a verb.
  case to
  /// Interjection.
  case uh
  /// Verb, base form.
  case vb
  /// Verb, past tense.
  case vbd
  /// Verb, present participle or gerund.
  case vbg
  /// Verb, past participle.
  case vbn
  /// Verb, present tense, not third person singular.
  case vbp
  /// Verb, present tense, third person singular.
  case vbz
  /// Determiner that asks or relates: which, that.
  case wdt
  /// Pronoun that asks or relates: who, what.
  case wp
  /// Whose (WP$).
  case wps
  /// Adverb that asks or relates: when, where, how.
  case wrb
  case comma
  /// The mark that ends a sentence.
  case period
  /// Colon, semicolon, dash, ellipsis.
  case colon
  case openQuote
  case closeQuote
  case openBracket
  case closeBracket
  /// A hyphen within a word.
  case hyph
  /// The sign of a currency.
  case dollar
  /// Marks that do not belong to the sentence.
  case nfp
  /// An address of the web or of mail.
  case add
  /// A prefix that stands alone.
  case afx
  /// Part of a word that was written apart.
  case gw
  /// Unknown.
  case xx

  /// The tag as the Penn Treebank writes it.
  public var penn: String { Self.names[Int(rawValue)] }

  private static let names = [
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT",
    "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP",
    "VBZ", "WDT", "WP", "WP$", "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "HYPH", "$", "NFP", "ADD",
    "AFX", "GW", "XX",
  ]

  /// The tag of a name of the Penn Treebank; nil for another.
  public init?(penn: String) {
    guard let place = Self.names.firstIndex(of: penn) else { return nil }
    self.init(rawValue: UInt8(place))
  }
}

extension Tag {
  /// A noun that is no name: NN, NNS.
  public var isCommonNoun: Bool { self == .nn || self == .nns }
  /// A name: NNP, NNPS.
  public var isName: Bool { self == .nnp || self == .nnps }
  /// A noun or a name.
  public var isNoun: Bool { isCommonNoun || isName }
  /// A form of a verb; not a modal.
  public var isVerb: Bool {
    switch self {
    case .vb, .vbd, .vbg, .vbn, .vbp, .vbz: true
    default: false
    }
  }
  /// A verb form that is finite by itself (VBD, VBP, VBZ), or a modal.
  public var isFinite: Bool { self == .vbd || self == .vbp || self == .vbz || self == .md }
  /// An adjective of any degree.
  public var isAdjective: Bool { self == .jj || self == .jjr || self == .jjs }
  /// An adverb of any degree.
  public var isAdverb: Bool { self == .rb || self == .rbr || self == .rbs }
  /// A noun, a verb, an adjective or an adverb.
  public var isContent: Bool { isNoun || isVerb || isAdjective || isAdverb }
  /// A mark, and no word or number.
  public var isPunctuation: Bool {
    switch self {
    case .comma, .period, .colon, .openQuote, .closeQuote, .openBracket, .closeBracket, .hyph, .nfp: true
    default: false
    }
  }
}

/// Print made ready for liblouis: normalised, with what is to be put into or changed in its braille.
struct PreparedPrint {
  /// What liblouis is given.
  var characters: [UInt32] = []
  /// For each character, the offset of the source scalar it stands for. Never decreases.
  var origins: [Int32] = []
  /// liblouis typeforms, one for each character; empty when all are 0.
  var typeforms: [UInt16] = []
  /// Cells that go between the cells of characters, in reading order.
  var insertions: [Insertion] = []
  /// Cells that are not what the character translates to, by rising index.
  var patches: [Patch] = []
  /// Braille that goes in the place of characters, by rising index.
  var inlays: [Inlay] = []
  /// What was substituted, in order.
  var substitutions: [Substitution] = []

  /// Cells put in front of a character.
  struct Insertion {
    /// The index of the character they stand before; the count of characters for the end.
    var index: Int
    var cells: [UInt8]
    /// Whether they end something: ends come before starts at one place.
    var ends: Bool
  }

  /// A character that was translated as a stand-in, to be replaced in the braille.
  ///
  /// Stand-ins are characters the table treats as the wanted one should be treated (as a modified
  /// letter, as a quotation mark), so capitals and contractions around them come out right.
  struct Patch {
    var index: Int
    /// The cells of the stand-in.
    var find: [UInt8]
    /// What is wanted in their place.
    var replace: [UInt8]
  }

  /// Braille that liblouis is given one full cell for.
  struct Inlay {
    var index: Int
    /// Where the run begins in the source: what its origins count from.
    var origin: Int
    var braille: BrailleText
  }

  mutating func append(_ character: UInt32, origin: Int) {
    characters.append(character)
    origins.append(Int32(truncatingIfNeeded: origin))
  }

  mutating func append(_ text: String, origin: Int) {
    for scalar in text.unicodeScalars { append(scalar.value, origin: origin) }
  }

  /// Adds a typeform to the characters of a range.
  mutating func mark(_ range: Range<Int>, _ typeform: UInt16) {
    guard typeform != 0, !range.isEmpty else { return }
    if typeforms.isEmpty { typeforms = Array(repeating: 0, count: characters.count) }
    for index in range { typeforms[index] |= typeform }
  }
}

/// The text of runs joined, with the look and treatment of each part.
struct PrintSource {
  /// Every scalar of every run.
  var scalars: [UInt32] = []
  /// Where runs start that differ from the one before; the first starts at 0.
  var spans: [Span] = []
  /// What the text holds, so that steps with nothing to do cost nothing.
  var features: Features = []

  struct Span {
    var start: Int
    var emphasis: Emphasis
    var treatment: TextRun.Treatment
  }

  struct Features: OptionSet {
    let rawValue: UInt8
    /// A character outside printable ASCII.
    static let special = Features(rawValue: 1)
    static let emphasis = Features(rawValue: 2)
    static let uncontracted = Features(rawValue: 4)
    static let quotationMark = Features(rawValue: 8)
    static let digit = Features(rawValue: 16)
    static let capital = Features(rawValue: 32)
    /// `/`, `@` or `\`: there may be an address.
    static let address = Features(rawValue: 64)
  }

  init(_ runs: [TextRun]) {
    // Once for all runs: room made run by run would copy what is there for each of them.
    scalars.reserveCapacity(runs.reduce(0) { $0 + $1.text.utf8.count })
    for run in runs where !run.text.isEmpty {
      if !run.emphasis.isEmpty { features.insert(.emphasis) }
      if run.treatment == .uncontracted { features.insert(.uncontracted) }
      if run.isBraille { features.insert(.special) }
      let isOther = spans.last.map { $0.emphasis != run.emphasis || $0.treatment != run.treatment } ?? true
      if isOther || run.isBraille {
        spans.append(Span(start: scalars.count, emphasis: run.emphasis, treatment: run.treatment))
      }
      append(run.text)
    }
  }

  private mutating func append(_ text: String) {
    var kinds: UInt8 = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      kinds |= value < 0x80 ? Self.featureOfASCII[Int(value)] : Self.featuresOfOthers
      scalars.append(value)
    }
    features.formUnion(Features(rawValue: kinds))
  }

  /// A character outside ASCII may be any of these.
  private static let featuresOfOthers = Features([.special, .quotationMark, .capital]).rawValue

  private static let featureOfASCII: [UInt8] = (0..<128).map { value in
    switch value {
    case 0x30...0x39: Features.digit.rawValue
    case 0x41...0x5A: Features.capital.rawValue
    case 0x22: Features.quotationMark.rawValue
    case 0x2F, 0x40, 0x5C: Features.address.rawValue
    case 0x20...0x7E: 0
    default: Features.special.rawValue
    }
  }
}

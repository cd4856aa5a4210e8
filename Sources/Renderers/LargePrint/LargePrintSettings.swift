/// Every choice made: what the options say, and the profile where they say nothing.
struct LargePrintSettings: Hashable, Sendable {
  /// The profile.
  let profile: LargePrintProfile
  /// What was asked for.
  let options: LargePrintOptions
  /// What is made.
  let edition: LargeTypeEdition
  /// The size of body text, in points.
  let points: Int
  /// The distance of lines in sizes of the text, on a screen.
  let screenLeading: Double
  /// The same on paper.
  let paperLeading: Double
  /// The longest line, in sizes of the text.
  let measure: Double
  let paper: LargePrintOptions.Paper
  /// Which characters can be printed; nil where that is not known.
  let coverage: CharacterCoverage?

  /// An average letter of Arial, in sizes of the text.
  static let averageLetter = 0.43

  init(
    _ options: LargePrintOptions, profile: LargePrintProfile, edition: LargeTypeEdition = .largePrint,
    coverage: CharacterCoverage? = nil
  ) {
    self.coverage = coverage
    self.edition = edition
    self.profile = profile
    self.options = options
    points = options.size?.points ?? profile.size
    screenLeading = options.leading?.ratio ?? profile.leading.screen
    paperLeading = options.leading?.ratio ?? profile.leading.paper
    measure = options.measure.map { Double($0) * Self.averageLetter } ?? profile.measure
    paper = options.paper ?? (points >= 36 ? profile.paperFrom36Point : nil) ?? profile.paper
  }

  /// Whether tables stay tables though they do not fit, so that words in them may have to be parted.
  var forcesTables: Bool { options.tables == .table }

  /// The width of the text on an upright page, in sizes of the text.
  var upright: Double { ems(paper.millimetres.width - profile.margins.left - profile.margins.right) }

  /// The width of the text on a page on its side, in sizes of the text.
  var sideways: Double { ems(paper.millimetres.height - profile.margins.left - profile.margins.right) }

  /// The fit of tables on the paper. Borders and rounding need a little.
  var tableFit: TableFit {
    TableFit(upright: upright - 0.2, sideways: sideways - 0.2, typeface: options.typeface)
  }

  private func ems(_ millimetres: Double) -> Double { millimetres / 25.4 * 72 / Double(points) }
}

extension LargePrintOptions.Typeface {
  /// The families in the order they are looked for, the last without serifs whatever there is.
  var families: String {
    let first =
      switch self {
      case .arial: ""
      case .verdana: "Verdana, \"DejaVu Sans\", "
      case .tahoma: "Tahoma, "
      case .helvetica: "Helvetica, "
      case .aphont: "APHont, "
      case .tiresias: "\"Tiresias LPfont\", "
      case .atkinson: "\"Atkinson Hyperlegible Next\", \"Atkinson Hyperlegible\", "
      }
    return first + "Arial, \"Liberation Sans\", Helvetica, \"DejaVu Sans\", sans-serif"
  }

  /// The family a word processor is told.
  var family: String {
    switch self {
    case .arial: "Arial"
    case .verdana: "Verdana"
    case .tahoma: "Tahoma"
    case .helvetica: "Helvetica"
    case .aphont: "APHont"
    case .tiresias: "Tiresias LPfont"
    case .atkinson: "Atkinson Hyperlegible"
    }
  }
}

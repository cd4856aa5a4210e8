import Renderers

/// The options of large print.
extension OptionDefinition {
  /// The kind of file.
  public static let largePrintTo = OptionDefinition(
    "to", letter: "t", .choice(LargePrintOptions.FileType.allCases.map(\.rawValue)), fallback: "html",
    help: "Kind of file: html, a tagged pdf through WeasyPrint 70 or later, or docx for Word.")
  /// Whose advice is followed.
  public static let largePrintProfile = OptionDefinition(
    "profile", letter: "p", .choice(LargePrintProfile.names), fallback: "ukaaf",
    help: "Whose advice on large print is followed: size, leading, headings, lines, paper, margins.")
  /// The size of text.
  public static let size = OptionDefinition(
    "size", letter: "s", .choice(LargePrintOptions.Size.allCases.map(\.rawValue)), fallback: "18",
    help: "Size of body text in points. Nothing is smaller: notes, captions and page numbers neither.")
  /// The typeface.
  public static let typeface = OptionDefinition(
    "typeface", .choice(LargePrintOptions.Typeface.allCases.map(\.rawValue)), fallback: "arial",
    help: "Typeface asked for first, where a reader has it; all are without serifs and none is sent.")
  /// The distance of lines.
  public static let leading = OptionDefinition(
    "leading", .choice(LargePrintOptions.Leading.allCases.map(\.rawValue)), fallback: "from the profile",
    help: "Distance of lines, in sizes of the text, on screen and on paper.")
  /// The length of lines.
  public static let measure = OptionDefinition(
    "measure", .integer(30...80), fallback: "from the profile", help: "Longest line, in characters.")
  /// The paper.
  public static let paper = OptionDefinition(
    "paper", .choice(LargePrintOptions.Paper.allCases.map(\.rawValue)), fallback: "from the profile",
    help: "Size of paper.")
  /// The colours on screen.
  public static let colours = OptionDefinition(
    "colours", .choice(LargePrintOptions.Colours.allCases.map(\.rawValue)), fallback: "reader",
    help: """
      Colours on screen: those the reader's system asks for, black on white, black on cream, or yellow \
      on black. Paper is always printed black.
      """)
  /// Where pictures are.
  public static let pictures = OptionDefinition(
    "pictures", .choice(LargePrintOptions.Pictures.allCases.map(\.rawValue)), fallback: "embedded",
    help: "Where the pictures of HTML are: in the file, or in files beside it, all in one folder.")
  /// What becomes of capitals.
  public static let capitals = OptionDefinition(
    "capitals", .choice(LargePrintOptions.Capitals.allCases.map(\.rawValue)), fallback: "keep",
    help: "What becomes of words in capitals: they stay and are reported, or are set in sentence case.")
  /// What becomes of tables.
  public static let largePrintTables = OptionDefinition(
    "tables", .choice(LargePrintOptions.Tables.allCases.map(\.rawValue)), fallback: "auto",
    help: """
      What becomes of tables: auto keeps those that fit on the page, turns it for those that fit so, \
      and makes lists of the others.
      """)
  /// Whether there are contents.
  public static let largePrintContents = OptionDefinition(
    "contents", .choice(LargePrintOptions.Contents.allCases.map(\.rawValue)), fallback: "auto",
    help: "Whether there are contents: auto gives them to reports of 3 headings.")
  /// Whether there is a reader's panel.
  public static let panel = OptionDefinition(
    "panel", .choice(LargePrintOptions.Panel.allCases.map(\.rawValue)), fallback: "shown",
    help: "Whether HTML has a panel on screen for the size of text, its spacing and its colours.")
  /// How many pages a volume may have.
  public static let largePrintMaximumPages = OptionDefinition(
    "max-pages", .integer(4...10_000), fallback: "one volume",
    help: """
      The most pages of a volume of a pdf, title page and contents included; longer reports are \
      parted into volumes: report-1.large-print.pdf, report-2.large-print.pdf.
      """)
}

extension LargePrintOptions {
  /// The options of large print, as words.
  public static let table = OptionTable([
    .largePrintTo, .largePrintProfile, .size, .typeface, .leading, .measure, .paper, .colours, .pictures,
    .capitals, .largePrintTables, .largePrintContents, .panel, .largePrintMaximumPages,
  ])

  /// Makes options out of values the table has accepted.
  public init(_ values: OptionValues) {
    let defaults = LargePrintOptions()
    self.init(
      fileType: values.choice("to") ?? defaults.fileType, profile: values["profile"] ?? defaults.profile,
      size: values.choice("size"), typeface: values.choice("typeface") ?? defaults.typeface,
      leading: values.choice("leading"), measure: values.integer("measure"), paper: values.choice("paper"),
      colours: values.choice("colours") ?? defaults.colours,
      pictures: values.choice("pictures") ?? defaults.pictures,
      capitals: values.choice("capitals") ?? defaults.capitals,
      tables: values.choice("tables") ?? defaults.tables,
      contents: values.choice("contents") ?? defaults.contents,
      panel: values.choice("panel") ?? defaults.panel, maximumPages: values.integer("max-pages"))
  }
}

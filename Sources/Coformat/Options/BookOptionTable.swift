import BrailleLayout

/// The options of what goes around the text: front matter, contents, volumes, references.
extension OptionDefinition {
  /// What goes before the text.
  public static let frontMatter = OptionDefinition(
    "front-matter", .choice(FrontMatter.allCases.map(\.rawValue)), fallback: "auto, from the profile",
    help: """
      What goes before the text: auto gives long reports contents, and volumes title pages; full \
      adds title page, special symbols, transcriber's notes and list of volumes.
      """)
  /// Whether there are contents.
  public static let contents = OptionDefinition(
    "contents", .choice(ContentsList.allCases.map(\.rawValue)), fallback: "auto, from the profile",
    help: "Whether there are contents: auto gives them to reports of 10 pages and 5 headings.")
  /// Which page numbers contents end in.
  public static let contentsPages = OptionDefinition(
    "contents-pages", .choice(ContentsStyle.Pages.allCases.map(\.rawValue)), fallback: "from the profile",
    help: "Page numbers in contents, where the report says where pages of print begin.")
  /// How many pages a volume may have.
  public static let maximumPages = OptionDefinition(
    "max-pages", .integer(4...10_000), fallback: "one volume",
    help: """
      The most pages of a volume, front matter and blank sides included; longer reports are parted \
      into volumes.
      """)
  /// How many sides of a sheet hold braille.
  public static let sides = OptionDefinition(
    "sides", .choice(Sides.allCases.map(\.rawValue)), fallback: "single",
    help: "Whether sheets have braille on both sides: volumes and texts then begin on right-hand pages.")
  /// Whether volumes are one file.
  public static let volumeFiles = OptionDefinition(
    "volume-files", .choice(BrailleOptions.VolumeFiles.allCases.map(\.rawValue)), fallback: "one",
    help: "Whether all volumes are one file, or each has its own: report-1.brf, report-2.brf.")
  /// What becomes of references.
  public static let references = OptionDefinition(
    "references", .choice(BrailleOptions.References.allCases.map(\.rawValue)), fallback: "words",
    help: """
      What is brailled of a reference to a place in the report: its words, or the braille page after \
      it in transcriber's note signs too.
      """)
}

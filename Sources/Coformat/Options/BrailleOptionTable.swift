import BrailleLayout
import BrailleTranslation

extension OptionDefinition {
  /// How far words are contracted.
  public static let grade = OptionDefinition(
    "grade", letter: "g", .text(placeholder: "1|2"), fallback: "2, or what the code has",
    help: """
      Degree of contraction: 1 is uncontracted, letter by letter; 2 is contracted. A few codes have \
      others.
      """)
  /// Which braille code is written.
  public static let code = OptionDefinition(
    "code", .text(placeholder: "code"), fallback: "that of the document's language, or ueb",
    help: "Braille code, by its name in 'coformat codes' or by a language tag such as pl.")
  /// Which liblouis tables are used in the place of the code's.
  public static let tables = OptionDefinition(
    "table", .text(placeholder: "path"),
    help: """
      A liblouis table of your own, or several with commas between, in the place of the code's. A name \
      without a / is an installed table.
      """)
  /// In which code text in other languages is.
  public static let languages = OptionDefinition(
    "languages", .choice(BrailleOptions.Languages.allCases.map(\.rawValue)), fallback: "own-code",
    help: """
      Documents and blocks in another language: in their language's own code, or uncontracted in the \
      document's.
      """)
  /// Which kind of file is made.
  public static let to = OptionDefinition(
    "to", letter: "t", .choice(BrailleOptions.FileType.allCases.map(\.rawValue)), fallback: "brf",
    help: """
      Kind of file: brf for embossers and braille displays, unicode for braille patterns in plain \
      text, pef for the Portable Embosser Format, ebraille for reading on displays of any width.
      """)
  /// Whose layout rules are followed.
  public static let profile = OptionDefinition(
    "profile", letter: "p", .text(placeholder: "name|path"), fallback: "ukaaf",
    help: """
      Layout rules: ukaaf for the United Kingdom, bana for North America, display for reading on a \
      braille display, or the path of a file with rules of your own, in JSON.
      """)
  /// How wide a line is.
  public static let cells = OptionDefinition(
    "cells", .integer(Paginator.minimumCells...200), fallback: "40, from the profile",
    help: "Cells in a line.")
  /// How long a page is.
  public static let lines = OptionDefinition(
    "lines", .integer(Paginator.minimumLines...200), fallback: "25, from the profile",
    help: "Lines on a page.")
  /// How far apart lines stand.
  public static let lineSpacing = OptionDefinition(
    "line-spacing", .choice(LineSpacing.allCases.map(\.rawValue)), fallback: "single",
    help: "Distance of lines: double leaves a blank line between any two, for new readers of braille.")
  /// How lines of a BRF end.
  public static let lineEnding = OptionDefinition(
    "line-ending", .choice(TextFileOptions.LineEnding.allCases.map(\.rawValue)), fallback: "crlf",
    help: "How lines of a BRF end; crlf is what embossers expect.")
  /// What is brailled of a link.
  public static let links = OptionDefinition(
    "links", .choice(BrailleOptions.Links.allCases.map(\.rawValue)), fallback: "text",
    help: """
      What is brailled of a link: its text alone, or the address after it in transcriber's note \
      signs too.
      """)
  /// The letters of a BRF.
  public static let letterCase = OptionDefinition(
    "brf-case", .choice(TextFileOptions.LetterCase.allCases.map(\.rawValue)), fallback: "upper",
    help: "Letters of a BRF: upper case, as is usual, or lower case.")
  /// Where form feeds stand.
  public static let formFeeds = OptionDefinition(
    "form-feed", .choice(TextFileOptions.FormFeeds.allCases.map(\.rawValue)),
    fallback: "after, or none where the profile makes no pages",
    help: "Form feeds of a BRF or Unicode braille: after each page, between pages, or none.")
  /// What makes pages and lines full.
  public static let padding = OptionDefinition(
    "padding", .choice(TextFileOptions.Padding.allCases.map(\.rawValue)), fallback: "lines",
    help: """
      What fills pages of a BRF or Unicode braille: blank lines to the length of the page, blank \
      cells to its width as well, or nothing.
      """)
  /// What stands for a blank cell in Unicode braille.
  public static let blank = OptionDefinition(
    "unicode-blank", .choice(TextFileOptions.Blank.allCases.map(\.rawValue)), fallback: "pattern",
    help: "Blank cells of Unicode braille: the pattern without dots, U+2800, or the space, U+0020.")
  /// Who makes the braille.
  public static let producer = OptionDefinition(
    "producer", .text(placeholder: "name"), fallback: "the publisher, else the author",
    help: "Who makes the braille; eBraille must say so.")
}

extension OptionDefinition {
  /// Where notes stand.
  public static let notes = OptionDefinition(
    "notes", .choice(NotesStyle.Placement.allCases.map(\.rawValue)), fallback: "end, from the profile",
    help: """
      Where notes stand: at the foot of the braille page that refers to them, at the end of the \
      section or of the document, or inline in square brackets.
      """)
  /// The form of tables.
  public static let tableForm = OptionDefinition(
    "table-form", .choice(BrailleOptions.TableLayout.allCases.map(\.rawValue)), fallback: "auto",
    help: """
      The form of tables: auto takes the first of the profile's forms that can hold a table; \
      columns has entries side by side.
      """)
}

extension BrailleOptions {
  /// The names of the program's own layout profiles, the default first.
  public static let profiles = LayoutProfiles.names

  /// The options of braille, as words.
  public static let table = OptionTable([
    .grade, .code, .tables, .languages, .to, .profile, .cells, .lines, .lineSpacing, .frontMatter,
    .contents, .contentsPages, .maximumPages, .sides, .volumeFiles, .references, .links, .notes,
    .tableForm, .lineEnding, .letterCase, .formFeeds, .padding, .blank, .producer, .proof, .concordance,
    .embosserSpeed,
  ])

  /// Makes options out of values the table has accepted.
  ///
  /// - Throws: `ConversionFailure` when there is no such code, the code has no such grade, or there is no
  ///   such table.
  public init(_ values: OptionValues) throws(ConversionFailure) {
    let defaults = BrailleOptions()
    var code: BrailleCode?
    if let id = values["code"] { code = try BrailleCodes.find(id) }
    let grade: Grade? = values.choice("grade")
    if let grade {
      if let code {
        _ = try code.find(grade: grade.rawValue)
      } else if !BrailleCodes.all.contains(where: { $0.grade(grade.rawValue) != nil }) {
        // The document's language may choose the code; but no code at all has this.
        _ = try BrailleCodes.find("ueb").find(grade: grade.rawValue)
      }
    }
    var tables: [String] = []
    if let list = values["table"] { tables = try OwnTables.paths(list) }
    var profile = defaults.profile
    var ownProfile: LayoutProfile?
    if let value = values["profile"] {
      if OwnProfile.isPath(value) {
        ownProfile = try OwnProfile.load(value)
      } else {
        profile = try LayoutProfiles.named(value).name
      }
    }
    self.init(
      grade: grade, code: code?.id, tables: tables,
      languages: values.choice("languages") ?? defaults.languages,
      fileType: values.choice("to") ?? defaults.fileType,
      profile: profile, ownProfile: ownProfile,
      cells: values.integer("cells"), lines: values.integer("lines"),
      lineSpacing: values.choice("line-spacing") ?? defaults.lineSpacing,
      text: TextFileOptions(values),
      links: values.choice("links") ?? defaults.links, notes: values.choice("notes"),
      tableLayout: values.choice("table-form") ?? defaults.tableLayout,
      producer: values["producer"], proofing: ProofingOptions(values),
      frontMatter: values.choice("front-matter"), contents: values.choice("contents"),
      contentsPages: values.choice("contents-pages"), maximumPages: values.integer("max-pages"),
      sides: values.choice("sides") ?? defaults.sides,
      volumeFiles: values.choice("volume-files") ?? defaults.volumeFiles,
      references: values.choice("references") ?? defaults.references)
  }
}

extension TextFileOptions {
  /// Makes options out of values the table has accepted.
  init(_ values: OptionValues) {
    let defaults = TextFileOptions()
    self.init(
      lineEnding: values.choice("line-ending") ?? defaults.lineEnding,
      letterCase: values.choice("brf-case") ?? defaults.letterCase,
      formFeeds: values.choice("form-feed"), padding: values.choice("padding") ?? defaults.padding,
      blank: values.choice("unicode-blank") ?? defaults.blank)
  }
}

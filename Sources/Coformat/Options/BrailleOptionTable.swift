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
    "code", .text(placeholder: "code"), fallback: "ueb, Unified English Braille",
    help: "Braille code, by its name in 'coformat codes'.")
  /// Which kind of file is made.
  public static let to = OptionDefinition(
    "to", letter: "t", .choice(BrailleOptions.FileType.allCases.map(\.rawValue)), fallback: "brf",
    help: """
      Kind of file: brf for embossers and braille displays, unicode for braille patterns in plain \
      text, pef for the Portable Embosser Format, ebraille for reading on displays of any width.
      """)
  /// Whose layout rules are followed.
  public static let profile = OptionDefinition(
    "profile", letter: "p", .choice(LayoutProfiles.names), fallback: "ukaaf",
    help: "Layout rules: ukaaf for the United Kingdom, bana for North America.")
  /// How wide a line is.
  public static let cells = OptionDefinition(
    "cells", .integer(Paginator.minimumCells...200), fallback: "40, from the profile",
    help: "Cells in a line.")
  /// How long a page is.
  public static let lines = OptionDefinition(
    "lines", .integer(Paginator.minimumLines...200), fallback: "25, from the profile",
    help: "Lines on a page.")
  /// How lines of a BRF end.
  public static let lineEnding = OptionDefinition(
    "line-ending", .choice(BrailleOptions.LineEnding.allCases.map(\.rawValue)), fallback: "crlf",
    help: "How lines of a BRF end; crlf is what embossers expect.")
  /// What is brailled of a link.
  public static let links = OptionDefinition(
    "links", .choice(BrailleOptions.Links.allCases.map(\.rawValue)), fallback: "text",
    help: """
      What is brailled of a link: its text alone, or the address after it in transcriber's note \
      signs too.
      """)
  /// Who makes the braille.
  public static let producer = OptionDefinition(
    "producer", .text(placeholder: "name"), fallback: "the publisher, else the author",
    help: "Who makes the braille; eBraille must say so.")
}

extension BrailleOptions {
  /// The options of braille, as words.
  public static let table = OptionTable([
    .grade, .code, .to, .profile, .cells, .lines, .links, .lineEnding, .producer,
  ])

  /// Makes options out of values the table has accepted. Where no grade is given and the code has no
  /// grade 2, it is the code's most contracted.
  ///
  /// - Throws: `ConversionFailure` when there is no such code, or the code has no such grade.
  public init(_ values: OptionValues) throws(ConversionFailure) {
    let defaults = BrailleOptions()
    let id = values["code"] ?? defaults.code
    let code = try BrailleCodes.find(id)
    var grade = values.choice("grade") ?? defaults.grade
    if values["grade"] == nil, let usual = code.defaultGrade { grade = Grade(rawValue: usual.grade) }
    _ = try code.find(grade: grade.rawValue)
    self.init(
      grade: grade, code: id,
      fileType: values.choice("to") ?? defaults.fileType,
      profile: values["profile"] ?? defaults.profile,
      cells: values.integer("cells"), lines: values.integer("lines"),
      lineEnding: values.choice("line-ending") ?? defaults.lineEnding,
      links: values.choice("links") ?? defaults.links, producer: values["producer"])
  }
}

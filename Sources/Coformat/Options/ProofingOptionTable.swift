extension OptionDefinition {
  /// Whether a proof is made.
  public static let proof = OptionDefinition(
    "proof", .flag,
    help: """
      Also write a proof to check the braille with, beside it: report.proof.html shows each page's \
      cells with the print of each line, its place in the source and the messages about it.
      """)
  /// The form a concordance is written in.
  public static let concordance = OptionDefinition(
    "concordance", .choice(ProofingOptions.ConcordanceForm.allCases.map(\.rawValue)),
    help: """
      Also write where each print page and heading is in the braille, beside it: \
      report.concordance.csv or report.concordance.json.
      """)
  /// How fast the embosser is.
  public static let embosserSpeed = OptionDefinition(
    "embosser-speed", .integer(1...10_000), fallback: "\(EmbossingEstimate.usualSpeed)",
    help: "Cells a second, as the embosser's maker states it, to estimate how long embossing takes.")
}

extension ProofingOptions {
  /// Makes options out of values a table has accepted.
  init(_ values: OptionValues) {
    let defaults = ProofingOptions()
    self.init(
      proof: values["proof"] == nil ? .none : .html, concordance: values.choice("concordance"),
      embosserSpeed: values.integer("embosser-speed") ?? defaults.embosserSpeed)
  }
}

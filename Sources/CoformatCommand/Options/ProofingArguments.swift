import ArgumentParser
import Coformat

/// What is made beside the braille, as it is typed.
struct ProofingArguments: ParsableArguments {
  @Flag(.proof) var proof = false
  @Option(.concordance) var concordance: String?
  @Option(.embosserSpeed) var embosserSpeed: String?

  var values: [String: String?] {
    [
      "proof": proof ? "yes" : nil, "concordance": concordance, "embosser-speed": embosserSpeed,
    ]
  }
}

import BrailleLayout
public import Diagnostics
import DocumentModel

/// What is made beside braille for those who check it and plan its making.
public struct ProofingOptions: Codable, Hashable, Sendable {
  /// Whether a proof is made.
  public var proof: Proof
  /// The form of the concordance; nil for none.
  public var concordance: ConcordanceForm?
  /// The embosser's speed in cells a second, as makers state it.
  public var embosserSpeed: Int

  /// Makes options; by default nothing is made.
  public init(
    proof: Proof = .none, concordance: ConcordanceForm? = nil,
    embosserSpeed: Int = EmbossingEstimate.usualSpeed
  ) {
    self.proof = proof
    self.concordance = concordance
    self.embosserSpeed = embosserSpeed
  }

  /// The kinds of proof.
  public enum Proof: String, CaseIterable, Codable, Sendable {
    case none
    /// A page of HTML that shows braille and print side by side.
    case html
  }

  /// The forms a concordance is written in.
  public enum ConcordanceForm: String, CaseIterable, Codable, Sendable {
    /// Comma-separated values (RFC 4180).
    case csv
    case json
  }

  /// Whether rows must know the print they stand for.
  var needsPrint: Bool { proof != .none || concordance != nil }

  /// The extensions of the files that go beside the braille, in order.
  public var companionExtensions: [String] {
    (proof == .none ? [] : [ProofSheet.fileExtension])
      + (concordance.map { ["concordance.\($0.rawValue)"] } ?? [])
  }

  /// Refuses what is about pages for a file that has none.
  ///
  /// - Throws: `ConversionFailure` when a proof or a concordance is asked for of eBraille, whose pages
  ///   are made by whatever shows it.
  public func checkPages(of fileType: BrailleOptions.FileType) throws(ConversionFailure) {
    switch fileType {
    case .brf, .unicode, .pef: break
    case .ebraille:
      if !companionExtensions.isEmpty { throw ConversionFailure(.noPagesToProve()) }
    }
  }

  /// The files that go beside the braille.
  func companions(
    of pages: BraillePages, document: Document, brailleLanguage: String, summary: String,
    embossing: EmbossingEstimate, log: DiagnosticLog
  ) -> [Companion] {
    var companions: [Companion] = []
    switch proof {
    case .none: break
    case .html:
      let sheet = ProofSheet(
        pages: pages, title: document.metadata.title ?? document.titleHeading,
        language: document.metadata.language?.tag ?? brailleLanguage, brailleLanguage: brailleLanguage,
        facts: [summary, embossing.summary], log: log)
      companions.append(
        Companion(
          fileExtension: ProofSheet.fileExtension, mediaType: "text/html; charset=utf-8", bytes: sheet.bytes))
    }
    let concordance = self.concordance.map { ($0, Concordance(pages)) }
    switch concordance {
    case (.csv, let concordance)?:
      companions.append(
        Companion(
          fileExtension: "concordance.csv", mediaType: "text/csv; charset=utf-8; header=present",
          bytes: concordance.csv))
    case (.json, let concordance)?:
      companions.append(
        Companion(fileExtension: "concordance.json", mediaType: "application/json", bytes: concordance.json))
    case nil: break
    }
    return companions
  }
}

extension Diagnostic {
  static func noPagesToProve() -> Diagnostic {
    Diagnostic(
      "PRF-002", .error, "eBraille has no pages, so there is no proof or concordance of them",
      hint: "make the proof with --to brf or --to pef")
  }
}

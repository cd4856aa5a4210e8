import Validation

/// Holds a rendition against the rules of its format.
public typealias RenditionCheck = @Sendable (Rendition) -> [Diagnostic]

extension Plan {
  /// Checks what was made, so that a fault of ours is found here and not on somebody's embosser.
  ///
  /// - Throws: the first fault; the others are reported.
  func check(_ rendition: Rendition, log: inout DiagnosticLog) throws(ConversionFailure) {
    let faults = rendering.check(rendition)
    guard let first = faults.first else { return }
    for fault in faults.dropFirst() { log.report(fault) }
    throw ConversionFailure(first)
  }
}

extension BrailleOptions {
  /// The check for the kind of file these options ask for, on pages of a size.
  func check(cells: Int, lines: Int) -> RenditionCheck {
    switch fileType {
    case .brf:
      { $0.artifacts.flatMap { PagedTextCheck.brf.faults(in: $0.bytes, cells: cells, lines: lines) } }
    case .unicode:
      { $0.artifacts.flatMap { PagedTextCheck.unicode.faults(in: $0.bytes, cells: cells, lines: lines) } }
    case .ebraille: { _ in [] }
    case .pef: { $0.artifacts.flatMap { PEFCheck.faults(in: $0.bytes) } }
    }
  }
}

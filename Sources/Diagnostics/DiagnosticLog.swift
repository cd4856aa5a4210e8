/// Everything said during one conversion, in order. Each stage appends; nothing prints.
///
/// A hostile source can earn the same remark a million times, so the log keeps the first
/// `keptPerCode` of each code and only counts the rest: memory stays bounded and no code is hidden.
public struct DiagnosticLog: Sendable {
  /// How many diagnostics of one code are kept in full.
  public static let keptPerCode = 1_000

  /// The source the next diagnostics are about, as the user named it.
  public var source: String?
  /// The names of the package parts ranges refer to; part 0 is the file itself.
  public var parts: [String] = []
  /// The diagnostics kept, in the order reported.
  public private(set) var diagnostics: [Diagnostic] = []
  private var countByCode: [String: Int] = [:]
  private var countBySeverity: [Severity: Int] = [:]

  /// Makes an empty log about `source`.
  public init(source: String? = nil) { self.source = source }

  /// Appends a diagnostic, naming the source and the part when it does not yet say them.
  public mutating func report(_ diagnostic: Diagnostic) {
    countBySeverity[diagnostic.severity, default: 0] += 1
    let count = countByCode[diagnostic.code, default: 0] + 1
    countByCode[diagnostic.code] = count
    guard count <= Self.keptPerCode else { return }
    var kept = diagnostic
    kept.source = kept.source ?? source
    if kept.part == nil, let range = kept.range, range.part > 0, Int(range.part) < parts.count {
      kept.part = parts[Int(range.part)]
    }
    diagnostics.append(kept)
  }

  /// Appends all that another log holds, keeping its counts.
  public mutating func append(contentsOf other: DiagnosticLog) {
    for diagnostic in other.diagnostics { report(diagnostic) }
    for (code, count) in other.countByCode {
      let dropped = count - min(count, Self.keptPerCode)
      guard dropped > 0, let sample = other.diagnostics.first(where: { $0.code == code }) else { continue }
      countByCode[code, default: 0] += dropped
      countBySeverity[sample.severity, default: 0] += dropped
    }
  }

  /// How many diagnostics of a severity were reported, kept or not.
  public func count(_ severity: Severity) -> Int { countBySeverity[severity, default: 0] }

  /// How many diagnostics of a code were reported, kept or not.
  public func count(code: String) -> Int { countByCode[code, default: 0] }

  /// Codes reported more often than was kept, with how many are not in `diagnostics`.
  public var unkept: [(code: String, count: Int)] {
    countByCode.filter { $0.value > Self.keptPerCode }
      .map { ($0.key, $0.value - Self.keptPerCode) }
      .sorted { $0.code < $1.code }
  }

  /// The highest severity reported, or nil when nothing was.
  public var highest: Severity? { countBySeverity.filter { $0.value > 0 }.keys.max() }
}

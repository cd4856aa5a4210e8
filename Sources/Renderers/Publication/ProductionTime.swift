import FoundationEssentials

/// When a rendition is made: `SOURCE_DATE_EPOCH` (reproducible-builds.org) where the environment has
/// it, so that the same source gives the same bytes, and else now.
struct ProductionTime {
  /// `2026-11-26T14:46:36Z`.
  var second: String

  static var now: ProductionTime {
    let fixed = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Double($0) }
    let date = fixed.map { Date(timeIntervalSince1970: $0) } ?? Date()
    return ProductionTime(second: date.formatted(.iso8601))
  }

  /// `2026-11-26`.
  var day: String { String(second.prefix(10)) }
  /// `2026`.
  var year: String { String(second.prefix(4)) }
}

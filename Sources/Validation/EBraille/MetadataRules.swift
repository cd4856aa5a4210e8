import Diagnostics

/// The rules of eBraille 1.0, 5.3 and 7 about the metadata of the package document.
enum MetadataRules {
  static func findings(in package: PackageReading) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for name in requiredElements where package.values(name).allSatisfy(\.value.isEmpty) {
      findings.append(.missingElement(name))
    }
    for name in ["dc:format", "dc:date"] {
      if let second = package.values(name).dropFirst().first {
        findings.append(.repeatedElement(name, line: second.line))
      }
    }
    for name in requiredProperties where package.values(name).allSatisfy(\.value.isEmpty) {
      findings.append(.missingProperty(name))
    }
    for name in singleProperties {
      if let second = package.values(name).dropFirst().first {
        findings.append(.repeatedProperty(name, line: second.line))
      }
    }
    for rule in valueRules {
      for field in package.values(rule.name) where !field.value.isEmpty && !rule.accepts(field.value) {
        findings.append(rule.finding(field.value, field.line))
      }
    }
    for field in package.fields where fixedLayout.contains(field.name) {
      if field.name == "rendition:layout" {
        if field.value == "pre-paginated" { findings.append(.prePaginated(line: field.line)) }
      } else {
        findings.append(.fixedLayout(field.name, line: field.line))
      }
    }
    for relic in package.relics { findings.append(.legacyFeature(relic.name, line: relic.line)) }
    for line in package.collections { findings.append(.collection(line: line)) }
    return findings
  }

  private static let requiredElements = [
    "dc:creator", "dc:date", "dc:format", "dc:identifier", "dc:language", "dc:title",
  ]
  private static let requiredProperties = [
    "dcterms:modified", "dcterms:dateCopyrighted", "a11y:brailleCellType", "a11y:brailleSystem",
    "a11y:completeTranscription", "a11y:producer", "a11y:tactileGraphics",
  ]
  private static let singleProperties = [
    "dcterms:modified", "dcterms:dateCopyrighted", "a11y:brailleCellType", "a11y:completeTranscription",
    "a11y:tactileGraphics",
  ]
  private static let fixedLayout: Set<String> = [
    "rendition:layout", "rendition:orientation", "rendition:spread", "rendition:viewport",
  ]

  private struct ValueRule: Sendable {
    var name: String
    var accepts: @Sendable (String) -> Bool
    var finding: @Sendable (String, Int) -> Diagnostic
  }

  private static let valueRules = [
    ValueRule(name: "dc:date", accepts: isDate) { .date($0, line: $1) },
    ValueRule(name: "dc:format", accepts: { $0 == "eBraille 1.0" }) { .format($0, line: $1) },
    ValueRule(name: "dc:identifier", accepts: { $0.lowercased().hasPrefix("urn:") || $0.contains("://") }) {
      .identifier($0, line: $1)
    },
    ValueRule(
      name: "dc:language",
      accepts: { $0.split(separator: "-").dropFirst().contains { $0.lowercased() == "brai" } }
    ) { .language($0, line: $1) },
    ValueRule(name: "dcterms:dateCopyrighted", accepts: isDay) { .copyrightDate($0, line: $1) },
    ValueRule(name: "a11y:brailleCellType", accepts: { ["6", "8", "6, 8", "8, 6"].contains($0) }) {
      .cellType($0, line: $1)
    },
    ValueRule(name: "a11y:completeTranscription", accepts: { ["true", "false"].contains($0) }) {
      .completeTranscription($0, line: $1)
    },
    ValueRule(name: "a11y:tactileGraphics", accepts: isGraphicsList) { .tactileGraphics($0, line: $1) },
  ]

  private static func isGraphicsList(_ value: String) -> Bool {
    if value == "none" { return true }
    let kinds = value.split(separator: ",", omittingEmptySubsequences: false).map { String($0).collapsed }
    return kinds.allSatisfy { ["JPG", "PNG", "SVG", "PDF"].contains($0) } && Set(kinds).count == kinds.count
  }

  /// Year, month or day, as ISO 8601 writes them.
  private static func isDay(_ value: String) -> Bool {
    let parts = value.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return false }
    let numbers = parts.map { Int($0) ?? 0 }
    return (numbers.count < 2 || (1...12).contains(numbers[1]))
      && (numbers.count < 3 || (1...31).contains(numbers[2]))
  }

  /// The same, or a moment: the profile of ISO 8601 of W3C's note on date and time formats.
  private static func isDate(_ value: String) -> Bool {
    let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard isDay(String(parts[0])) else { return false }
    guard parts.count == 2 else { return true }
    guard parts[0].count == 10 else { return false }
    var time = parts[1]
    if time.hasSuffix("Z") {
      time.removeLast()
    } else {
      guard let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return false }
      guard isClock(time[time.index(after: sign)...], parts: 2...2) else { return false }
      time = time[..<sign]
    }
    return isClock(time, parts: 2...3)
  }

  private static func isClock(_ text: Substring, parts count: ClosedRange<Int>) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard count.contains(parts.count) else { return false }
    return parts.enumerated().allSatisfy { index, part in
      let whole = part.prefix { $0.isASCII && $0.isNumber }
      let rest = part.dropFirst(whole.count)
      let isFraction =
        index == 2 && rest.first == "." && rest.count > 1 && rest.dropFirst().allSatisfy(\.isNumber)
      return whole.count == 2 && (rest.isEmpty || isFraction) && (Int(whole) ?? 99) < (index == 0 ? 24 : 60)
    }
  }
}

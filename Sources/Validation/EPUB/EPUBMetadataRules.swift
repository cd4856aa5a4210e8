import Diagnostics

/// The rules of EPUB 3.3, 5.5 and EPUB Accessibility 1.1, 2 and 3 about metadata.
enum EPUBMetadataRules {
  static func findings(in package: PackageReading) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for name in ["dc:identifier", "dc:title", "dc:language"]
    where package.values(name).allSatisfy(\.value.isEmpty) {
      findings.append(.missingField(name))
    }
    let modified = package.values("dcterms:modified")
    if modified.count != 1 {
      findings.append(.modified("\(modified.count) are there, and one must be", line: 1))
    }
    for field in modified where !isMoment(field.value) {
      findings.append(.modified("\(quoted(field.value)) is not as in 2026-11-26T14:46:36Z", line: field.line))
    }
    for field in package.values("dc:language") where !isLanguageTag(field.value) {
      findings.append(.languageTag(field.value, line: field.line))
    }
    findings += accessibility(package)
    return findings
  }

  private static func accessibility(_ package: PackageReading) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for name in ["schema:accessMode", "schema:accessibilityFeature", "schema:accessibilityHazard"]
    where package.values(name).isEmpty {
      findings.append(.accessibilityNotSaid(name))
    }
    for name in ["schema:accessModeSufficient", "schema:accessibilitySummary"]
    where package.values(name).isEmpty {
      findings.append(.accessibilityNotSaid(name, severity: .note))
    }
    for (name, allowed) in vocabulary {
      for field in package.values(name) {
        let values =
          name == "schema:accessModeSufficient"
          ? field.value.split(separator: ",").map { String($0).collapsed } : [field.value]
        for value in values where !allowed.contains(value) {
          findings.append(.accessibilityValue(name, value, line: field.line))
        }
      }
      let values = package.values(name)
      if values.count > 1, let alone = values.first(where: { ["none", "unknown"].contains($0.value) }) {
        findings.append(.accessibilityValue(name, "\(alone.value) beside others", line: alone.line))
      }
    }
    for claim in package.values("dcterms:conformsTo") {
      let isKnown = claim.value.wholeMatch(of: /EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}/) != nil
      if claim.value.contains("WCAG"), !isKnown {
        findings.append(
          .conformance("\(quoted(claim.value)) is not in the words of the standard", line: claim.line))
      }
      let certified = package.fields.contains {
        $0.name == "a11y:certifiedBy" && !$0.value.isEmpty
          && ($0.refines == nil || $0.refines == claim.id.map { "#" + $0 })
      }
      if isKnown, !certified {
        findings.append(
          .conformance("nobody is named who certifies it", severity: .warning, line: claim.line))
      }
    }
    return findings
  }

  /// Values of schema.org as its accessibility vocabulary has them (W3C, 2023).
  private static let vocabulary: [(String, Set<String>)] = [
    ("schema:accessMode", modes), ("schema:accessModeSufficient", modes),
    (
      "schema:accessibilityFeature",
      [
        "annotations", "ARIA", "bookmarks", "index", "pageBreakMarkers", "printPageNumbers", "pageNavigation",
        "readingOrder", "structuralNavigation", "tableOfContents", "taggedPDF", "alternativeText",
        "audioDescription", "closedCaptions", "captions", "describedMath", "longDescription", "openCaptions",
        "signLanguage", "transcript", "displayTransformability", "synchronizedAudioText", "timingControl",
        "unlocked", "ChemML", "latex", "latex-chemistry", "MathML", "MathML-chemistry", "ttsMarkup",
        "highContrastAudio", "highContrastDisplay", "largePrint", "braille", "tactileGraphic",
        "tactileObject", "fullRubyAnnotations", "horizontalWriting", "rubyAnnotations", "verticalWriting",
        "withAdditionalWordSegmentation", "withoutAdditionalWordSegmentation", "none", "unknown",
      ]
    ),
    (
      "schema:accessibilityHazard",
      [
        "flashing", "motionSimulation", "sound", "noFlashingHazard", "noMotionSimulationHazard",
        "noSoundHazard", "unknownFlashingHazard", "unknownMotionSimulationHazard", "unknownSoundHazard",
        "none", "unknown",
      ]
    ),
  ]

  private static let modes: Set<String> = [
    "auditory", "tactile", "textual", "visual", "chartOnVisual", "chemOnVisual", "colorDependent",
    "diagramOnVisual", "mathOnVisual", "musicOnVisual", "textOnVisual",
  ]

  private static func isMoment(_ value: String) -> Bool {
    value.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil
  }

  /// BCP 47, 2.1, as far as its shape goes.
  static func isLanguageTag(_ value: String) -> Bool {
    value.wholeMatch(of: /([A-Za-z]{2,8}|[xi])(-[A-Za-z0-9]{1,8})*/) != nil
  }
}

import Diagnostics
import XMLTree

/// The rules of EPUB 3.3, 9 about media overlays.
struct OverlayRules {
  private var findings: [Diagnostic] = []
  private let overlay: String
  private let files: [String: [UInt8]]
  private let identifiers: [String: [String: Int]]
  /// The end of the last clip of each recording.
  private var ends: [String: Int] = [:]
  private(set) var milliseconds = 0

  static func findings(
    manifest: ManifestRules, package: PackageReading, packagePath: String, files: [String: [UInt8]],
    pages: [(path: String, page: PageReading)]
  ) -> [Diagnostic] {
    let overlays = manifest.local.filter { $0.mediaType == "application/smil+xml" }
    guard !overlays.isEmpty else { return [] }
    var findings: [Diagnostic] = []
    let identifiers = Dictionary(pages.map { ($0.path, $0.page.identifiers) }) { first, _ in first }
    var total = 0
    for item in overlays {
      guard let bytes = files[item.path] else { continue }
      var rules = OverlayRules(overlay: item.path, files: files, identifiers: identifiers)
      do throws(XMLFault) {
        try XMLEvents.read(bytes) { rules.handle($0) }
      } catch {
        findings.append(.notWellFormed(error, in: item.path))
        continue
      }
      findings += rules.findings.map { $0.within(item.path) }
      total += rules.milliseconds
      let said = package.fields.first { $0.name == "media:duration" && $0.refines == "#\(item.id)" }
      findings += Self.compare(said, rules.milliseconds, of: item.id).map { $0.within(packagePath) }
      if !manifest.local.contains(where: { $0.overlay == item.id }) {
        findings.append(Diagnostic.overlay("no content document names it", line: 1).within(item.path))
      }
    }
    findings += compare(package.values("media:duration").first, total, of: "the publication").map {
      $0.within(packagePath)
    }
    return findings
  }

  /// What is said of a length against what it is, to a second.
  private static func compare(
    _ said: PackageReading.Field?, _ milliseconds: Int, of what: String
  ) -> [Diagnostic] {
    guard let said, let value = clock(said.value) else {
      return [.overlay("the media:duration of \(what) is not said", line: 1)]
    }
    return abs(value - milliseconds) <= 1_000
      ? [] : [.overlay("the media:duration of \(what) differs from its clips", line: said.line)]
  }

  private init(overlay: String, files: [String: [UInt8]], identifiers: [String: [String: Int]]) {
    self.overlay = overlay
    self.files = files
    self.identifiers = identifiers
  }

  private mutating func handle(_ event: XMLEvent) {
    guard case .start(let name, _, let attributes, let line) = event else { return }
    let value = { (key: String) in attributes.first { $0.name == key }?.value }
    switch name {
    case "seq":
      if let text = value("epub:textref") {
        check(text, line)
      } else {
        findings.append(.overlay("a seq has no epub:textref", line: line))
      }
    case "text": check(value("src") ?? "", line)
    case "audio":
      let source = (value("src") ?? "").split(separator: "#").first.map(String.init) ?? ""
      guard let path = PackagePath.resolve(source, from: overlay), files[path] != nil else {
        return findings.append(.overlay("the recording \(quoted(source)) is not there", line: line))
      }
      guard let begin = Self.clock(value("clipBegin") ?? "0"), let end = value("clipEnd").flatMap(Self.clock),
        begin < end
      else { return findings.append(.overlay("a clip has no length", line: line)) }
      milliseconds += end - begin
      if let last = ends[path], begin < last - 50 {
        findings.append(
          .overlay("a clip begins before the one before it ends", severity: .warning, line: line))
      }
      ends[path] = end
    default: break
    }
  }

  private mutating func check(_ address: String, _ line: Int) {
    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
    guard let file = parts.first, let path = PackagePath.resolve(file, from: overlay),
      let known = identifiers[path], parts.count < 2 || known[parts[1]] != nil
    else { return findings.append(.overlay("\(quoted(address)) is not there to be said", line: line)) }
  }

  /// A time of SMIL in milliseconds (EPUB 3.3, D.7); nil when it is none.
  static func clock(_ value: String) -> Int? {
    let parts = value.split(separator: ":", omittingEmptySubsequences: false)
    var text = parts.last.map(String.init) ?? ""
    var unit = 1_000.0
    if parts.count == 1 {
      for (suffix, factor) in [("ms", 1.0), ("min", 60_000), ("h", 3_600_000), ("s", 1_000)]
      where text.hasSuffix(suffix) {
        text = String(text.dropLast(suffix.count))
        unit = factor
        break
      }
    }
    guard let seconds = Double(text), (0..<1e9).contains(seconds), parts.count <= 3 else { return nil }
    var total = seconds * unit
    var factor = 60_000.0
    for part in parts.dropLast().reversed() {
      guard let number = Int(part), (0..<1_000_000).contains(number) else { return nil }
      total += Double(number) * factor
      factor *= 60
    }
    return Int(total.rounded())
  }
}

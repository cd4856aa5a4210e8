import Diagnostics

/// The rules about the files of a publication and their order (EPUB 3.3, 5.6 and 5.7; eBraille 1.0,
/// 3 to 5 and 7).
struct ManifestRules {
  /// A file of the manifest that is in the package.
  struct Local {
    var id: String
    /// The path from the package's root.
    var path: String
    var mediaType: String
    var properties: [Substring]
    /// The item that says when its text is spoken.
    var overlay: String?
    var isNavigation: Bool
    var isInSpine: Bool
  }

  /// Which publications the rules are of.
  enum Dialect {
    /// EPUB 3.3.
    case epub
    /// eBraille 1.0, which allows less.
    case eBraille
  }

  private let package: PackageReading
  private let dialect: Dialect
  private let path: String
  private let files: Set<String>
  private(set) var local: [Local] = []
  private(set) var findings: [Diagnostic] = []

  init(_ package: PackageReading, at path: String, files: Set<String>, dialect: Dialect) {
    self.dialect = dialect
    self.package = package
    self.path = path
    self.files = files
  }

  mutating func check() {
    if package.version != "3.0" { report(.package("its version is not 3.0", line: 1)) }
    let identifiers = package.values("dc:identifier").compactMap(\.id)
    if package.uniqueIdentifier.map({ !identifiers.contains($0) }) ?? true {
      report(.package("unique-identifier names no dc:identifier", line: 1))
    }
    checkItems()
    checkSpine()
  }

  private mutating func report(_ finding: Diagnostic) { findings.append(finding.within(path)) }

  private mutating func checkItems() {
    var identifiers: Set<String> = []
    var paths: Set<String> = []
    let inSpine = Set(package.steps.map(\.idref))
    for item in package.items {
      if item.id.isEmpty || !identifiers.insert(item.id).inserted {
        report(.package("the item \(quoted(item.href)) has no identifier of its own", line: item.line))
      }
      if item.hasFallback, dialect == .eBraille { report(.fallback(line: item.line)) }
      if item.properties.contains("remote-resources"), dialect == .eBraille {
        report(.remoteResourcesProperty(line: item.line))
      }
      if PackagePath.isAbsolute(item.href) || item.href.hasPrefix("/") {
        // Sound and moving pictures may be elsewhere in an EPUB (3.6).
        if dialect == .epub, ["audio/", "video/"].contains(where: item.mediaType.hasPrefix) { continue }
        report(.remoteResource(item.href, line: item.line))
        continue
      }
      guard let place = PackagePath.resolve(item.href, from: path), !place.isEmpty else {
        report(.package("the item \(quoted(item.href)) leads out of the package", line: item.line))
        continue
      }
      guard files.contains(place) else {
        findings.append(.missingFile(place, in: path, line: item.line))
        continue
      }
      if !paths.insert(place).inserted {
        report(.package("the file \(quoted(place)) is listed twice", line: item.line))
        continue
      }
      let isNavigation = item.properties.contains("nav")
      if isNavigation, dialect == .eBraille {
        if place.contains("/") { report(.entryPageNotInRoot(place, line: item.line)) }
        if PackagePath.name(of: place) != "index.html" { report(.entryPageNamed(place, line: item.line)) }
      }
      local.append(
        Local(
          id: item.id, path: place, mediaType: item.mediaType, properties: item.properties,
          overlay: item.overlay, isNavigation: isNavigation, isInSpine: inSpine.contains(item.id)))
    }
    let navigation = package.items.count { $0.properties.contains("nav") }
    if navigation != 1 {
      report(.package("\(navigation) items have the property nav, and one must", line: 1))
    }
    for file in files.sorted() where !paths.contains(file) && file != path && file != "mimetype" {
      if !file.hasPrefix("META-INF/"), !file.hasSuffix("/") { findings.append(.undeclaredFile(file)) }
    }
  }

  private mutating func checkSpine() {
    let items = Dictionary(package.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    if package.steps.isEmpty { report(.package("the spine is empty", line: 1)) }
    var seen: Set<String> = []
    for step in package.steps {
      guard let item = items[step.idref] else {
        report(.package("the spine names \(quoted(step.idref)), which is no item", line: step.line))
        continue
      }
      if !seen.insert(step.idref).inserted {
        report(.package("the spine names \(quoted(step.idref)) twice", line: step.line))
      }
      let isReadable =
        item.mediaType == "application/xhtml+xml"
        || (dialect == .epub && (item.mediaType == "image/svg+xml" || item.hasFallback))
      if !isReadable {
        report(.package("\(quoted(item.href)) is in the spine and is not XHTML", line: step.line))
      }
      guard dialect == .eBraille else { continue }
      if item.properties.contains("nav") {
        report(.entryPage("it is in the spine", severity: .warning, line: step.line))
      }
      for property in step.properties {
        if property == "rendition:layout-pre-paginated" {
          report(.prePaginatedOverride(line: step.line))
        } else if Self.fixedLayout.contains(where: property.hasPrefix) {
          report(.fixedLayout(String(property), line: step.line))
        }
      }
    }
  }

  /// Overrides of EPUB 3.3, 8.2.
  private static let fixedLayout = [
    "rendition:layout-", "rendition:orientation-", "rendition:spread-", "rendition:page-spread-",
    "page-spread-",
  ]
}

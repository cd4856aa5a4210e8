public import Diagnostics
public import Packaging
import XMLTree

/// Checks an eBraille publication against eBraille 1.0. The numbers of the `EBR` messages are those
/// of the DAISY Consortium's eBraille Checker, so that findings of both can be compared; what EPUB
/// itself asks of the package is checked as far as a reader would meet it: the container, the
/// manifest, links and the entry page.
///
/// What EPUBCheck checks besides, such as the content model of HTML, is not repeated here.
public struct EBrailleCheck {
  private let package: ZipReader.Package
  private let files: [String: [UInt8]]
  private var findings: [Diagnostic] = []

  /// All that is wrong with a publication, in the order its files are read.
  ///
  /// - Parameters:
  ///   - package: the files.
  ///   - name: the name of the file they came in; nil for one that has none yet.
  public static func findings(in package: ZipReader.Package, name: String? = nil) -> [Diagnostic] {
    var check = EBrailleCheck(package)
    if let name, !name.lowercased().hasSuffix(".ebrl") { check.findings.append(.wrongExtension()) }
    check.run()
    return check.findings
  }

  /// Whether a package says of itself that it is eBraille.
  public static func isEBraille(_ package: ZipReader.Package) -> Bool {
    guard let path = PackageContainer(package).packageDocument,
      let file = package.files.first(where: { $0.path == path }),
      let reading = try? PackageReading(file.bytes)
    else { return false }
    return reading.values("dc:format").contains { $0.value.hasPrefix("eBraille") }
  }

  private init(_ package: ZipReader.Package) {
    self.package = package
    files = Dictionary(package.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func run() {
    let container = PackageContainer(package)
    findings += container.findings
    let path = container.packageDocument ?? "package.opf"
    if path.contains("/") { findings.append(.packageDocumentNotInRoot(path)) }
    if PackagePath.name(of: path) != "package.opf" { findings.append(.packageDocumentNamed(path)) }
    guard let bytes = files[path] else {
      return findings.append(.missingFile(path, in: "META-INF/container.xml", line: 1))
    }
    let reading: PackageReading
    do throws(XMLFault) {
      reading = try PackageReading(bytes)
    } catch {
      return findings.append(.notWellFormed(error, in: path))
    }
    findings += MetadataRules.findings(in: reading).map { $0.within(path) }
    var manifest = ManifestRules(reading, at: path, files: Set(files.keys), dialect: .eBraille)
    manifest.check()
    findings += manifest.findings
    checkContent(reading, manifest)
  }

  // MARK: - Content

  private mutating func checkContent(_ reading: PackageReading, _ manifest: ManifestRules) {
    var pages: [(path: String, page: PageReading)] = []
    for item in manifest.local {
      guard let bytes = files[item.path] else { continue }
      switch item.mediaType {
      case "application/xhtml+xml":
        let role: PageRules.Role =
          item.isNavigation ? (item.isInSpine ? .entryPageInSpine : .entryPage) : .content
        do throws(XMLFault) {
          let page = try PageReading(bytes)
          findings += PageRules(page, role: role).findings.map { $0.within(item.path) }
          pages.append((item.path, page))
        } catch {
          findings.append(.notWellFormed(error, in: item.path))
        }
      case "text/css":
        guard let text = String(validating: bytes, as: UTF8.self) else {
          findings.append(.styleNotUTF8(in: item.path))
          continue
        }
        findings += StyleRules.findings(in: StyleSheet(text)).map { $0.within(item.path) }
      default: break
      }
    }
    let links = LinkRules(pages: pages, files: Set(files.keys), declared: Set(manifest.local.map(\.path)))
    findings += links.findings
  }
}

public import Diagnostics
public import Packaging
import XMLTree

/// Checks a publication against EPUB 3.3 and EPUB Accessibility 1.1, as far as readers would meet a
/// fault: the container, the manifest, the reading order, navigation, print pages, links, what the
/// publication says of its accessibility, and speech that goes with its text.
///
/// The content model of HTML is left to the program EPUBCheck, which is run besides where it is there.
public struct EPUBRules {
  private let files: [String: [UInt8]]
  private var findings: [Diagnostic] = []

  /// All that is wrong with a publication, in the order its files are read.
  public static func findings(in package: ZipReader.Package) -> [Diagnostic] {
    var rules = EPUBRules(package)
    rules.run(package)
    return rules.findings
  }

  private init(_ package: ZipReader.Package) {
    files = Dictionary(package.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func run(_ package: ZipReader.Package) {
    let container = PackageContainer(package)
    findings += container.findings
    guard let path = container.packageDocument else { return }
    guard let bytes = files[path] else {
      return findings.append(.missingFile(path, in: "META-INF/container.xml", line: 1))
    }
    let reading: PackageReading
    do throws(XMLFault) {
      reading = try PackageReading(bytes)
    } catch {
      return findings.append(.notWellFormed(error, in: path))
    }
    findings += EPUBMetadataRules.findings(in: reading).map { $0.within(path) }
    var manifest = ManifestRules(reading, at: path, files: Set(files.keys), dialect: .epub)
    manifest.check()
    findings += manifest.findings
    let pages = readPages(manifest)
    let links = LinkRules(pages: pages, files: Set(files.keys), declared: Set(manifest.local.map(\.path)))
    findings += links.findings
    if let item = manifest.local.first(where: \.isNavigation), let bytes = files[item.path] {
      let order = reading.steps.compactMap { step in manifest.local.first { $0.id == step.idref }?.path }
      findings += NavigationRules.findings(
        in: bytes, at: item.path, pages: pages, order: order, package: reading
      ).map { $0.within(item.path) }
    }
    findings += OverlayRules.findings(
      manifest: manifest, package: reading, packagePath: path, files: files, pages: pages)
  }

  private mutating func readPages(_ manifest: ManifestRules) -> [(path: String, page: PageReading)] {
    var pages: [(path: String, page: PageReading)] = []
    for item in manifest.local where item.mediaType == "application/xhtml+xml" {
      guard let bytes = files[item.path] else { continue }
      do throws(XMLFault) {
        let page = try PageReading(bytes)
        findings += EPUBPageRules.findings(in: page, item: item).map { $0.within(item.path) }
        pages.append((item.path, page))
      } catch {
        findings.append(.notWellFormed(error, in: item.path))
      }
    }
    return pages
  }
}

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

  private init(_ package: ZipReader.Package) {
    self.package = package
    files = Dictionary(package.files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func run() {
    checkMediaType()
    let path = packageDocument() ?? "package.opf"
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
    var manifest = ManifestRules(reading, at: path, files: Set(files.keys))
    manifest.check()
    findings += manifest.findings
    checkContent(reading, manifest)
  }

  // MARK: - The container

  /// OCF 4.3.2: the first file says what the package is, in the zip's own bytes.
  private mutating func checkMediaType() {
    guard let first = package.files.first, first.path == "mimetype" else {
      return findings.append(.mediaType("it is not the first file"))
    }
    if !package.beginsInPlainBytes { findings.append(.mediaType("it is compressed, or has an extra field")) }
    if first.bytes != Array("application/epub+zip".utf8) {
      findings.append(.mediaType("it does not say application/epub+zip"))
    }
  }

  /// The path the container gives for the package document.
  private mutating func packageDocument() -> String? {
    let place = "META-INF/container.xml"
    guard let bytes = files[place] else {
      findings.append(.container("it is not there"))
      return nil
    }
    var path: String?
    do throws(XMLFault) {
      try XMLEvents.read(bytes) { event in
        if path == nil, case .start("rootfile", _, let attributes, _) = event {
          path = attributes.first { $0.name == "full-path" }?.value
        }
      }
    } catch {
      findings.append(.notWellFormed(error, in: place))
    }
    if path == nil { findings.append(.container("it names no package document")) }
    return path
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

/// Paths in a package.
enum PackagePath {
  /// What follows the last `/`.
  static func name(of path: String) -> String { String(path.split(separator: "/").last ?? "") }

  /// Where a relative address in a file leads; nil when it leads out of the package.
  static func resolve(_ address: String, from file: String) -> String? {
    var steps = file.split(separator: "/").dropLast().map(String.init)
    for step in decoded(address).split(separator: "/", omittingEmptySubsequences: false) {
      switch step {
      case ".", "": continue
      case "..":
        guard steps.popLast() != nil else { return nil }
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  /// An address with what is written in percents as characters.
  static func decoded(_ address: String) -> String {
    guard address.contains("%") else { return address }
    let bytes = Array(address.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether an address has a scheme, as `https:` or `mailto:`.
  static func isAbsolute(_ address: String) -> Bool {
    if address.hasPrefix("//") { return true }
    guard let colon = address.firstIndex(of: ":") else { return false }
    let scheme = address[..<colon]
    return scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
  }
}

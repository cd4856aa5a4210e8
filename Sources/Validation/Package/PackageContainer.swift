import Diagnostics
import Packaging
import XMLTree

/// What says that a package is a publication and where its package document stands (EPUB 3.3, 4).
struct PackageContainer {
  private(set) var findings: [Diagnostic] = []
  /// The path of the package document; nil when nothing says it.
  private(set) var packageDocument: String?

  init(_ package: ZipReader.Package) {
    checkMediaType(package)
    packageDocument = path(in: package)
  }

  /// OCF 4.3.2: the first file says what the package is, in the zip's own bytes.
  private mutating func checkMediaType(_ package: ZipReader.Package) {
    guard let first = package.files.first, first.path == "mimetype" else {
      return findings.append(.mediaType("it is not the first file"))
    }
    if !package.beginsInPlainBytes { findings.append(.mediaType("it is compressed, or has an extra field")) }
    if first.bytes != Array("application/epub+zip".utf8) {
      findings.append(.mediaType("it does not say application/epub+zip"))
    }
  }

  /// The path the container gives for the package document.
  private mutating func path(in package: ZipReader.Package) -> String? {
    let place = "META-INF/container.xml"
    guard let file = package.files.first(where: { $0.path == place }) else {
      findings.append(.container("it is not there"))
      return nil
    }
    var path: String?
    do throws(XMLFault) {
      try XMLEvents.read(file.bytes) { event in
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
}

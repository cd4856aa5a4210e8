public import Diagnostics
public import Packaging
import XMLTree

/// Checks a DAISY 3 book against ANSI/NISO Z39.86-2005: the files and what leads from one to another.
///
/// The rules are those ZedVal, the DAISY Consortium's checker, tests, in our own words; what a DTD says is
/// checked as well, so that a book is known to be valid where nothing else is installed.
public struct Daisy3Check {
  let files: [String: [UInt8]]
  /// The path of the package file.
  let packagePath: String
  var findings: [Diagnostic] = []

  /// The package, read.
  var package = DaisyPackageReading()
  /// The text of each file that is DTBook, SMIL, navigation or resources, by path.
  var readings: [String: MarkupReading] = [:]
  /// The files that addresses lead to.
  private let addresses = KnownAddresses()
  let sounds = KnownSounds()

  /// All that is wrong with a book.
  ///
  /// - Parameter files: all of its files, with paths from the folder they are in.
  public static func findings(in files: [PackageFile]) -> [Diagnostic] {
    guard let path = packagePath(in: files) else { return [] }
    var check = Daisy3Check(files, path)
    check.run()
    return check.findings
  }

  /// The package file of a DAISY 3 book; nil when the files are no such book.
  public static func packagePath(in files: [PackageFile]) -> String? {
    // EPUBs and eBraille publications have package files too.
    guard !files.contains(where: { ["META-INF/container.xml", "mimetype"].contains($0.path) }) else {
      return nil
    }
    return files.map(\.path).filter { $0.lowercased().hasSuffix(".opf") }
      .min { $0.utf8.count { $0 == 0x2F } < $1.utf8.count { $0 == 0x2F } }
  }

  private init(_ files: [PackageFile], _ path: String) {
    self.files = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    packagePath = path
  }

  private mutating func run() {
    guard let reading = read(packagePath, Daisy3Grammars.package) else { return }
    package = DaisyPackageReading(reading, at: packagePath)
    checkType(
      reading, at: packagePath, identifier: "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN",
      namespace: "http://openebook.org/namespaces/oeb-package/1.0/", version: nil)
    checkPackageMetadata(reading)
    checkManifest()
    readParts()
    checkSpine()
    checkTimelines()
    checkTexts()
    checkFormulas()
    checkNavigation()
    checkResources()
  }

  // MARK: - Reading

  /// A file read, with what its DTD says of it held against it; nil when it cannot be read.
  private mutating func read(_ path: String, _ grammar: MarkupGrammar?) -> MarkupReading? {
    guard let bytes = files[path] else { return nil }
    do throws(XMLFault) {
      let reading = try MarkupReading(bytes)
      for fault in grammar?.faults(in: reading) ?? [] {
        report(.daisyGrammar(fault.reason, line: fault.line), in: path)
      }
      for (id, line) in reading.repeated where grammar != nil {
        report(
          .daisyGrammar("the identifier \(quoted(id)) is there more than once", line: line),
          in: path)
      }
      return reading
    } catch {
      report(.notWellFormedBook(error), in: path)
      return nil
    }
  }

  private mutating func readParts() {
    for item in package.items {
      switch item.mediaType {
      case DaisyMedia.smil:
        readings[item.path] = read(item.path, Daisy3Grammars.timeline)
        if let reading = readings[item.path] {
          checkType(
            reading, at: item.path, identifier: "-//NISO//DTD dtbsmil ",
            namespace: "http://www.w3.org/2001/SMIL20/", version: nil)
        }
      case DaisyMedia.navigation:
        readings[item.path] = read(item.path, Daisy3Grammars.navigation)
        if let reading = readings[item.path] {
          checkType(
            reading, at: item.path, identifier: "-//NISO//DTD ncx ",
            namespace: "http://www.daisy.org/z3986/2005/ncx/", version: "2005-1")
        }
      case DaisyMedia.resources:
        readings[item.path] = read(item.path, Daisy3Grammars.resources)
        if let reading = readings[item.path] {
          checkType(
            reading, at: item.path, identifier: "-//NISO//DTD resource ",
            namespace: "http://www.daisy.org/z3986/2005/resource/", version: "2005-1")
        }
      case DaisyMedia.text: readings[item.path] = read(item.path, nil)
      default: break
      }
    }
  }

  /// The document type, the namespace and the version, which stand in the file itself (appendix 1).
  private mutating func checkType(
    _ reading: MarkupReading, at path: String, identifier: String, namespace: String,
    version: String?
  ) {
    guard let root = reading.root else { return }
    if !reading.hasDocumentType {
      report(.daisyFileType("the file has no document type", line: 1), in: path)
    } else if let given = reading.publicIdentifier, !given.hasPrefix(identifier) {
      report(.daisyFileType("the document type is \(quoted(given, limit: 80))", line: 1), in: path)
    }
    if root["xmlns"] != namespace {
      report(
        .daisyFileType("the root does not declare the namespace \(namespace)", line: root.line),
        in: path)
    }
    if let version, root["version"] != version {
      report(.daisyFileType("the root does not say version \(version)", line: root.line), in: path)
    }
    for element in reading.elements {
      guard let tag = element["xml:lang"], !tag.isLanguageTag else { continue }
      report(
        .daisyFileType("\(quoted(tag)) is no language tag (RFC 3066)", line: element.line), in: path
      )
    }
  }

  // MARK: - Asking

  mutating func report(_ finding: Diagnostic, in path: String) {
    findings.append(finding.within(path))
  }

  /// The readings of a media type, in the manifest's order.
  func readings(of mediaType: String) -> [(path: String, reading: MarkupReading)] {
    package.items.compactMap { item in
      item.mediaType == mediaType ? readings[item.path].map { (item.path, $0) } : nil
    }
  }

  /// Where an address in a file leads: a file of the book and a place in it.
  func target(of address: String, in path: String) -> (path: String, fragment: String?)? {
    let hash = address.utf8.firstIndex(of: UInt8(ascii: "#"))
    let file = hash.map { address[..<$0] } ?? address[...]
    let target = file.isEmpty ? path : addresses.path(of: file, in: path, files)
    guard let target else { return nil }
    guard let hash else { return (target, nil) }
    let fragment = address[address.utf8.index(after: hash)...]
    return (
      target,
      fragment.utf8.contains(UInt8(ascii: "%")) ? PackagePath.decoded(String(fragment)) : String(fragment)
    )
  }

  /// The element an address leads to.
  func element(at address: String, in path: String) -> (path: String, index: Int)? {
    guard let target = target(of: address, in: path), let fragment = target.fragment,
      let index = readings[target.path]?.identifiers[fragment]
    else { return nil }
    return (target.path, index)
  }
}

/// The media types of a DAISY 3 book's files (Z39.86, 3.3).
enum DaisyMedia {
  static let smil = "application/smil"
  static let navigation = "application/x-dtbncx+xml"
  static let text = "application/x-dtbook+xml"
  static let resources = "application/x-dtbresource+xml"

  /// The media type a name's extension stands for; nil for others.
  static func type(of path: String) -> Set<String>? {
    switch path.lowercased().split(separator: ".").last.map(String.init) ?? "" {
    case "smil": [smil]
    case "ncx": [navigation]
    case "res": [resources]
    case "opf": ["text/xml"]
    case "xml": [text, "text/xml", "application/xml"]
    case "mp3": ["audio/mpeg"]
    case "mp4", "m4a": ["audio/mpeg4-generic", "audio/mp4"]
    case "wav": ["audio/x-wav", "audio/wav"]
    case "png": ["image/png"]
    case "jpg", "jpeg": ["image/jpeg"]
    case "svg": ["image/svg+xml"]
    case "css": ["text/css"]
    case "xsl", "xslt": ["text/xsl", "application/xslt+xml", "text/xml"]
    default: nil
    }
  }
}

/// The files that addresses in files lead to, each found once: a book says the same few thousands of times.
private final class KnownAddresses {
  private var paths: [String: [Substring: String?]] = [:]

  /// The path of the file an address names; nil where the book has no such file.
  func path(of address: Substring, in path: String, _ files: [String: [UInt8]]) -> String? {
    if let known = paths[path]?[address] { return known }
    let found = PackagePath.resolve(String(address), from: path).flatMap { files[$0] == nil ? nil : $0 }
    paths[path, default: [:]][Substring(String(address))] = .some(found)
    return found
  }
}

/// A package file, read.
struct DaisyPackageReading {
  /// A file of the manifest.
  struct Item {
    var id: String
    var href: String
    /// The path among the book's files.
    var path: String
    var mediaType: String
    var line: Int
  }

  var items: [Item] = []
  /// The media types of the files, by path.
  private(set) var mediaTypes: [String: String] = [:]
  var spine: [(id: String, line: Int)] = []
  /// What the book is known by; empty when the package does not say.
  var identifier = ""
  var multimediaType = ""

  init() {}

  init(_ reading: MarkupReading, at path: String) {
    for element in reading.elements {
      switch element.name {
      case "item":
        let href = element["href"] ?? ""
        items.append(
          Item(
            id: element["id"] ?? "", href: href,
            path: PackagePath.resolve(href, from: path) ?? href,
            mediaType: element["media-type"] ?? "", line: element.line))
      case "itemref": spine.append((element["idref"] ?? "", element.line))
      case "Identifier" where element["id"] == reading.root?["unique-identifier"]:
        identifier = element.text.collapsed
      default: break
      }
    }
    mediaTypes = Dictionary(items.map { ($0.path, $0.mediaType) }) { first, _ in first }
    multimediaType = reading.metadata("dtb:multimediaType").first?.value ?? ""
  }

  /// Whether the book has sound.
  var hasSound: Bool { multimediaType.hasPrefix("audio") || multimediaType == "textPartAudio" }
}

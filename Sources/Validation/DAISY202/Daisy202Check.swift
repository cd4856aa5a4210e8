public import Diagnostics
public import Packaging
import XMLTree

/// Checks a DAISY 2.02 book against the DAISY 2.02 Recommendation: the navigation, the timeline, and what
/// leads from one to another.
public struct Daisy202Check {
  let files: [String: [UInt8]]
  /// The path of the navigation control centre.
  let navigationPath: String
  /// The folder it is in, with a slash; empty where it is in none.
  let folder: String
  var findings: [Diagnostic] = []
  var readings: [String: MarkupReading] = [:]
  let sounds = KnownSounds()

  /// All that is wrong with a book.
  ///
  /// - Parameter files: all of its files, with paths from the folder they are in.
  public static func findings(in files: [PackageFile]) -> [Diagnostic] {
    guard let path = navigationPath(in: files) else { return [] }
    var check = Daisy202Check(files, path)
    check.run()
    return check.findings
  }

  /// The navigation control centre of a DAISY 2.02 book; nil when the files are no such book.
  public static func navigationPath(in files: [PackageFile]) -> String? {
    files.map(\.path)
      .filter { ["ncc.html", "ncc.htm"].contains(PackagePath.name(of: $0).lowercased()) }
      .min { $0.utf8.count { $0 == 0x2F } < $1.utf8.count { $0 == 0x2F } }
  }

  private init(_ files: [PackageFile], _ path: String) {
    self.files = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    navigationPath = path
    folder = String(path.dropLast(PackagePath.name(of: path).count))
  }

  private mutating func run() {
    for path in files.keys.sorted() where path.hasPrefix(folder) {
      let name = path.lowercased()
      guard [".smil", ".html", ".htm", ".xhtml"].contains(where: name.hasSuffix),
        let bytes = files[path]
      else { continue }
      do throws(XMLFault) {
        let reading = try MarkupReading(bytes)
        readings[path] = reading
        if !reading.hasDocumentType {
          report(.bookFile("the file has no document type", line: 1), in: path)
        }
        for (id, line) in reading.repeated {
          report(
            .bookFile("the identifier \(quoted(id)) is there more than once", line: line), in: path)
        }
      } catch {
        report(.notWellFormedBook(error), in: path)
      }
    }
    guard let navigation = readings[navigationPath] else { return }
    checkMetadata(navigation)
    checkBody(navigation)
    checkTimelines()
    checkContents()
  }

  mutating func report(_ finding: Diagnostic, in path: String) {
    findings.append(finding.within(path))
  }

  /// The element an address in a file leads to; nil where it leads nowhere, or names no place in a file.
  func element(at address: String, in path: String) -> (path: String, index: Int)? {
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let target = parts[0].isEmpty ? path : PackagePath.resolve(parts[0], from: path)
    guard parts.count == 2, let target,
      let index = readings[target]?.identifiers[PackagePath.decoded(parts[1])]
    else {
      return nil
    }
    return (target, index)
  }

  /// The SMIL files in the order the navigation meets them.
  var timelines: [String] {
    guard let navigation = readings[navigationPath] else { return [] }
    var order: [String] = []
    var met: Set<String> = []
    for link in navigation.all("a") {
      let file = (link["href"] ?? "").prefix { $0 != "#" }
      guard let path = PackagePath.resolve(String(file), from: navigationPath),
        readings[path] != nil,
        met.insert(path).inserted
      else { continue }
      order.append(path)
    }
    return order
  }

  /// What the book is known by, as the navigation says.
  var identifier: String? { readings[navigationPath]?.metadata("dc:identifier").first?.value }
}

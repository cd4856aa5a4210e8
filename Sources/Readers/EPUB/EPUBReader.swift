public import Diagnostics
public import DocumentModel
import Packaging
import XMLTree

/// Reads EPUB 2 and 3 publications.
public struct EPUBReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a publication; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let kind = source.kind
    guard kind.isPackage else { throw ConversionFailure(.notText(kind, wanted: "an EPUB")) }
    let package = try BookPackage(source, log: &log)
    var reading = EPUBReading(package, options: options, log: log)
    defer { log = reading.log }
    return try reading.document()
  }
}

/// One publication while it is read.
struct EPUBReading {
  let package: BookPackage
  let options: ReadingOptions
  var log: DiagnosticLog
  private var encryption = Encryption()

  init(_ package: BookPackage, options: ReadingOptions, log: DiagnosticLog) {
    self.package = package
    self.options = options
    self.log = log
  }

  mutating func document() throws(ConversionFailure) -> Document {
    readEncryption()
    let opf = try packageDocument()
    report(on: opf)
    var pages = try contentDocuments(of: opf)
    if pages.allSatisfy({ $0.isSupplement }) { throw ConversionFailure(.epubWithoutText()) }
    if let navigation = navigation(of: opf) {
      var repair = NavigationRepair(navigation)
      repair.repair(&pages)
      if repair.promoted + repair.added > 0 {
        log.report(.epubHeadingsRepaired(promoted: repair.promoted, added: repair.added))
      }
      if repair.marked > 0 { log.report(.epubPagesFromList(repair.marked)) }
    }
    return BookBuilding(package, options: options).document(pages, metadata: opf.metadata, log: &log)
  }

  // MARK: - Container

  private mutating func readEncryption() {
    guard package.holds("META-INF/encryption.xml") else { return }
    do throws(XMLFault) {
      encryption = Encryption(try BookXML.parse("META-INF/encryption.xml", in: package, log: &log))
    } catch {
      log.report(.bookPartBroken("META-INF/encryption.xml", error.message))
    }
  }

  private mutating func packageDocument() throws(ConversionFailure) -> PackageDocument {
    let path = try packagePath()
    guard package.holds(path) else { throw ConversionFailure(.epubPackageMissing(path)) }
    do throws(XMLFault) {
      let xml = try BookXML.parse(path, in: package, log: &log)
      guard xml.root >= 0, xml.local(xml.root) == "package" else {
        throw XMLFault(message: "it is no package document", line: 1, column: 1)
      }
      return PackageDocument(xml, path: package.name(of: path))
    } catch {
      throw ConversionFailure(.epubPackageBroken(path, error.message, line: error.line))
    }
  }

  /// The path of the package document, by the container (EPUB 3.3, 4.2.6.3.1) or, where that fails, the
  /// only one there is.
  private mutating func packagePath() throws(ConversionFailure) -> String {
    let container = "META-INF/container.xml"
    guard package.holds(container) else { throw ConversionFailure(.epubContainerMissing()) }
    do throws(XMLFault) {
      let xml = try BookXML.parse(container, in: package, log: &log)
      guard let root = xml.first("rootfile", in: xml.root),
        let address = xml.attribute("full-path", of: root),
        case .file(let path, _) = PackageAddress(address, from: "")
      else { throw XMLFault(message: "it names no package document", line: 1, column: 1) }
      // Names with percent signs in them are written as they are.
      return package.holds(address) ? address : path
    } catch {
      let packages = package.paths.filter { $0.fileEnding == "opf" }
      guard packages.count == 1 else { throw ConversionFailure(.epubContainerBroken(error.message)) }
      log.report(.epubContainerGuessed(packages[0], error.message))
      return packages[0]
    }
  }

  // MARK: - What is said of the whole

  private mutating func report(on opf: PackageDocument) {
    if opf.technical["rendition:layout"]?.contains("pre-paginated") == true
      || opf.technical["fixed-layout"]?.contains("true") == true
    {
      log.report(.epubFixedLayout())
    }
    for name in opf.unknownPlaces.prefix(5) { log.report(.epubSpineUnknown(name)) }
    if opf.repeatedPlaces > 0 { log.report(.epubSpineRepeats(opf.repeatedPlaces)) }
  }

  // MARK: - Content

  private mutating func contentDocuments(of opf: PackageDocument) throws(ConversionFailure) -> [BookPage] {
    var pages: [BookPage] = []
    var aside: [BookPage] = []
    var lockedPictures = 0
    for item in opf.items {
      guard let path = item.path, encryption.locked.contains(path.lowercased()) else { continue }
      if item.mediaType.hasPrefix("image/") { lockedPictures += 1 }
    }
    if lockedPictures > 0 { log.report(.epubPicturesLocked(lockedPictures)) }
    for place in opf.spine {
      guard let path = place.item.path else {
        log.report(.bookPartMissing(place.item.id))
        continue
      }
      if encryption.locked.contains(path.lowercased()) { throw ConversionFailure(.epubEncrypted(path)) }
      guard var page = page(place.item, path) else { continue }
      if place.item.properties.contains("nav") || path == opf.navigationDocument?.path {
        let left = page.leaveOutNavigation()
        if left > 0 { log.report(.epubNavigationLeftOut(left)) }
        guard page.holdsWords else { continue }
      }
      if place.isLinear { pages.append(page) } else { aside.append(page) }
    }
    if !aside.isEmpty, !pages.isEmpty {
      log.report(.epubNotLinear(aside.count, first: aside[0].path))
    }
    pages += aside
    let known = Set(pages.map { $0.path.lowercased() })
    for path in pages.descriptionsElsewhere(package) where !known.contains(path.lowercased()) {
      guard var page = BookPage.xhtml(path, in: package, options: options, log: &log) else { continue }
      page.isSupplement = true
      pages.append(page)
    }
    return pages
  }

  private mutating func page(_ item: PackageDocument.Item, _ path: String) -> BookPage? {
    switch item.mediaType {
    case "application/x-dtbook+xml":
      return DTBookPage.page(path, in: package, options: options, log: &log)?.page
    case "image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp":
      guard package.holds(path) else {
        log.report(.bookPartMissing(path))
        return nil
      }
      var page = BookPage.xhtmlOrEmpty(item.mediaType, path, in: package, options: options, log: &log)
      page.makePicture()
      return page
    default:
      return BookPage.xhtml(path, in: package, options: options, log: &log)
    }
  }

  private mutating func navigation(of opf: PackageDocument) -> Navigation? {
    if let path = opf.navigationDocument?.path, package.holds(path) {
      do throws(XMLFault) {
        return Navigation(document: try BookXML.parse(path, in: package, log: &log), path: path)
      } catch {
        log.report(.bookPartBroken(path, error.message))
      }
    }
    if let path = opf.navigationControl?.path, package.holds(path) {
      do throws(XMLFault) {
        return Navigation(control: try BookXML.parse(path, in: package, log: &log), path: path)
      } catch {
        log.report(.bookPartBroken(path, error.message))
      }
    }
    log.report(.epubNavigationMissing())
    return nil
  }
}

extension BookPage {
  /// Takes out the lists that are navigation; gives how many there were.
  fileprivate mutating func leaveOutNavigation() -> Int {
    var count = 0
    for index in tree.nodes.indices {
      guard case .element(var element) = tree.nodes[index].content, element.name == "nav" else { continue }
      count += 1
      element.attributes = []
      element.name = "template"
      tree.setElement(element, of: MarkupTree.NodeID(index))
    }
    return count
  }

  /// A drawing as a document, or a document for a picture that is none.
  fileprivate static func xhtmlOrEmpty(
    _ mediaType: String, _ path: String, in package: BookPackage, options: ReadingOptions,
    log: inout DiagnosticLog
  ) -> BookPage {
    guard mediaType == "image/svg+xml",
      let page = BookPage.xhtml(path, in: package, options: options, log: &log)
    else { return BookPage(path: path, tree: MarkupTree()) }
    return page
  }

  /// Makes the whole document one picture, with the words of its drawing.
  fileprivate mutating func makePicture() {
    let drawing = tree.firstElement(in: MarkupTree.root)
    var words = ""
    if let drawing {
      for part in tree.children(of: drawing) {
        guard let element = tree.element(part), ["title", "desc"].contains(element.name) else { continue }
        let own = tree.words(of: part)
        words += own.isEmpty ? "" : words.isEmpty ? own : ". " + own
      }
      if words.isEmpty { words = tree.words(of: drawing) }
    }
    var image = MarkupTree.Element(name: "img")
    let name = path.split(separator: "/").last.map(String.init) ?? path
    image.attributes = [MarkupTree.Attribute(name: "src", value: name.addressOfFile)]
    if !words.isEmpty { image.attributes.append(MarkupTree.Attribute(name: "alt", value: words)) }
    var picture = MarkupTree()
    let figure = picture.append(
      .element(MarkupTree.Element(name: "figure")), to: MarkupTree.root,
      range: drawing.flatMap { tree.range(of: $0) })
    picture.append(.element(image), to: figure, range: drawing.flatMap { tree.range(of: $0) })
    tree = picture
  }
}

extension String {
  /// A file's name as an address: what would be read as something else is escaped.
  fileprivate var addressOfFile: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "#": result += "%23"
      case "?": result += "%3F"
      case ":": result += "%3A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension [BookPage] {
  /// The documents that hold descriptions of pictures and are in no reading order.
  fileprivate func descriptionsElsewhere(_ package: BookPackage) -> [String] {
    var paths: [String] = []
    for page in self {
      for node in page.tree.nodes {
        guard case .element(let element) = node.content, let address = element["longdesc"],
          case .file(let path, _) = PackageAddress(address, from: page.path), package.holds(path),
          !paths.contains(path), ["xhtml", "html", "htm", "xml"].contains(path.fileEnding)
        else { continue }
        paths.append(path)
      }
    }
    return paths
  }
}

public import Diagnostics
public import DocumentModel

/// Reads a folder or a zip of web pages as one document: `index.html` and the pages it leads to, in the
/// order of its links.
public struct WebFolderReader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads the pages; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let kind = source.kind
    guard kind.isPackage else { throw ConversionFailure(.notText(kind, wanted: "a folder of web pages")) }
    let package = try BookPackage(source, log: &log)
    let paths = package.paths.filter { $0.isWebPage && !$0.hasPrefix("__MACOSX/") }
    guard !paths.isEmpty else { throw ConversionFailure(.noWebPages()) }
    var pages = read(paths, in: package, options: options, log: &log)
    guard !pages.isEmpty else { throw ConversionFailure(.noWebPages()) }
    pages = WebPageOrder(pages.map(\.page)).order.map { pages[$0] }
    report(pages, log: &log)
    var metadata = pages[0].metadata
    var contents = pages.map(\.page)
    if options.pageContent == .main {
      var furniture = WebFurniture(contents)
      furniture.leaveOutRepeated()
      if furniture.count > 0 { log.report(.webRepeatedLeftOut(furniture.count, words: furniture.words)) }
      contents = furniture.pages
    }
    giveHeadings(&contents, log: &log)
    if metadata.language == nil { metadata.language = pages.lazy.compactMap(\.metadata.language).first }
    return BookBuilding(package, options: options).document(contents, metadata: metadata, log: &log)
  }

  private func read(
    _ paths: [String], in package: BookPackage, options: ReadingOptions, log: inout DiagnosticLog
  ) -> [WebPage] {
    var pages: [WebPage] = []
    for path in paths {
      guard let bytes = package.bytes(of: path) else {
        log.report(.bookPartMissing(path))
        continue
      }
      let part = package.part(for: path, log: &log)
      do throws(ConversionFailure) {
        pages.append(try WebPage(bytes, path: path, part: part, options: options, log: &log))
      } catch {
        log.report(.bookPartBroken(path, error.diagnostic.message))
      }
    }
    return pages
  }

  private func report(_ pages: [WebPage], log: inout DiagnosticLog) {
    let order = WebPageOrder(pages.map(\.page))
    let left = order.order.count - order.linked
    if !order.hasIndex, pages.count > 1 { log.report(.webWithoutIndex(first: pages[0].page.path)) }
    if order.hasIndex, left > 0 {
      log.report(.webPagesNotLinked(left, first: pages[order.order[order.linked]].page.path))
    }
  }

  /// Gives pages without a heading their titles, so that each begins with one.
  private func giveHeadings(_ pages: inout [BookPage], log: inout DiagnosticLog) {
    var count = 0
    for index in pages.indices where !pages[index].title.isEmpty && !pages[index].hasHeadings {
      guard pages[index].holdsWords, pages.count > 1 else { continue }
      pages[index].leadingHeading = (pages[index].title, 1)
      count += 1
    }
    if count > 0 { log.report(.webTitlesMadeHeadings(count)) }
  }
}

/// A page of the folder.
struct WebPage {
  var page: BookPage
  var metadata: Metadata

  init(
    _ bytes: [UInt8], path: String, part: UInt16, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) {
    let input = try TextInput(
      Source(name: path, bytes: bytes), declaredBy: .html, wanted: "a web page", options: options, log: &log)
    let lines = LineIndex(input.bytes)
    let parse = try GumboParse(input.bytes, as: .document, log: &log) { start, end in
      var range = lines.range(start, end)
      range.part = part
      return range
    }
    metadata = HeadMetadata(parse).metadata
    page = BookPage(path: path, tree: parse.body)
    page.attributes =
      parse.bodyAttributes.filter { $0.name != "class" } + parse.rootAttributes.filter { $0.name != "class" }
    page.title = metadata.title ?? ""
    guard options.pageContent == .main else { return }
    var content = MainContent(page.tree, Survey(tree: page.tree))
    content.choose()
    for part in content.leftOut {
      if part.count > 0 { log.report(.leftOut(part)) }
      guard case .element(var element) = page.tree[part.node].content else { continue }
      element.name = "template"
      element.attributes = []
      page.tree.setElement(element, of: part.node)
    }
  }
}

extension String {
  /// Whether a file's name is that of a web page.
  var isWebPage: Bool { ["html", "htm", "xhtml", "xht"].contains(fileEnding) }
}

public import Diagnostics
public import DocumentModel
import XMLTree

/// Reads DAISY 2.02 books: the documents of their text, or, where all text is in sound, the headings.
public struct Daisy202Reader: Reader {
  /// Makes a reader.
  public init() {}

  /// Reads a book; see ``Reader/read(_:options:log:)``.
  public func read(
    _ source: Source, options: ReadingOptions, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Document {
    let kind = source.kind
    guard kind.isPackage else { throw ConversionFailure(.notText(kind, wanted: "a DAISY 2.02 book")) }
    let package = try BookPackage(source, log: &log)
    guard
      let path = package.shallowest(where: {
        $0.fileStem.lowercased() == "ncc" && ["html", "htm"].contains($0.fileEnding)
      })
    else { throw ConversionFailure(.navigationCenterMissing()) }
    guard let center = BookPage.xhtml(path, in: package, options: options, log: &log) else {
      throw ConversionFailure(.daisyWithoutText())
    }
    var pages: [BookPage] = []
    var notes = NoteBodies()
    for text in texts(of: center, in: package, notes: &notes, log: &log) {
      guard let page = BookPage.xhtml(text, in: package, options: options, log: &log) else { continue }
      pages.append(page)
    }
    if pages.isEmpty {
      log.report(.daisyHeadingsOnly())
      pages = [center]
    }
    for index in pages.indices { notes.collect(pages[index]) }
    for index in pages.indices {
      var markup = Daisy202Markup(pages[index], notes: notes)
      markup.translate()
      pages[index] = markup.page
    }
    return BookBuilding(package, options: options).document(pages, metadata: metadata(of: center), log: &log)
  }

  /// The documents the timeline shows, in the order the navigation centre leads through it.
  private func texts(
    of center: BookPage, in package: BookPackage, notes: inout NoteBodies, log: inout DiagnosticLog
  ) -> [String] {
    var timelines: [String] = []
    var texts: [String] = []
    func add(_ path: String, to list: inout [String]) {
      if !list.contains(path) { list.append(path) }
    }
    for node in center.tree.nodes {
      guard case .element(let element) = node.content, element.name == "a", let address = element["href"],
        case .file(let path, _) = PackageAddress(address, from: center.path)
      else { continue }
      if path.fileEnding == "smil" {
        add(path, to: &timelines)
      } else if ["html", "htm", "xhtml"].contains(path.fileEnding),
        path.lowercased() != center.path.lowercased()
      {
        add(path, to: &texts)
      }
    }
    for timeline in timelines {
      guard package.holds(timeline) else {
        log.report(.daisyTimelineMissing(timeline))
        continue
      }
      do throws(XMLFault) {
        let xml = try BookXML.parse(timeline, in: package, log: &log)
        guard xml.root >= 0 else { continue }
        notes.pair(xml, timeline)
        for node in xml.root..<xml.end(of: xml.root) where !xml.isText(node) && xml.local(node) == "text" {
          guard let address = xml.attribute("src", of: node),
            case .file(let path, _) = PackageAddress(address, from: timeline),
            path.lowercased() != center.path.lowercased()
          else { continue }
          add(path, to: &texts)
        }
      } catch {
        log.report(.bookPartBroken(timeline, error.message))
      }
    }
    return texts
  }

  /// What the navigation centre says of the book (DAISY 2.02, 2.1.1).
  private func metadata(of center: BookPage) -> Metadata {
    var metadata = Metadata()
    for (name, value) in center.fields where !value.isEmpty {
      switch name.lowercased() {
      case "dc:title": metadata.title = metadata.title ?? value
      case "dc:creator": if !metadata.authors.contains(value) { metadata.authors.append(value) }
      case "dc:contributor": if !metadata.contributors.contains(value) { metadata.contributors.append(value) }
      case "dc:date": metadata.date = metadata.date ?? value
      case "dc:identifier": metadata.identifier = metadata.identifier ?? value
      case "dc:language": metadata.language = metadata.language ?? Language(value)
      case "dc:publisher": metadata.publisher = metadata.publisher ?? value
      case "dc:rights": metadata.rights = metadata.rights ?? value
      case "dc:description": metadata.description = metadata.description ?? value
      case "dc:subject": if !metadata.subjects.contains(value) { metadata.subjects.append(value) }
      case "dc:source", "ncc:sourceedition": metadata.sourceEdition = metadata.sourceEdition ?? value
      case "dc:format", "dc:type", "progid", "generator": break
      case let key where key.hasPrefix("ncc:") || key.hasPrefix("prod:"): break
      default: metadata.other.append(MetadataField(name: name, value: value))
      }
    }
    if metadata.title == nil, !center.title.isEmpty { metadata.title = center.title }
    return metadata
  }
}

/// The bodies of notes of a DAISY 2.02 book, in order.
struct NoteBodies {
  /// The identifiers of bodies that references lead to by name.
  private(set) var ids: [(path: String, id: String)] = []
  private(set) var references = 0
  /// The bodies by the references the timeline has just before them.
  private(set) var pairs: [String: String] = [:]

  /// Takes note of the sequences in a timeline that hold a reference and the note it leads to (DAISY 2.02,
  /// 2.4): nothing else says in all books which belong together.
  mutating func pair(_ xml: FlatXML, _ timeline: String) {
    for sequence in xml.root..<xml.end(of: xml.root)
    where !xml.isText(sequence) && xml.local(sequence) == "seq" {
      let steps = xml.children(sequence).filter { !xml.isText($0) && xml.local($0) == "par" }
      guard (2...16).contains(steps.count),
        steps.dropFirst().allSatisfy({ xml.attribute("system-required", of: $0) == "footnote-on" }),
        let reference = place(of: steps[0], xml, timeline), let body = place(of: steps[1], xml, timeline)
      else { continue }
      pairs[reference] = body
    }
  }

  private func place(of step: FlatXML.NodeID, _ xml: FlatXML, _ timeline: String) -> String? {
    guard let text = xml.localChild("text", of: step), let address = xml.attribute("src", of: text),
      case .file(let path, let fragment?) = PackageAddress(address, from: timeline)
    else { return nil }
    return "\(path)#\(fragment)"
  }

  /// How many references stand in the pages before each.
  private(set) var offsets: [String: Int] = [:]

  mutating func collect(_ page: BookPage) {
    if offsets[page.path] == nil { offsets[page.path] = references }
    for index in page.tree.nodes.indices {
      guard case .element(let element) = page.tree.nodes[index].content else { continue }
      if element.hasClass("notebody") { ids.append((page.path, element["id"] ?? "notebody-\(index)")) }
      if element.hasClass("noteref") { references += 1 }
    }
  }
}

/// Gives the classes of DAISY 2.02 (2.2, 2.3) the meaning other sources write with roles.
struct Daisy202Markup {
  private(set) var page: BookPage
  private let notes: NoteBodies

  init(_ page: BookPage, notes: NoteBodies) {
    self.page = page
    self.notes = notes
  }

  mutating func translate() {
    var references = 0
    let first = notes.firstReference(of: page)
    for index in page.tree.nodes.indices {
      guard case .element(var element) = page.tree.nodes[index].content,
        element["class"] != nil || element.name == "a"
      else { continue }
      let node = MarkupTree.NodeID(index)
      if ["page-normal", "page-front", "page-special"].contains(where: element.hasClass) {
        element.add("role", "doc-pagebreak")
        let words = page.tree.words(of: node, limit: 40)
        if !words.isEmpty { element.add("aria-label", words) }
      } else if element.hasClass("noteref") {
        let body = element["bodyref"] ?? notes.address(of: element, in: page, number: first + references)
        references += 1
        if let body {
          element.name = "a"
          element.add("role", "doc-noteref")
          element.add("href", body)
        }
      } else if element.hasClass("notebody") {
        element.name = "div"
        element.add("role", "doc-footnote")
        if element["id"] == nil { element.add("id", "notebody-\(index)") }
      } else if element.hasClass("optional-prodnote") || element.hasClass("prodnote") {
        element.add("class", "transcriber-note")
      } else if element.hasClass("sidebar") || element.hasClass("required-sidebar") {
        element.name = "aside"
      } else if element.hasClass("doctitle"), element.name == "div" {
        element.name = "p"
      } else {
        continue
      }
      page.tree.setElement(element, of: node)
    }
  }
}

extension NoteBodies {
  /// The number of a page's first reference: pages are translated in the order they were collected.
  fileprivate func firstReference(of page: BookPage) -> Int { offsets[page.path] ?? 0 }

  /// The address of the body for a reference: by the timeline, or where there is one body for each.
  fileprivate func address(of element: MarkupTree.Element, in page: BookPage, number: Int) -> String? {
    if let id = element["id"], let body = pairs["\(page.path)#\(id)"] {
      return body.split(separator: "/").last.map(String.init)
    }
    guard ids.count == references, number < ids.count else { return nil }
    let path = ids[number].path.split(separator: "/").last.map(String.init) ?? ids[number].path
    return path + "#" + ids[number].id
  }
}

extension MarkupTree.Element {
  /// Adds an attribute, in place of one of the same name.
  mutating func add(_ name: String, _ value: String) {
    attributes.removeAll { $0.name == name }
    attributes.append(MarkupTree.Attribute(name: name, value: value))
  }
}

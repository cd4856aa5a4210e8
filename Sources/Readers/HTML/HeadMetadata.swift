import DocumentModel

/// What a page's head says of the page.
struct HeadMetadata {
  private(set) var metadata = Metadata()

  init(_ parse: GumboParse) {
    let language = parse.bodyAttributes.language ?? parse.rootAttributes.language
    metadata.language = language.flatMap { Language($0) }
    read(parse.head)
    // What a page with something else in its head says after that is in its body.
    read(parse.body)
  }

  private mutating func read(_ tree: MarkupTree) {
    var node = tree.successor(of: MarkupTree.root, within: MarkupTree.root)
    while let current = node {
      if let element = tree.element(current), element.namespace == .html {
        switch element.name {
        case "title":
          let words = tree.words(of: current).withoutControls
          // Dublin Core's title, if it came first, is the cleaner one; both are kept.
          if !words.isEmpty { fill(\.title, words, "title") }
        case "meta": note(element)
        default: break
        }
      }
      node = tree.successor(of: current, within: MarkupTree.root)
    }
  }

  /// Takes note of a `meta` element: the names HTML standardises, and Dublin Core's.
  private mutating func note(_ element: MarkupTree.Element) {
    guard let name = (element["name"] ?? element["property"])?.collapsed, !name.isEmpty,
      let content = element["content"]?.collapsed, !content.isEmpty
    else { return }
    var key = name.lowercased()
    for prefix in ["dc.", "dcterms.", "dc:", "dcterms:"] where key.hasPrefix(prefix) {
      key = String(key.dropFirst(prefix.count))
    }
    switch key {
    case "author", "creator", "article:author": add(content, to: &metadata.authors)
    case "contributor", "editor", "translator": add(content, to: &metadata.contributors)
    case "description", "abstract": fill(\.description, content, name)
    case "keywords", "subject":
      for word in content.split(separator: ",") { add(String(word).collapsed, to: &metadata.subjects) }
    case "date", "issued", "created", "article:published_time": fill(\.date, content, name)
    case "publisher": fill(\.publisher, content, name)
    case "rights", "copyright": fill(\.rights, content, name)
    case "identifier": fill(\.identifier, content, name)
    case "title" where name.contains(".") || name.contains(":"): fill(\.title, content, name)
    case "language" where metadata.language == nil && Language(content) != nil:
      metadata.language = Language(content)
    default:
      if !Self.isTechnical(key) { metadata.other.append(MetadataField(name: name, value: content)) }
    }
  }

  private func add(_ value: String, to list: inout [String]) {
    if !value.isEmpty, !list.contains(value) { list.append(value) }
  }

  /// Gives a field its first value; others that differ are kept beside it.
  private mutating func fill(
    _ field: WritableKeyPath<Metadata, String?>, _ value: String, _ name: String
  ) {
    if metadata[keyPath: field] == nil {
      metadata[keyPath: field] = value
    } else if metadata[keyPath: field] != value {
      metadata.other.append(MetadataField(name: name, value: value))
    }
  }

  /// Whether a name speaks to browsers, search engines and social networks, and not to readers.
  private static func isTechnical(_ name: String) -> Bool {
    let names: Set<String> = [
      "viewport", "robots", "googlebot", "bingbot", "referrer", "generator", "theme-color", "color-scheme",
      "format-detection", "handheldfriendly", "mobileoptimized", "application-name", "rating", "progid",
      "originator", "skype_toolbar", "verify-v1", "y_key", "p:domain_verify", "apple-itunes-app",
    ]
    let prefixes = [
      "og:", "twitter:", "fb:", "al:", "article:", "apple-", "msapplication", "msvalidate", "google", "csrf",
      "yandex", "facebook", "pinterest", "parsely", "sailthru", "shareaholic", "swift-", "next-", "govuk:",
    ]
    return names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }
}

extension [MarkupTree.Attribute] {
  fileprivate var language: String? {
    first { $0.name == "lang" && !$0.value.isEmpty }?.value ?? first { $0.name == "xml:lang" }?.value
  }
}

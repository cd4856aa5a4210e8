import JSONTree
import DocumentModel

extension PandocWriting {
  /// What the document says of itself, under the names pandoc's templates know.
  static func metadata(_ metadata: Metadata) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    func add(_ name: String, _ value: String?) {
      if let value { members.append((name, text(value))) }
    }
    func add(_ name: String, _ values: [String]) {
      if !values.isEmpty { members.append((name, .node("MetaList", values.map(text)))) }
    }
    add("title", metadata.title)
    add("subtitle", metadata.subtitle)
    add("author", metadata.authors)
    add("contributor", metadata.contributors)
    if let language = metadata.language {
      members.append(("lang", .node("MetaString", .string(language.tag))))
    }
    add("date", metadata.date)
    add("identifier", metadata.identifier)
    add("publisher", metadata.publisher)
    add("rights", metadata.rights)
    add("description", metadata.description)
    add("keywords", metadata.subjects)
    add("source-edition", metadata.sourceEdition)
    add("contact", metadata.contact)
    members += other(metadata.other, besides: members.map(\.name))
    return .object(members.map { JSONValue.Member(name: $0.name, value: $0.value) })
  }

  private static func text(_ string: String) -> JSONValue {
    .node("MetaInlines", PandocWriting.words(string))
  }

  /// Fields there is no place for, under their own names; in a list when some of these say something else
  /// to pandoc or are there twice.
  private static func other(
    _ fields: [MetadataField], besides names: [String]
  ) -> [(name: String, value: JSONValue)] {
    let own = fields.map(\.name)
    let areClear =
      Set(own).count == own.count
      && own.allSatisfy { name in
        !names.contains(name) && !known.contains(name.lowercased().replacing("_", with: "-"))
      }
    let values = fields.map { JSONValue.node("MetaString", .string($0.value)) }
    if areClear { return Array(zip(own, values)).map { (name: $0.0, value: $0.1) } }
    let list = zip(own, values).map { name, value in
      JSONValue.node("MetaMap", .members(["name": .node("MetaString", .string(name)), "value": value]))
    }
    return [("coformat-other", .node("MetaList", list))]
  }

  /// The names under which readers of documents look for what has a place of its own.
  private static let known: Set<String> = [
    "title", "subtitle", "author", "authors", "creator", "by", "contributor", "contributors", "editor",
    "editors", "translator", "translators", "transcriber", "transcribers", "illustrator", "illustrators",
    "lang", "language", "locale", "date", "published", "identifier", "isbn", "doi", "reference", "uri",
    "publisher", "rights", "licence", "license", "copyright", "description", "abstract", "summary", "subject",
    "subjects", "keyword", "keywords", "tags", "categories", "source-edition", "edition", "contact",
    "coformat-other",
  ]
}

import JSONTree
import DocumentModel

extension PandocWriting {
  /// What the document says of itself, under the names pandoc's templates know.
  static func metadata(_ metadata: Metadata) -> JSONValue {
    var members: [(name: String, value: JSONValue)] = []
    for field in Metadata.Field.allCases {
      let values = metadata.values(of: field)
      guard let first = values.first else { continue }
      switch field {
      case .language: members.append(("lang", .node("MetaString", .string(first))))
      case .subject: members.append(("keywords", .node("MetaList", values.map(text))))
      case .title, .subtitle, .author, .contributor, .date, .identifier, .publisher, .rights, .description,
        .sourceEdition, .contact:
        members.append((field.rawValue, field.isList ? .node("MetaList", values.map(text)) : text(first)))
      }
    }
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
        !names.contains(name) && !MetadataNames.isKnown(name) && name != "coformat-other"
      }
    let values = fields.map { JSONValue.node("MetaString", .string($0.value)) }
    if areClear { return Array(zip(own, values)).map { (name: $0.0, value: $0.1) } }
    let list = zip(own, values).map { name, value in
      JSONValue.node("MetaMap", .members(["name": .node("MetaString", .string(name)), "value": value]))
    }
    return [("coformat-other", .node("MetaList", list))]
  }
}

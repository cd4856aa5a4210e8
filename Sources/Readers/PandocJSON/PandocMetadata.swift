import JSONTree
import Diagnostics
import DocumentModel

extension PandocParts {
  /// What the document says of itself, sorted as the front matter of Markdown is.
  func metadata(
    _ json: JSONTree, place: @escaping (JSONTree.ID) -> SourceRange, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> Metadata {
    guard let fields, json.kind(of: fields) == .object else { return Metadata() }
    var reading = PandocMetadata(json: json, place: place, log: log)
    let read = try reading.fields(of: fields, depth: 0)
    log = reading.log
    var sorted = MetadataFields { line in place(JSONTree.ID(line)) }
    sorted.add(read.filter { $0.name != "coformat-other" }, log: &log)
    var metadata = sorted.metadata
    // What `coformat inspect --to pandoc-json` wrote for fields whose names pandoc knows otherwise.
    for case .sequence(let others) in read.filter({ $0.name == "coformat-other" }).map(\.value) {
      for case .mapping(let parts) in others where parts.count == 2 {
        metadata.other.append(MetadataField(name: parts[0].value.exactly, value: parts[1].value.exactly))
      }
    }
    return metadata
  }
}

/// Turns pandoc's metadata into fields of text.
private struct PandocMetadata {
  let json: JSONTree
  let place: (JSONTree.ID) -> SourceRange
  var log: DiagnosticLog
  /// How deep values may nest: deeper than any metadata, and not so deep that reading them overflows.
  private static let maximumDepth = 64

  init(json: JSONTree, place: @escaping (JSONTree.ID) -> SourceRange, log: DiagnosticLog) {
    self.json = json
    self.place = place
    self.log = log
  }

  /// The fields of an object. A field's `line` is the value it was read from.
  mutating func fields(of object: JSONTree.ID, depth: Int) throws(ConversionFailure) -> [YAMLField] {
    var fields: [YAMLField] = []
    let members = json.children(of: object)
    for index in stride(from: 0, to: members.count - 1, by: 2) {
      let name = json.string(members[index]) ?? ""
      fields.append(
        YAMLField(
          name: name, value: try value(members[index + 1], field: name, depth: depth),
          line: Int(members[index + 1])))
    }
    return fields
  }

  private mutating func value(
    _ id: JSONTree.ID, field: String, depth: Int
  ) throws(ConversionFailure) -> YAMLValue {
    let type = json.member("t", of: id).flatMap(json.string) ?? ""
    guard let content = json.member("c", of: id), depth < Self.maximumDepth else {
      throw ConversionFailure(
        .malformed(
          "the field \(quoted(field)) of the metadata",
          depth < Self.maximumDepth ? "it has no type or no value" : "it nests too deep", at: place(id)))
    }
    switch type {
    case "MetaMap": return .mapping(try fields(of: content, depth: depth + 1))
    case "MetaList":
      var values: [YAMLValue] = []
      for item in json.items(of: content) ?? [] {
        values.append(try value(item, field: field, depth: depth + 1))
      }
      return .sequence(values)
    case "MetaBool": return .scalar(json.source(of: content))
    case "MetaString": return .scalar(json.string(content) ?? "")
    default:
      let words = PandocWords(of: content, in: json)
      for lost in words.lost { log.report(.lostInMetadata(lost, field: field, at: place(id))) }
      return .scalar(words.text)
    }
  }
}

extension YAMLValue {
  /// The characters of a scalar, spaces as they are.
  fileprivate var exactly: String { if case .scalar(let text) = self { text } else { words } }
}

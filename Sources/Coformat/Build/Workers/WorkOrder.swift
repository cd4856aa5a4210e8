import Diagnostics
import DocumentModel
import JSONTree

/// What a worker is told to make: versions of one report.
struct WorkOrder: Sendable {
  var source: String
  var from: String?
  var metadata: MetadataDefaults
  /// The output folder.
  var output: String
  /// A folder of the worker's own in it, where nothing is seen before it is whole.
  var staging: String
  var versions: [Version]

  /// A version to make.
  struct Version: Hashable, Sendable {
    var format: String
    var renderer: String
    var options: [String: String]
    var path: String
    var key: String
    /// Whether somebody asked for it.
    var isAsked: Bool
  }

  var json: JSONValue {
    .members([
      "source": .string(source), "from": from.map(JSONValue.string),
      "metadata": .texts(
        Dictionary(uniqueKeysWithValues: metadata.fields.map { ($0.key.rawValue, $0.value) })),
      "output": .string(output), "staging": .string(staging),
      "versions": .array(
        versions.map { version in
          .members([
            "format": .string(version.format), "renderer": .string(version.renderer),
            "options": .texts(version.options), "path": .string(version.path), "key": .string(version.key),
            "asked": .boolean(version.isAsked),
          ])
        }),
    ])
  }

  init?(_ json: JSONValue) {
    guard let source = json["source"]?.string, let output = json["output"]?.string,
      let staging = json["staging"]?.string, let versions = json["versions"]?.array
    else { return nil }
    self.init(
      source: source, from: json["from"]?.string, metadata: MetadataDefaults(), output: output,
      staging: staging, versions: [])
    for (name, value) in json["metadata"]?.texts ?? [:] {
      if let field = MetadataDefaults.Field(rawValue: name) { metadata.fields[field] = value }
    }
    for version in versions {
      guard let format = version["format"]?.string, let renderer = version["renderer"]?.string,
        let path = version["path"]?.string, let key = version["key"]?.string,
        let isAsked = version["asked"]?.boolean
      else { return nil }
      self.versions.append(
        Version(
          format: format, renderer: renderer, options: version["options"]?.texts ?? [:], path: path, key: key,
          isAsked: isAsked))
    }
  }

  init(
    source: String, from: String?, metadata: MetadataDefaults, output: String, staging: String,
    versions: [Version]
  ) {
    self.source = source
    self.from = from
    self.metadata = metadata
    self.output = output
    self.staging = staging
    self.versions = versions
  }
}

/// What a worker says while it works, a line each.
enum WorkNews {
  /// The report was read; the record has no versions.
  case read(ReportRecord)
  /// The report cannot be read, and cannot as long as its inputs are the same.
  case unread([Diagnostic], inputs: [FileState])
  /// A version is begun.
  case begun(String)
  /// A version is done, made or not.
  case done(VersionRecord)
  /// All of the order is done.
  case finished

  var json: JSONValue {
    switch self {
    case .read(let record): .members(["news": .string("read"), "record": record.json])
    case .unread(let diagnostics, let inputs):
      .members([
        "news": .string("unread"), "diagnostics": .array(diagnostics.map(\.record)),
        "inputs": .array(inputs.map(\.json)),
      ])
    case .begun(let format): .members(["news": .string("begun"), "format": .string(format)])
    case .done(let record): .members(["news": .string("done"), "record": record.json])
    case .finished: .members(["news": .string("finished")])
    }
  }

  init?(_ json: JSONValue) {
    switch json["news"]?.string {
    case "read":
      guard let record = json["record"].flatMap(ReportRecord.init) else { return nil }
      self = .read(record)
    case "unread":
      self = .unread(
        (json["diagnostics"]?.array ?? []).compactMap(Diagnostic.init(record:)),
        inputs: (json["inputs"]?.array ?? []).compactMap(FileState.init))
    case "begun": self = .begun(json["format"]?.string ?? "")
    case "done":
      guard let record = json["record"].flatMap(VersionRecord.init) else { return nil }
      self = .done(record)
    case "finished": self = .finished
    default: return nil
    }
  }
}

extension JSONValue {
  /// An object of texts, by name in order.
  static func texts(_ texts: [String: String]) -> JSONValue {
    .object(texts.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: .string($0.value)) })
  }

  /// The texts of an object.
  var texts: [String: String]? {
    object.map { members in
      Dictionary(members.compactMap { member in member.value.string.map { (member.name, $0) } }) { one, _ in
        one
      }
    }
  }
}

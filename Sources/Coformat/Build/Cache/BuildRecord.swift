import BrailleTranslation
import Diagnostics
import JSONTree

/// What became of a report: what it says of itself, and each version of it.
struct ReportRecord: Sendable {
  /// The report's path, as messages name it.
  var source: String
  /// Its path below the folder all reports are in.
  var relative: String
  /// The collection it is in.
  var collection: String?
  /// The strand of the collection, and what it is in it.
  var strand: String?
  var role: ReportRole?
  var title: String?
  var language: String?
  var date: String?
  var description: String?
  /// How many words it has.
  var words = 0
  /// What was said while it was read.
  var diagnostics: [Diagnostic] = []
  var versions: [VersionRecord] = []
  /// When all this was noted, in nanoseconds since 1970.
  var noted = 0
}

/// What became of a version of a report.
struct VersionRecord: Sendable {
  /// The format's name.
  var format: String
  var outcome: Outcome
  /// The renderer and its options.
  var renderer = ""
  var options: [String: String] = [:]
  /// A digest of everything but files that decides what is made.
  var key: String
  /// The files that decide what is made.
  var inputs: [FileState] = []
  /// The files that were made, by their paths in the output folder; a folder has several.
  var outputs: [FileState] = []
  /// What it is, and the media type of its files.
  var title = ""
  var mediaType = ""
  /// In words: `12 pages of 40 by 25 cells`.
  var summary = ""
  /// How many pages and volumes it has; nil of what has none.
  var pages: Int?
  var volumes: Int?
  /// How many words its files have; nil where they are not counted.
  var words: Int?
  /// How far words are contracted; nil for what is not braille.
  var contraction: BrailleCode.Contraction?
  /// Why there is none in the report's language.
  var absence: Absence?
  var diagnostics: [Diagnostic] = []
  /// How long it took, in milliseconds.
  var milliseconds = 0
  /// Whether it failed for what its inputs are, so that it fails again while they are the same.
  var isLasting = false

  init(format: String, outcome: Outcome, key: String) {
    self.format = format
    self.outcome = outcome
    self.key = key
  }

  /// What became of it.
  enum Outcome: String, Sendable {
    /// It was made.
    case made
    /// It was there already and nothing has changed.
    case kept
    /// There is none.
    case failed
    /// The run ended before its turn.
    case left
    /// Nobody asked for it, and there is none in the report's language.
    case absent
  }

  /// What a language may lack.
  enum Absence: String, Sendable {
    case contractedBraille
    case uncontractedBraille
  }

  /// How many bytes its files have.
  var size: Int { outputs.reduce(0) { $0 + $1.size } }
}

// MARK: - As JSON

extension ReportRecord {
  /// The record as a line.
  var json: JSONValue {
    .members([
      "source": .string(source), "relative": .string(relative),
      "collection": collection.map(JSONValue.string), "strand": strand.map(JSONValue.string),
      "role": role.map { .string($0.rawValue) }, "title": title.map(JSONValue.string),
      "language": language.map(JSONValue.string), "date": date.map(JSONValue.string),
      "description": description.map(JSONValue.string), "words": .integer(words),
      "versions": .array(versions.map(\.jsonWithoutDiagnostics)), "noted": .integer(noted), "said": saidJSON,
    ])
  }

  /// The record without what was said.
  var withoutDiagnostics: ReportRecord {
    var record = self
    record.diagnostics = []
    for index in versions.indices { record.versions[index].diagnostics = [] }
    return record
  }

  /// What was said: each diagnostic once, and which were said of the report and of each version. Versions
  /// mostly say the same.
  var saidJSON: JSONValue {
    var numbers: [Diagnostic: Int] = [:]
    var all: [Diagnostic] = []
    func list(_ diagnostics: [Diagnostic]) -> JSONValue {
      .array(
        diagnostics.map { diagnostic in
          let next = all.count
          let number = numbers[diagnostic, default: next]
          if number == next {
            numbers[diagnostic] = number
            all.append(diagnostic)
          }
          return .integer(number)
        })
    }
    let report = list(diagnostics)
    let versions = JSONValue.array(versions.map { list($0.diagnostics) })
    return .members(["all": .array(all.map(\.record)), "report": report, "versions": versions])
  }

  /// Takes in what was said.
  mutating func takeSaid(_ json: JSONValue) {
    let all = (json["all"]?.array ?? []).map(Diagnostic.init(record:))
    func list(_ json: JSONValue?) -> [Diagnostic] {
      (json?.array ?? []).compactMap { number in
        number.integer.flatMap { all.indices.contains($0) ? all[$0] : nil }
      }
    }
    diagnostics = list(json["report"])
    for (index, said) in (json["versions"]?.array ?? []).enumerated() where index < versions.count {
      versions[index].diagnostics = list(said)
    }
  }

  /// The record of a line; nil for anything else.
  init?(_ json: JSONValue) {
    guard let source = json["source"]?.string, let relative = json["relative"]?.string,
      let versions = json["versions"]?.array, let noted = json["noted"]?.integer
    else { return nil }
    self.init(source: source, relative: relative)
    collection = json["collection"]?.string
    strand = json["strand"]?.string
    role = json["role"]?.string.flatMap(ReportRole.init)
    title = json["title"]?.string
    language = json["language"]?.string
    date = json["date"]?.string
    description = json["description"]?.string
    words = json["words"]?.integer ?? 0
    self.versions = versions.compactMap(VersionRecord.init)
    self.noted = noted
    guard self.versions.count == versions.count else { return nil }
    if let said = json["said"] { takeSaid(said) }
  }
}

extension VersionRecord {
  var json: JSONValue {
    guard case .object(let members) = jsonWithoutDiagnostics else { return .null }
    return .object(members + [.init(name: "diagnostics", value: .array(diagnostics.map(\.record)))])
  }

  fileprivate var jsonWithoutDiagnostics: JSONValue {
    .members([
      "format": .string(format), "outcome": .string(outcome.rawValue), "key": .string(key),
      "renderer": .string(renderer), "options": .texts(options),
      "inputs": .array(inputs.map(\.json)), "outputs": .array(outputs.map(\.json)),
      "title": .string(title), "mediaType": .string(mediaType), "summary": .string(summary),
      "pages": pages.map(JSONValue.integer), "volumes": volumes.map(JSONValue.integer),
      "words": words.map(JSONValue.integer), "milliseconds": .integer(milliseconds),
      "absence": absence.map { .string($0.rawValue) },
      "contraction": contraction.map { .string($0.rawValue) },
      "lasting": isLasting ? .boolean(true) : nil,
    ])
  }

  init?(_ json: JSONValue) {
    guard let format = json["format"]?.string, let key = json["key"]?.string,
      let outcome = json["outcome"]?.string.flatMap(Outcome.init), let inputs = json["inputs"]?.array,
      let outputs = json["outputs"]?.array
    else { return nil }
    self.init(format: format, outcome: outcome, key: key)
    self.inputs = inputs.compactMap(FileState.init)
    self.outputs = outputs.compactMap(FileState.init)
    renderer = json["renderer"]?.string ?? ""
    options = json["options"]?.texts ?? [:]
    title = json["title"]?.string ?? ""
    mediaType = json["mediaType"]?.string ?? ""
    summary = json["summary"]?.string ?? ""
    pages = json["pages"]?.integer
    volumes = json["volumes"]?.integer
    words = json["words"]?.integer
    diagnostics = (json["diagnostics"]?.array ?? []).compactMap(Diagnostic.init(record:))
    milliseconds = json["milliseconds"]?.integer ?? 0
    absence = json["absence"]?.string.flatMap(Absence.init)
    contraction = json["contraction"]?.string.flatMap(BrailleCode.Contraction.init)
    isLasting = json["lasting"]?.boolean ?? false
    guard self.inputs.count == inputs.count, self.outputs.count == outputs.count else { return nil }
  }
}

extension FileState {
  var json: JSONValue {
    .members([
      "path": .string(path), "digest": digest.map(JSONValue.string), "size": .integer(size),
      "modified": .integer(modified), "changed": .integer(changed), "number": .integer(number),
    ])
  }

  init?(_ json: JSONValue) {
    guard let path = json["path"]?.string else { return nil }
    self.init(path: path, digest: json["digest"]?.string)
    size = json["size"]?.integer ?? 0
    modified = json["modified"]?.integer ?? 0
    changed = json["changed"]?.integer ?? 0
    number = json["number"]?.integer ?? 0
  }
}

extension Diagnostic {
  /// The diagnostic as records hold it.
  var record: JSONValue {
    .members([
      "code": .string(code), "severity": .string(severity.rawValue), "message": .string(message),
      "hint": hint.map(JSONValue.string), "source": source.map(JSONValue.string),
      "part": part.map(JSONValue.string),
      "range": range.map { range in
        .array(
          [range.start.line, range.start.column, range.end.line, range.end.column].map { .integer(Int($0)) })
      },
    ])
  }

  init?(record json: JSONValue) {
    guard let code = json["code"]?.string, let message = json["message"]?.string,
      let severity = json["severity"]?.string.flatMap(Severity.init)
    else { return nil }
    self.init(code, severity, message, hint: json["hint"]?.string)
    source = json["source"]?.string
    part = json["part"]?.string
    if let numbers = json["range"]?.array?.compactMap(\.integer), numbers.count == 4 {
      range = SourceRange(
        SourcePosition(line: numbers[0], column: numbers[1]),
        SourcePosition(line: numbers[2], column: numbers[3]))
    }
  }
}

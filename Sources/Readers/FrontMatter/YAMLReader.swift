import CLibyaml

/// Reads one YAML document through libyaml's events. Nothing is built but text, lists and fields: tags
/// are not acted on. Nesting, aliases and size are bounded.
struct YAMLReader {
  /// How deep lists and fields may nest.
  static let maximumDepth = 32
  /// How many values a document may have once its aliases are written out.
  private let maximumValues: Int

  init(maximumValues: Int = 10_000) { self.maximumValues = maximumValues }

  /// The lines of tags that are not YAML's own, which are not acted on.
  private(set) var customTagLines: [Int] = []

  /// A list or mapping that is open.
  private struct Level {
    var isMapping: Bool
    var anchor: String?
    var values: [YAMLValue] = []
    var fields: [YAMLField] = []
    /// A key whose value has not come yet.
    var key: (name: String, line: Int)?
    var size = 1
  }

  private var levels: [Level] = []
  private var anchors: [String: (value: YAMLValue, size: Int)] = [:]
  private var openAnchors: Set<String> = []
  private var size = 0
  private var root: YAMLValue?
  private var documents = 0

  /// Reads the document; nil when it is empty or holds only comments.
  mutating func read(_ bytes: [UInt8]) throws(YAMLProblem) -> YAMLValue? {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) != 0 else {
      throw YAMLProblem(message: "the YAML parser has no memory", line: 1)
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    defer { copy.deallocate() }
    _ = copy.initialize(from: bytes)
    yaml_parser_set_input_string(parser, copy.baseAddress, bytes.count)
    while try step(parser) {}
    return root
  }

  /// Takes one event; false after the last.
  private mutating func step(
    _ parser: UnsafeMutablePointer<yaml_parser_t>
  ) throws(YAMLProblem) -> Bool {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else { throw Self.problem(of: parser) }
    defer { yaml_event_delete(&event) }
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      noteTag(scalar.tag, line)
      let text = Self.text(scalar.value, scalar.length)
      try add(.scalar(text), size: 1, anchor: Self.string(scalar.anchor), line)
    case YAML_ALIAS_EVENT:
      let name = Self.string(event.data.alias.anchor) ?? ""
      guard !openAnchors.contains(name) else {
        throw YAMLProblem(message: "*\(name) stands inside what it refers to", line: line)
      }
      guard let target = anchors[name] else {
        throw YAMLProblem(message: "*\(name) refers to nothing", line: line)
      }
      try add(target.value, size: target.size, anchor: nil, line)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      noteTag(start.tag, line)
      try open(Level(isMapping: false, anchor: Self.string(start.anchor)), line)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      noteTag(start.tag, line)
      try open(Level(isMapping: true, anchor: Self.string(start.anchor)), line)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try close(line)
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 { throw YAMLProblem(message: "a second document begins", line: line) }
    case YAML_STREAM_END_EVENT: return false
    default: break
    }
    return true
  }

  private mutating func noteTag(_ tag: UnsafeMutablePointer<UInt8>?, _ line: Int) {
    guard let tag = Self.string(tag), tag != "!" else { return }
    let own = ["str", "int", "float", "bool", "null", "timestamp", "seq", "map"]
    if !own.contains(where: { tag == "tag:yaml.org,2002:" + $0 }) { customTagLines.append(line) }
  }

  private mutating func open(_ level: Level, _ line: Int) throws(YAMLProblem) {
    guard levels.count < Self.maximumDepth else {
      throw YAMLProblem(message: "it nests deeper than \(Self.maximumDepth) levels", line: line)
    }
    if let anchor = level.anchor { openAnchors.insert(anchor) }
    levels.append(level)
  }

  private mutating func close(_ line: Int) throws(YAMLProblem) {
    guard let level = levels.popLast() else { return }
    if let anchor = level.anchor { openAnchors.remove(anchor) }
    let value: YAMLValue = level.isMapping ? .mapping(level.fields) : .sequence(level.values)
    try add(value, size: level.size, anchor: level.anchor, line)
  }

  private mutating func add(
    _ value: YAMLValue, size added: Int, anchor: String?, _ line: Int
  ) throws(YAMLProblem) {
    if let anchor { anchors[anchor] = (value, added) }
    guard !levels.isEmpty else {
      root = value
      return
    }
    let last = levels.count - 1
    levels[last].size += added
    guard levels[last].size <= maximumValues else {
      throw YAMLProblem(message: "its aliases stand for more than \(maximumValues) values", line: line)
    }
    if !levels[last].isMapping {
      levels[last].values.append(value)
    } else if let key = levels[last].key {
      levels[last].fields.append(YAMLField(name: key.name, value: value, line: key.line))
      levels[last].key = nil
    } else {
      levels[last].key = (value.words, line)
    }
  }

  private static func string(_ characters: UnsafeMutablePointer<UInt8>?) -> String? {
    guard let characters else { return nil }
    return characters.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
  }

  private static func text(_ characters: UnsafeMutablePointer<UInt8>?, _ length: Int) -> String {
    guard let characters else { return "" }
    let string = String(decoding: UnsafeBufferPointer(start: characters, count: length), as: UTF8.self)
    // An escape such as "\u0000" can put a control character where no reader expects one.
    guard
      string.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      })
    else { return string }
    var clean = String.UnicodeScalarView()
    for scalar in string.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t"
      clean.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(clean)
  }

  private static func problem(of parser: UnsafeMutablePointer<yaml_parser_t>) -> YAMLProblem {
    let message = parser.pointee.problem.map { String(cString: $0) } ?? "it is not YAML"
    return YAMLProblem(message: message, line: Int(parser.pointee.problem_mark.line) + 1)
  }
}

import Tables

/// What a profile may hold, as the JSON Schema in `Tables/schemas` says it.
///
/// The schema is the one place that lists the keys; editors read it too. Of JSON Schema this knows what
/// that file uses: `$ref` to `$defs`, `type`, `properties`, `items`, `minItems`, `enum`, `minimum`,
/// `maximum`, `format` and `description`.
struct ProfileSchema: Sendable {
  private let root: JSONNode

  /// Why a value is not what the schema allows.
  struct Fault: Error {
    var line: Int
    var column: Int
    /// Where in the profile: `notes.separator.length`.
    var path: String
    var problem: Problem

    enum Problem {
      case unknownKey(String, known: [String])
      case wrongValue(found: String, allowed: String)
    }
  }

  /// The schema of layout profiles.
  static let layoutProfile: ProfileSchema = {
    do {
      return ProfileSchema(root: try JSONNode(Tables.layoutProfileSchema))
    } catch {
      // The schema is built into the program and read by its tests.
      preconditionFailure("the schema of profiles is no JSON: \(error)")
    }
  }()

  /// All that is wrong with a profile, in the order of the file.
  func faults(in profile: JSONNode) -> [Fault] {
    var faults: [Fault] = []
    check(profile, against: root, path: "", into: &faults)
    return faults
  }

  /// Every key there is, from the root: `notes.separator.length`. Lists add nothing.
  var keyPaths: Set<String> {
    var paths: Set<String> = []
    collect(root, path: "", into: &paths)
    return paths
  }

  private func collect(_ schema: JSONNode, path: String, into paths: inout Set<String>) {
    let schema = resolve(schema)
    for member in schema["properties"]?.members ?? [] {
      let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
      paths.insert(inner)
      collect(member.node, path: inner, into: &paths)
    }
    if let items = schema["items"] { collect(items, path: path, into: &paths) }
  }

  private func resolve(_ schema: JSONNode) -> JSONNode {
    guard let name = schema["$ref"]?.string?.split(separator: "/").last,
      let target = root["$defs"]?[String(name)]
    else { return schema }
    // What stands beside the reference describes this use of it.
    return target.merged(with: schema.without(["$ref"]))
  }

  private func check(_ node: JSONNode, against schema: JSONNode, path: String, into faults: inout [Fault]) {
    let schema = resolve(schema)
    guard schema.allows(node) else {
      let found =
        switch node.value {
        case .string(let text): "'\(text)'"
        case .number(let text): text
        case .object, .array, .bool, .null: node.kind
        }
      faults.append(
        Fault(
          line: node.line, column: node.column, path: path,
          problem: .wrongValue(found: found, allowed: schema.allowed)))
      return
    }
    switch node.value {
    case .object(let members):
      let properties = schema["properties"]?.members ?? []
      for member in members {
        let inner = path.isEmpty ? member.name : "\(path).\(member.name)"
        if let property = properties.first(where: { $0.name == member.name }) {
          check(member.node, against: property.node, path: inner, into: &faults)
        } else {
          faults.append(
            Fault(
              line: member.line, column: member.column, path: path,
              problem: .unknownKey(member.name, known: properties.map(\.name))))
        }
      }
    case .array(let nodes):
      guard let items = schema["items"] else { return }
      for (index, inner) in nodes.enumerated() {
        check(inner, against: items, path: "\(path)[\(index)]", into: &faults)
      }
    case .string, .number, .bool, .null: break
    }
  }
}

extension JSONNode {
  var string: String? { if case .string(let text) = value { text } else { nil } }
  private var integer: Int? { if case .number(let text) = value { Int(text) } else { nil } }
  private var strings: [String] {
    switch value {
    case .string(let text): [text]
    case .array(let nodes): nodes.compactMap(\.string)
    case .object, .number, .bool, .null: []
    }
  }

  /// Whether this schema allows a value, what is inside objects and lists apart.
  fileprivate func allows(_ node: JSONNode) -> Bool {
    let types = self["type"]?.strings ?? []
    switch node.value {
    case .object: return types.contains("object")
    case .array(let nodes): return types.contains("array") && nodes.count >= self["minItems"]?.integer ?? 0
    case .bool: return types.contains("boolean")
    case .null: return types.contains("null")
    case .number(let text):
      guard types.contains("integer"), let number = Int(text) else { return false }
      return number >= self["minimum"]?.integer ?? .min && number <= self["maximum"]?.integer ?? .max
    case .string(let text):
      guard types.contains("string") else { return false }
      if let words = self["enum"]?.strings, words.contains(text) { return true }
      guard let format = self["format"]?.string else { return self["enum"] == nil }
      return ProfileTextFormat(rawValue: format)?.allows(text) ?? false
    }
  }

  /// What this schema allows, in words.
  fileprivate var allowed: String {
    let types = self["type"]?.strings ?? []
    var parts: [String] = []
    if let words = self["enum"]?.strings { parts += words.map { "\"\($0)\"" } }
    if let format = self["format"]?.string.flatMap(ProfileTextFormat.init(rawValue:)) {
      parts.append(format.allowed)
    } else if types.contains("string"), parts.isEmpty {
      parts.append("text in quotation marks")
    }
    if types.contains("integer") {
      parts.append("a whole number from \(self["minimum"]?.integer ?? 0) to \(self["maximum"]?.integer ?? 0)")
    }
    if types.contains("object") { parts.append("an object, { … }") }
    if types.contains("array") { parts.append("a list, [ … ], of one item or more") }
    if types.contains("null") { parts.append("null, for none") }
    return parts.count < 2
      ? parts.joined() : parts.dropLast().joined(separator: ", ") + " or " + parts[parts.count - 1]
  }
}

/// The forms of text a profile has values of, by their names in the schema.
enum ProfileTextFormat: String {
  case cellPositions = "cell-positions"
  case brailleCells = "braille-cells"
  case brailleCell = "braille-cell"

  func allows(_ text: String) -> Bool {
    switch self {
    case .cellPositions: CellPositions(text: text) != nil
    case .brailleCells: text.unicodeScalars.allSatisfy { (0x2800...0x28FF).contains($0.value) }
    case .brailleCell: text.unicodeScalars.count == 1 && Self.brailleCells.allows(text)
    }
  }

  /// What is allowed, in words.
  var allowed: String {
    switch self {
    case .cellPositions: "cells such as \"3-1\", each from 1 to 60"
    case .brailleCells: "Unicode braille patterns, such as \"⠐⠒\""
    case .brailleCell: "one Unicode braille pattern, such as \"⠒\""
    }
  }
}

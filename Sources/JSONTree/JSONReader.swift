/// Reads JSON as values, for texts that are small and are looked into by name: see `JSONTree` for others.
package enum JSONReader {
  /// How deep arrays and objects may nest: values are made and freed with recursion.
  package static let maximumDepth = 512

  /// The value a text holds. Of members with the same name all are kept, in order.
  ///
  /// - Throws: `JSONProblem` when it is not JSON, nests too deep, or has a number too large to be one.
  package static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    try value(JSONTree.root, of: JSONTree(bytes, maximumDepth: maximumDepth))
  }

  private static func value(_ id: JSONTree.ID, of tree: JSONTree) throws(JSONProblem) -> JSONValue {
    switch tree.kind(of: id) {
    case .null: return .null
    case .string: return .string(tree.string(id) ?? "")
    case .boolean: return .boolean(tree.source(of: id) == "true")
    case .number:
      let text = tree.source(of: id, limit: .max)
      if let integer = Int(text) { return .integer(integer) }
      guard let number = Double(text), number.isFinite else {
        throw tree.problem("a number is too large", at: id)
      }
      return .decimal(number)
    case .array:
      var values: [JSONValue] = []
      for child in tree.children(of: id) { values.append(try value(child, of: tree)) }
      return .array(values)
    case .object:
      var members: [JSONValue.Member] = []
      for (name, inner) in tree.members(of: id) {
        members.append(JSONValue.Member(name: tree.string(name) ?? "", value: try value(inner, of: tree)))
      }
      return .object(members)
    }
  }
}

// MARK: - Looking into values

extension JSONValue {
  /// The value of the first member of that name; nil where there is none, or this is no object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The text of a string; nil for other values.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number; nil for other values.
  package var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number, whole or not; nil for other values.
  package var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .decimal(let number): number
    case .null, .string, .boolean, .array, .object: nil
    }
  }

  /// True or false; nil for other values.
  package var boolean: Bool? {
    if case .boolean(let value) = self { value } else { nil }
  }

  /// The values of an array; nil for other values.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members of an object, in order; nil for other values.
  package var object: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}

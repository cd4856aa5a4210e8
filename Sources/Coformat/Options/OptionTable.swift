/// The options something has, in the order a manual lists them.
public struct OptionTable: Hashable, Sendable {
  /// The definitions; no key occurs twice.
  public var definitions: [OptionDefinition]

  /// Makes a table.
  public init(_ definitions: [OptionDefinition]) { self.definitions = definitions }

  /// The definition of a key, or nil.
  public subscript(key: String) -> OptionDefinition? { definitions.first { $0.key == key } }

  /// Checks values against the table.
  ///
  /// - Throws: `ConversionFailure` for a key that is not in the table or a value its option does not
  ///   accept.
  public func validate(_ values: [String: String]) throws(ConversionFailure) -> OptionValues {
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let definition = self[key] else {
        throw ConversionFailure(.unknownOption(key, among: definitions.map(\.key)))
      }
      try definition.validate(value)
    }
    return OptionValues(values)
  }
}

/// Values that a table has accepted, by key. An option that was not given is not among them.
public struct OptionValues: Hashable, Sendable {
  private var values: [String: String]

  fileprivate init(_ values: [String: String]) { self.values = values }

  /// The value of an option as text, or nil when it was not given.
  public subscript(key: String) -> String? { values[key] }

  /// The value of an option that is a whole number.
  public func integer(_ key: String) -> Int? { values[key].flatMap { Int($0) } }

  /// The value of an option whose values are an enum's raw values.
  public func choice<Choice: RawRepresentable<String>>(_ key: String) -> Choice? {
    values[key].flatMap { Choice(rawValue: $0) }
  }
}

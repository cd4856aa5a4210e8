import ArgumentParser
import Coformat

// Options of the command are made from their definitions, so that names, help and accepted values
// are written once.

extension Option where Value == String? {
  init(_ definition: OptionDefinition) {
    self.init(
      name: NameSpecification(definition), help: ArgumentHelp(definition),
      completion: CompletionKind(definition))
  }
}

extension Flag where Value == Bool {
  init(wrappedValue: Bool, _ definition: OptionDefinition) {
    self.init(
      wrappedValue: wrappedValue, name: NameSpecification(definition), help: ArgumentHelp(definition))
  }
}

extension [String: String?] {
  /// What several groups of options were given, in one.
  static func given(_ groups: [String: String?]...) -> [String: String?] {
    groups.reduce(into: [:]) { $0.merge($1) { value, _ in value } }
  }
}

extension NameSpecification {
  fileprivate init(_ definition: OptionDefinition) {
    let long = NameSpecification.Element.customLong(definition.key)
    // `-g1` is `-g 1`, as everywhere.
    let takesValue = definition.kind != .flag
    self = definition.letter.map { [.customShort($0, allowingJoined: takesValue), long] } ?? [long]
  }
}

extension ArgumentHelp {
  fileprivate init(_ definition: OptionDefinition) {
    self.init(stringLiteral: definition.fullHelp)
    switch definition.kind {
    case .choice(let names): valueName = definition.listsValues ? "name" : names.joined(separator: "|")
    case .integer: valueName = "number"
    case .text(let placeholder): valueName = placeholder
    case .flag: break
    }
  }
}

extension CompletionKind {
  fileprivate init(_ definition: OptionDefinition) {
    switch definition.kind {
    case .choice(let names): self = .list(names)
    case .text("path"): self = .file()
    case .text("name|path"): self = .list(BrailleOptions.profiles)
    case .text("code"): self = .shellCommand("coformat codes | awk 'NR > 1 { print $1 }' | uniq")
    case .text("1|2"): self = .list(["1", "2"])
    case .integer, .text, .flag: self = .default
    }
  }
}

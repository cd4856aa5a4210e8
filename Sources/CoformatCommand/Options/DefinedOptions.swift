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

extension NameSpecification {
  fileprivate init(_ definition: OptionDefinition) {
    let long = NameSpecification.Element.customLong(definition.key)
    self = definition.letter.map { [.customShort($0), long] } ?? [long]
  }
}

extension ArgumentHelp {
  fileprivate init(_ definition: OptionDefinition) {
    self.init(stringLiteral: definition.fullHelp)
    switch definition.kind {
    case .choice(let names): valueName = names.joined(separator: "|")
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
    case .text(let placeholder) where placeholder == "path": self = .file()
    case .integer, .text, .flag: self = .default
    }
  }
}

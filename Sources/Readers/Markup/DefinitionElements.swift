import Diagnostics
import DocumentModel

/// A definition list while it is read.
struct DefinitionParts {
  var items: [DefinitionItem] = []
  private var terms: [DefinitionTerm] = []
  private var definitions: [Definition] = []

  mutating func add(_ term: DefinitionTerm) {
    if !definitions.isEmpty { endItem() }
    terms.append(term)
  }

  mutating func add(_ definition: Definition) { definitions.append(definition) }

  /// Takes in a block that stands between terms and definitions.
  mutating func adopt(_ block: Block) {
    if definitions.isEmpty {
      definitions.append(Definition([block], info: NodeInfo(range: block.info.range)))
    } else {
      definitions[definitions.count - 1].blocks.append(block)
    }
  }

  mutating func endItem() {
    guard !terms.isEmpty || !definitions.isEmpty else { return }
    let range = (terms.first?.info.range ?? definitions.first?.info.range)
      .joined(definitions.last?.info.range ?? terms.last?.info.range)
    items.append(
      DefinitionItem(terms: terms, definitions: definitions, info: NodeInfo(range: range)))
    terms = []
    definitions = []
  }
}

extension DocumentBuilder {
  mutating func enterDefinitionList(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    push(.definitionList, node: node, info: info(node, element))
    definitionLists.append(DefinitionParts())
  }

  mutating func enterTerm(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    openImplicitDefinitionList()
    push(.term, node: node, info: info(node, element))
  }

  mutating func enterDefinition(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    openImplicitDefinitionList()
    push(.definition, node: node, info: info(node, element))
  }

  mutating func endDefinitionList(_ frame: Frame) {
    var parts = definitionLists.removeLast()
    parts.endItem()
    if parts.items.isEmpty {
      keepPlace(frame.info)
    } else {
      append(.definitionList(DefinitionList(parts.items, info: frame.info)))
    }
  }

  /// Readies a list for a term or a definition that stands outside any.
  private mutating func openImplicitDefinitionList() {
    settleStrayItems(frames.count - 1)
    guard let last = frames.indices.last, !frames[last].isDefinitionList else { return }
    definitionLists.append(frames[last].strayDefinitions ?? DefinitionParts())
    frames[last].strayDefinitions = nil
  }

  /// Keeps the list a stray term or definition began, for those that follow it.
  mutating func endImplicitDefinitionList() {
    guard let last = frames.indices.last, !frames[last].isDefinitionList else { return }
    frames[last].strayDefinitions = definitionLists.removeLast()
  }

  /// Makes a list of the terms and definitions that stood in none.
  mutating func settleStrayDefinitions(_ frame: Int) {
    guard var parts = frames[frame].strayDefinitions else { return }
    frames[frame].strayDefinitions = nil
    parts.endItem()
    let range = (parts.items.first?.info.range).joined(parts.items.last?.info.range)
    deposit(.definitionList(DefinitionList(parts.items, info: NodeInfo(range: range))), in: frame)
  }
}

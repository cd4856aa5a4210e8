import Diagnostics
import DocumentModel

// The form of tables: `data-coformat="table: stairstep"`, on a table or on an element around it.

/// The instructions of a `data-coformat` attribute, which semicolons part.
struct FormatInstructions {
  /// What is said of formats; nil when nothing is.
  private(set) var formats: String?
  /// The form tables are to have; nil when none is named.
  private(set) var tableForm: String?

  init(_ value: String) {
    var formats: [Substring] = []
    for part in value.split(separator: ";", omittingEmptySubsequences: true) {
      let words = part.split(separator: ":", maxSplits: 1)
      if words.count == 2, String(words[0]).trimmingSpace.lowercased() == "table" {
        tableForm = String(String(words[1]).trimmingSpace)
      } else {
        formats.append(part)
      }
    }
    if !formats.isEmpty || tableForm == nil { self.formats = formats.joined(separator: ";") }
  }
}

extension DocumentBuilder {
  /// How many elements around a table are looked at, so that deep nesting takes no longer than any.
  private static let instructionReach = 256

  /// The form the source asks for: what the table says, else what the nearest element around it says.
  mutating func tableForm(of table: MarkupTree.NodeID) -> TableForm? {
    var node = table
    var distance = 0
    while node >= 0, distance < Self.instructionReach {
      distance += 1
      if case .element(let element) = tree[node].content, let value = element["data-coformat"],
        let name = FormatInstructions(value).tableForm
      {
        takenInstructions.insert(node)
        let word = name.lowercased()
        if let form = TableForm(rawValue: word) { return form }
        let known = closest(to: word, in: TableForm.allCases.map(\.rawValue))
        log.report(.unknownTableForm(name, suggestion: known, at: tree.range(of: node)))
        return nil
      }
      node = tree.parent(of: node)
    }
    return nil
  }

  /// Reports forms that no table has: none stands below the element, or each has its own.
  mutating func reportUntakenInstructions() {
    var reported: Set<MarkupTree.NodeID> = []
    for node in tableInstructions where !takenInstructions.contains(node) {
      guard reported.insert(node).inserted, case .element(let element) = tree[node].content,
        let name = FormatInstructions(element["data-coformat"] ?? "").tableForm
      else { continue }
      log.report(.tableFormWithoutTable(name, at: tree.range(of: node)))
    }
  }
}

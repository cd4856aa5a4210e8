import Diagnostics
import DocumentModel

// Forms: what print would show of them. A document cannot be filled in, which is said once.

extension DocumentBuilder {
  mutating func enterInput(_ node: MarkupTree.NodeID, _ element: MarkupTree.Element) {
    let range = tree.range(of: node)
    let kind = element["type"]?.lowercased() ?? "text"
    let info = info(node, element)
    keepPlace(info)
    switch kind {
    case "hidden": return
    case "checkbox":
      let state: TaskState = element["checked"] == nil ? .open : .done
      if takeTask(state) { return }
      append(state == .done ? "[x]" : "[ ]", range: range)
    case "radio":
      append(element["checked"] == nil ? "( )" : "(x)", range: range)
    case "image":
      append(element.firstWords("alt", "value", "title") ?? "", range: range)
    case "submit", "reset", "button":
      append(element.firstWords("value", "aria-label", "title") ?? "", range: range)
    case "password", "file", "color", "range":
      append(element.firstWords("placeholder") ?? "", range: range)
    default:
      append(element.firstWords("value") ?? "", range: range)
      separate()
      append(element.firstWords("placeholder") ?? "", range: range)
    }
    sayFormField(at: range)
  }

  private mutating func sayFormField(at range: SourceRange?) {
    guard !saidFormField else { return }
    saidFormField = true
    log.report(.formField(at: range))
  }

  /// Begins a choice of a list, or a group of choices with its label.
  mutating func enterOption(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) {
    sayFormField(at: tree.range(of: node))
    let range = tree.range(of: node)
    if tag == .optgroup, let label = element.firstWords("label") {
      append(label + ":", range: range)
      separate()
    }
    if tag == .option, let label = element.firstWords("label"), tree.words(of: node, limit: 1).isEmpty {
      append(label, range: range)
    }
  }

  /// Sets a choice apart from the next.
  mutating func leaveOption(_ node: MarkupTree.NodeID) {
    guard survey.tags[Int(node)] == .option, tree.nextSibling(of: node) >= 0 else { return }
    trimSpace()
    frames[frames.count - 1].endsInSpace = false
    append(", ", range: tree.range(of: node))
  }

  /// Writes a gauge's value when it has no words of its own; returns whether it did.
  mutating func appendGauge(
    _ node: MarkupTree.NodeID, _ element: MarkupTree.Element, _ tag: Tag
  ) -> Bool {
    guard tree.words(of: node, limit: 1).isEmpty, let value = element.firstWords("value") else {
      return false
    }
    let range = tree.range(of: node)
    if let maximum = element.firstWords("max") {
      append(value + "/" + maximum, range: range)
    } else {
      append(value, range: range)
    }
    return true
  }
}

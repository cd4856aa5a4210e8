import JSONTree

/// The words of a stretch of pandoc's tree, as plain text on one line.
struct PandocWords {
  private(set) var text = ""
  /// What has no words that could stand in the line: notes, raw text of other formats.
  private(set) var lost: [String] = []

  private enum Step {
    case value(JSONTree.ID)
    case words(String)
  }

  /// Collects the words below a value, in reading order, without recursion.
  init(of top: JSONTree.ID, in json: JSONTree) {
    var steps = [Step.value(top)]
    while let step = steps.popLast() {
      switch step {
      case .words(let words): text += words
      case .value(let id):
        if json.kind(of: id) == .array {
          for child in json.children(of: id).reversed() { steps.append(.value(child)) }
        } else if json.kind(of: id) == .object {
          enter(id, json, &steps)
        }
      }
    }
  }

  private mutating func enter(_ id: JSONTree.ID, _ json: JSONTree, _ steps: inout [Step]) {
    let type = json.member("t", of: id).flatMap(json.string) ?? ""
    let content = json.member("c", of: id)
    switch type {
    case "Str": text += content.flatMap(json.string) ?? ""
    case "Space", "SoftBreak", "LineBreak": text += " "
    case "Code", "CodeBlock", "Math":
      text += content.flatMap { json.items(of: $0)?.last }.flatMap(json.string) ?? ""
    case "Note": lost.append("a note")
    case "RawInline", "RawBlock":
      lost.append("raw text of another format")
    case "Quoted":
      guard let parts = content.flatMap(json.items(of:)), parts.count == 2 else { return }
      let marks = PandocConverter.quotationMarks(of: parts[0], in: json)
      steps += [.words(marks.1), .value(parts[1]), .words(marks.0)]
    case "Link", "Image":
      // Attributes and the address are no words.
      guard let parts = content.flatMap(json.items(of:)), parts.count >= 2 else { return }
      steps.append(.value(parts[parts.count - 2]))
    case "Cite":
      guard let inlines = content.flatMap({ json.items(of: $0)?.last }) else { return }
      steps.append(.value(inlines))
    case "Para", "Plain", "Header":
      steps.append(.words(" "))
      if let content { steps.append(.value(content)) }
    default:
      if let content { steps.append(.value(content)) }
    }
  }
}

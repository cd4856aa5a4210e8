import Diagnostics

// The DTBook of a book: its references to the timeline, and the files it names (Z39.86-2005, 4 and 7).

extension Daisy3Check {
  mutating func checkTexts() {
    for (path, reading) in readings(of: DaisyMedia.text) {
      for finding in DTBookCheck.findings(in: reading) { report(finding, in: path) }
      for (value, line) in reading.metadata("dtb:uid") where value != package.identifier {
        report(.daisyIdentifier(value, is: package.identifier, line: line), in: path)
      }
      for element in reading.elements {
        checkReference(of: element, in: path)
        checkFiles(of: element, in: path)
      }
    }
  }

  /// The structures that a listener can leave: their elements and what the step's class must be.
  private static let groups: Set<String> = ["list", "table"]

  private mutating func checkReference(of element: MarkupReading.Element, in path: String) {
    guard let address = element["smilref"] else {
      return checkUnreferenced(element, in: path)
    }
    guard let step = self.element(at: address, in: path), let smil = readings[step.path] else {
      return report(.daisyReference(address, line: element.line), in: path)
    }
    let target = smil.elements[step.index]
    guard package.hasSound else { return }
    if target.name != "par", target.name != "seq" {
      report(.daisyReference(address, line: element.line), in: path)
    }
    if Self.groups.contains(element.name), target.name != "seq" || target["class"] != element.name {
      report(
        .daisyEscaping(
          "the \(element.name) does not lead to a sequence of the class \(element.name)",
          line: element.line), in: path)
    }
    if element.isSkippable {
      let steps = [step.index] + smil.ancestors(of: step.index)
      if !steps.contains(where: { smil.elements[$0]["customTest"] != nil }) {
        report(
          .daisySkipping(
            "\(element.name) leads to a step listeners cannot leave out: it has no customTest",
            line: element.line), in: path)
      }
    }
    if element.name == "noteref" || element.name == "annoref" {
      let isLinked =
        smil.ancestors(of: step.index).contains { smil.elements[$0].name == "a" }
        || target.children.contains { smil.elements[$0].name == "a" }
      if !isLinked {
        report(
          .daisySkipping(
            "the step of the \(element.name) does not link to the note", severity: .warning,
            line: element.line), in: path)
      }
    }
  }

  private mutating func checkUnreferenced(_ element: MarkupReading.Element, in path: String) {
    guard element.namespace == DTBookGrammar.namespace else { return }
    // A book of text and sound that does not say when something is read cannot go to it.
    if package.hasSound, element.name == "pagenum" || element.name.isHeading {
      let isInside = !element.children.isEmpty
      if !isInside {
        report(
          .daisyNavigation(
            "\(element.name) has no smilref: players cannot go to it", severity: .warning,
            line: element.line), in: path)
      }
    }
  }

  private mutating func checkFiles(of element: MarkupReading.Element, in path: String) {
    let name =
      switch element.name {
      case "img": "src"
      case "a", "link": "href"
      default: ""
      }
    guard !name.isEmpty, let address = element[name], !address.hasPrefix("#"),
      !PackagePath.isAbsolute(address),
      element["external"] != "true", !address.collapsed.isEmpty
    else { return }
    guard let target = target(of: address, in: path) else {
      return report(.daisyReference(address, line: element.line), in: path)
    }
    if package.mediaTypes[target.path] == nil {
      report(
        .daisyManifest("\(quoted(address)) is not in the manifest", line: element.line), in: path)
    }
  }
}

extension MarkupReading.Element {
  /// Whether listeners must be able to leave it out (Z39.86, 7.5).
  var isSkippable: Bool {
    switch name {
    case "pagenum", "note", "noteref", "annotation", "linenum": true
    case "prodnote", "sidebar": self["render"] == "optional"
    default: false
    }
  }
}

extension String {
  /// Whether it is the name of a heading's element.
  var isHeading: Bool {
    utf8.count == 2 && hasPrefix("h") && last.map { ("1"..."6").contains($0) } ?? false
  }
}

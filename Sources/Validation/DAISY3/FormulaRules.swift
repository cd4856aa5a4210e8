import Diagnostics

// Formulas of a DAISY 3 book, as the specification MathML in DAISY (2008) has them in its package, text and
// timeline.

extension Daisy3Check {
  private static let version = "z39-86-extension-version"
  private static let transformation = "DTBook-XSLTFallback"

  mutating func checkFormulas() {
    let texts = readings(of: DaisyMedia.text)
    let formulas = texts.reduce(0) { $0 + $1.reading.elements.count { $0.isFormula } }
    checkFormulaMetadata(formulas: formulas)
    guard formulas > 0 else { return }
    for (path, reading) in texts {
      for element in reading.elements where element.isFormula {
        // The attribute is DTBook's, whatever prefix the file has for it.
        let reference = element.attributes.first { $0.name.hasSuffix(":smilref") }?.value
        guard let reference else {
          report(.daisyFormula("a formula has no smilref of DTBook", line: element.line), in: path)
          continue
        }
        if self.element(at: reference, in: path) == nil {
          report(.daisyReference(reference, line: element.line), in: path)
        }
      }
    }
    for (path, reading) in readings(of: DaisyMedia.smil) {
      for (index, element) in reading.elements.enumerated() where element.name == "text" {
        checkFormulaStep(element, at: index, reading, in: path)
      }
    }
  }

  /// A step that reads a formula says that it is MathML and can be left.
  private mutating func checkFormulaStep(
    _ element: MarkupReading.Element, at index: Int, _ reading: MarkupReading, in path: String
  ) {
    guard let place = self.element(at: element["src"] ?? "", in: path), let text = readings[place.path],
      text.elements[place.index].namespace == MathML.namespace
    else { return }
    if !text.elements[place.index].isFormula {
      report(
        .daisyFormula("a step reads a part of a formula and not all of it", line: element.line), in: path)
    }
    if element["type"] != MathML.namespace {
      report(
        .daisyFormula(
          "the text of a step that reads a formula has not the type of MathML", line: element.line),
        in: path)
    }
    let canBeLeft = reading.ancestors(of: index).contains {
      reading.elements[$0]["end"]?.hasPrefix("DTBuserEscape") == true
    }
    if !canBeLeft {
      report(
        .daisyFormula(
          "a step that reads a formula is in no sequence listeners can leave", line: element.line), in: path)
    }
  }

  private mutating func checkFormulaMetadata(formulas: Int) {
    guard let bytes = files[packagePath], let reading = try? MarkupReading(bytes) else { return }
    func entries(_ name: String) -> [MarkupReading.Element] {
      reading.all("meta").filter { $0["name"] == name && $0["scheme"] == MathML.namespace }
    }
    let (versions, transformations) = (entries(Self.version), entries(Self.transformation))
    guard formulas > 0 else {
      for entry in versions {
        report(
          .daisyFormula("\(Self.version) names MathML, and no text has a formula", line: entry.line),
          in: packagePath)
      }
      return
    }
    for (name, found) in [(Self.version, versions), (Self.transformation, transformations)]
    where found.count != 1 {
      report(
        .daisyFormula("there are formulas, and \(found.count) of \(name) for MathML instead of one", line: 1),
        in: packagePath)
    }
    for entry in transformations {
      let address = entry["content"] ?? ""
      guard let target = target(of: address, in: packagePath) else {
        report(.daisyReference(address, line: entry.line), in: packagePath)
        continue
      }
      if package.mediaTypes[target.path] == nil {
        report(.daisyManifest("\(quoted(address)) is not in the manifest", line: entry.line), in: packagePath)
      }
      let root = files[target.path].flatMap { try? MarkupReading($0) }?.root
      if root?.namespace != "http://www.w3.org/1999/XSL/Transform" {
        report(
          .daisyFormula("\(quoted(address)) is no transformation of XSLT", line: entry.line), in: packagePath)
      }
    }
  }
}

extension MarkupReading.Element {
  fileprivate var isFormula: Bool { name == "math" && namespace == MathML.namespace }
}

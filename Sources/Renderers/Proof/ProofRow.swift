import BrailleLayout
import Diagnostics
import XMLTree

extension Row {
  /// The words of print the row stands for; nil when it stands for none.
  var printWords: String? {
    switch kind {
    case .text: print.onOneLine.isEmpty ? nil : print.onOneLine
    case .blank, .pageInformation, .printPageIndicator, .rule: nil
    }
  }

  /// What the row holds that is no text of the print, a remark each.
  func remarks(page: Page, line: Int) -> [String] {
    var remarks: [String] = []
    switch kind {
    case .text:
      if origin == .program, place == .first { remarks.append("added by coformat") }
      // A formula is one piece of print, which stands at its first line.
      if place == .runover, printWords == nil { remarks.append("goes on from the line above") }
    case .blank: break
    case .rule:
      switch role {
      case .boxTop: remarks.append("box begins")
      case .boxBottom: remarks.append("box ends")
      case .text, .centredHeading, .sideHeading:
        switch area {
        case .text: remarks.append("line across the page")
        case .foot: remarks.append("line above the notes")
        }
      }
    case .printPageIndicator: remarks.append("print page \(print) begins")
    case .pageInformation:
      if let printPage = page.printPage { remarks.append("print page \(printPage.onOneLine)") }
      if !print.isEmpty { remarks.append("running head: \(print.onOneLine)") }
    }
    switch ending {
    case .betweenWords: break
    case .insideWord: remarks.append("word divided")
    case .insideNumber: remarks.append("number goes on on the next line")
    }
    if !corner.isEmpty {
      // The first line's corner is the print page's, and the last's the braille page's; a line of page
      // information has its print page at the left.
      let isPrintPage = line == 0 && kind != .pageInformation
      remarks.append("\(isPrintPage ? "print page" : "braille page") \(cornerPrint)")
    }
    return remarks
  }

  /// Whether the row's text has no place in the source: it comes from metadata, or the program put it
  /// there.
  var hasNoPlace: Bool { kind == .text && range == nil && !cells.isEmpty }
}

extension SourcePosition {
  /// The position as messages show it.
  var shown: String { "\(line):\(column)" }
}

extension SourceRange {
  /// The range in words. The end in them is that of the last character.
  func inWords(of source: String?) -> String {
    let place = source.map { "\($0), " } ?? ""
    let last = max(1, end.column - 1)
    if start.line == end.line {
      return start.column >= last
        ? "\(place)line \(start.line), column \(start.column)"
        : "\(place)line \(start.line), columns \(start.column) to \(last)"
    }
    return "\(place)line \(start.line), column \(start.column) to line \(end.line), column \(last)"
  }
}

extension [UInt8] {
  /// Cells as characters of Unicode braille.
  var unicodeBraille: String {
    String(String.UnicodeScalarView(compactMap { Unicode.Scalar(0x2800 + UInt32($0)) }))
  }
}

extension XMLNode {
  /// An element with text in it.
  static func html(_ name: String, _ text: String) -> XMLNode { .element(XMLElement(name, text: text)) }

  /// An element with attributes, and text in it unless there is none.
  static func html(
    _ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String = ""
  ) -> XMLNode {
    .element(
      XMLElement(
        name, attributes.map { XMLAttribute($0.key, $0.value) }, text.isEmpty ? [] : [.text(text)]))
  }
}

extension Page {
  /// What the page is called among those of its volume.
  func name(in section: Section.Kind) -> String {
    switch section {
    case .preliminary: "page \(number) of the preliminary pages"
    case .text: "page \(number)"
    }
  }
}

extension BraillePages {
  /// What each page is called among all, in reading order.
  var pageNames: [String] {
    volumes.enumerated().flatMap { number, volume in
      let place = volumes.count > 1 ? "volume \(number + 1), " : ""
      return volume.sections.flatMap { section in
        section.pages.map { "\(place)braille \($0.name(in: section.kind))" }
      }
    }
  }
}

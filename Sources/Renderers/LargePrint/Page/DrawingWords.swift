import XMLTree

/// How small the words of an SVG drawing are when it is as wide as the text: sizes in drawings are of their
/// own, and grow with the drawing alone.
enum DrawingWords {
  /// The smallest words of a drawing, in points; nil where there are none.
  ///
  /// - Parameters:
  ///   - width: how wide the drawing is printed at most, in points.
  ///   - height: how tall it is printed at most, in points.
  static func smallest(in drawing: [UInt8], width: Double, height: Double) -> Double? {
    var reading = Reading()
    do { try XMLEvents.read(drawing) { reading.take($0) } } catch { return nil }
    guard let smallest = reading.smallest, let box = reading.box, box.width > 0, box.height > 0 else {
      return nil
    }
    return smallest * min(width / box.width, height / box.height)
  }

  private struct Reading {
    /// The smallest size of letters, in units of the drawing.
    var smallest: Double?
    /// The drawing's own room.
    var box: (width: Double, height: Double)?
    /// Elements that are open: whether they are words, and the size of letters in them.
    private var open: [(isText: Bool, size: Double)] = []

    mutating func take(_ event: XMLEvent) {
      switch event {
      case .start(let name, _, let attributes, _):
        func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
        if open.isEmpty {
          let numbers = value("viewBox")?.split { " ,\n\t".contains($0) }.compactMap { Double($0) } ?? []
          if numbers.count == 4 {
            box = (numbers[2], numbers[3])
          } else if let width = value("width").flatMap(Self.length),
            let height = value("height").flatMap(Self.length)
          {
            box = (width, height)
          }
        }
        let outer = open.last ?? (false, 16)
        let size = (value("font-size") ?? value("style").flatMap(Self.sizeInStyle)).flatMap(Self.length)
        open.append((outer.isText || name == "text", size ?? outer.size))
      case .text(let text, _):
        if let last = open.last, last.isText, !text.allSatisfy(\.isWhitespace) {
          smallest = min(smallest ?? last.size, last.size)
        }
      case .end: open.removeLast()
      }
    }

    private static func sizeInStyle(_ style: String) -> String? {
      for declaration in style.split(separator: ";") {
        let parts = declaration.split(separator: ":", maxSplits: 1)
        if parts.count == 2, parts[0].filter({ !$0.isWhitespace }) == "font-size" {
          return String(parts[1].drop(while: \.isWhitespace))
        }
      }
      return nil
    }

    /// A length in units of the drawing, which are pixels; nil where it is relative.
    private static func length(_ text: String) -> Double? {
      let number = text.prefix { $0.isNumber || $0 == "." }
      guard let value = Double(number) else { return nil }
      switch text.dropFirst(number.count).filter({ !$0.isWhitespace }) {
      case "", "px": return value
      case "pt": return value * 96 / 72
      case "mm": return value * 96 / 25.4
      case "cm": return value * 96 / 2.54
      case "in": return value * 96
      default: return nil
      }
    }
  }
}

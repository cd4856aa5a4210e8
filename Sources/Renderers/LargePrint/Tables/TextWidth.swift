/// How wide text is, before there is a page to measure it on: the advance widths of Arial (and of
/// Liberation Sans, which has the same), in thousandths of the size of the text.
struct TextWidth {
  /// How much wider than Arial the typeface is.
  private let factor: Double

  init(_ typeface: LargePrintOptions.Typeface) {
    factor =
      switch typeface {
      case .arial, .helvetica, .atkinson: 1
      case .tahoma: 1.05
      case .tiresias, .aphont: 1.1
      case .verdana: 1.17
      }
  }

  /// The width of the widest piece of the text that no line end can part, in sizes of the text.
  func widestPiece(of text: String, isBold: Bool) -> Double {
    var widest = 0
    var piece = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\n", "\t", "\u{200B}":
        widest = max(widest, piece)
        piece = 0
      case "-", "–", "—", "/", "\u{AD}":
        widest = max(widest, piece + Self.width(of: scalar))
        piece = 0
      default:
        if Self.standsAlone(scalar) {
          widest = max(widest, piece, 1_000)
          piece = 0
        } else {
          piece += Self.width(of: scalar)
        }
      }
    }
    return Double(max(widest, piece)) / 1_000 * factor * (isBold ? 1.09 : 1)
  }

  /// Whether a line may end on both sides of a character, as between those of Chinese and Japanese.
  private static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: true
    default: false
    }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: Int(ascii[Int(scalar.value) - 0x20])
    case 0xA0: 278
    case 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F: 0
    case 0x2000...0x206F: 700
    case 0x1F000...0x1FAFF: 1_200
    default: scalar.properties.isUppercase ? 720 : 600
    }
  }

  /// From the space to the tilde.
  private static let ascii: [Int16] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}

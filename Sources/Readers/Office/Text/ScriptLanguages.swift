/// The languages of text in the three kinds of scripts office programs keep apart; nil where nothing
/// is said.
struct ScriptLanguages: Hashable {
  var western: String?
  var eastAsian: String?
  var complex: String?

  /// The same, with what another says where this says nothing.
  func over(_ other: ScriptLanguages) -> ScriptLanguages {
    ScriptLanguages(
      western: western ?? other.western, eastAsian: eastAsian ?? other.eastAsian,
      complex: complex ?? other.complex)
  }

  /// The language of a text, by the script of its letters.
  ///
  /// - Parameter isComplex: whether the text is marked as being of a complex script, whatever its first
  ///   letters are.
  func tag(of text: String, isComplex: Bool = false) -> String? {
    for scalar in text.unicodeScalars where scalar.value > 0x58F {
      switch Script(scalar) {
      case .complex: return complex
      case .eastAsian: return eastAsian
      case .western, nil: break
      }
    }
    if isComplex, let tag = complex, text.unicodeScalars.contains(where: { $0.value > 0x58F }) { return tag }
    return western
  }

  /// The three kinds of scripts.
  private enum Script {
    case western, eastAsian, complex

    /// The kind a letter is of; nil for what all scripts have.
    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: self = .complex
      case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF: self = .eastAsian
      default:
        guard scalar.properties.isAlphabetic else { return nil }
        self = .western
      }
    }
  }

  /// A text parted where its letters change from one kind of script to another; what stands between two
  /// goes with the one before.
  static func parts(of text: String) -> [String] {
    guard text.unicodeScalars.contains(where: { $0.value > 0x58F }) else { return [text] }
    var parts = [""]
    var current: Script?
    for scalar in text.unicodeScalars {
      if let script = Script(scalar) {
        if let before = current, before != script { parts.append("") }
        current = script
      }
      parts[parts.count - 1].unicodeScalars.append(scalar)
    }
    return parts
  }
}

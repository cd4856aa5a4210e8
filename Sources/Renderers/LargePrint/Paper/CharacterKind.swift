/// Kinds of characters, by where a font for them comes from.
enum CharacterKind: String, Hashable {
  case arabic = "Arabic"
  case armenian = "Armenian"
  case bengali = "Bengali"
  case cjk = "Chinese, Japanese or Korean"
  case control = "control"
  case devanagari = "Devanagari"
  case ethiopic = "Ethiopic"
  case georgian = "Georgian"
  case gujarati = "Gujarati"
  case gurmukhi = "Gurmukhi"
  case hebrew = "Hebrew"
  case kannada = "Kannada"
  case khmer = "Khmer"
  case lao = "Lao"
  case malayalam = "Malayalam"
  case mathematics = "mathematics"
  case mongolian = "Mongolian"
  case myanmar = "Myanmar"
  case oriya = "Odia"
  case other = "other"
  case privateUse = "private use"
  case sinhala = "Sinhala"
  case syriac = "Syriac"
  case tamil = "Tamil"
  case telugu = "Telugu"
  case thaana = "Thaana"
  case thai = "Thai"
  case tibetan = "Tibetan"

  init(_ scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .privateUse: self = .privateUse; return
    case .control, .format, .unassigned, .surrogate: self = .control; return
    default: break
    }
    self =
      switch scalar.value {
      case 0x530...0x58F: .armenian
      case 0x590...0x5FF, 0xFB1D...0xFB4F: .hebrew
      case 0x600...0x6FF, 0x750...0x77F, 0x870...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .arabic
      case 0x700...0x74F: .syriac
      case 0x780...0x7BF: .thaana
      case 0x900...0x97F, 0xA8E0...0xA8FF: .devanagari
      case 0x980...0x9FF: .bengali
      case 0xA00...0xA7F: .gurmukhi
      case 0xA80...0xAFF: .gujarati
      case 0xB00...0xB7F: .oriya
      case 0xB80...0xBFF: .tamil
      case 0xC00...0xC7F: .telugu
      case 0xC80...0xCFF: .kannada
      case 0xD00...0xD7F: .malayalam
      case 0xD80...0xDFF: .sinhala
      case 0xE00...0xE7F: .thai
      case 0xE80...0xEFF: .lao
      case 0xF00...0xFFF: .tibetan
      case 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F: .myanmar
      case 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F: .georgian
      case 0x1200...0x139F, 0x2D80...0x2DDF, 0xAB00...0xAB2F: .ethiopic
      case 0x1780...0x17FF, 0x19E0...0x19FF: .khmer
      case 0x1800...0x18AF: .mongolian
      case 0x1100...0x11FF, 0x2E80...0x2FFF, 0x3000...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
        0x1B000...0x1B16F, 0x1F200...0x1F2FF, 0x20000...0x3FFFF:
        .cjk
      case 0x1D400...0x1D7FF: .mathematics
      default: .other
      }
  }
}

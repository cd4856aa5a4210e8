/// What the lexicon says a form may be, before any sentence is looked at.
enum WordClass: Int, CaseIterable {
  case nn, nns, vb, vbd, vbn, vbg, vbz, jj, jjr, jjs, rb, rbr, rbs, nnp

  /// The bit of a name, of which the lexicon has the form with its capital.
  static let name: UInt64 = 1 << 13

  /// The classes of a form in small letters, as bits.
  static func bits(of lowered: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard var place = EnglishData.forms.place(of: lowered) else { return 0 }
    var bits: UInt64 = 0
    let count = EnglishData.forms.byte(place)
    place += 1
    for _ in 0..<count {
      bits |= 1 << UInt64(EnglishData.forms.byte(place))
      place += 3 + EnglishData.forms.byte(place + 2)
    }
    return bits
  }

  static func isKnown(_ form: UnsafeBufferPointer<UInt8>) -> Bool { EnglishData.forms.place(of: form) != nil }

  /// The class of a tag; nil for words the lexicon of forms has not.
  init?(_ tag: Tag) {
    switch tag {
    case .nn: self = .nn
    case .nns: self = .nns
    case .vb, .vbp: self = .vb
    case .vbd: self = .vbd
    case .vbn: self = .vbn
    case .vbg: self = .vbg
    case .vbz: self = .vbz
    case .jj: self = .jj
    case .jjr: self = .jjr
    case .jjs: self = .jjs
    case .rb: self = .rb
    case .rbr: self = .rbr
    case .rbs: self = .rbs
    case .nnp: self = .nn
    case .nnps: self = .nns
    default: return nil
    }
  }
}

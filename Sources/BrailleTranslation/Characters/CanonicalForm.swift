internal import CUTF8Proc

/// Unicode normalisation of a few scalars at a time, by utf8proc.
///
/// It is never given more than one letter and its marks, and never more than `marksLimit` of those:
/// the ordering of marks is quadratic, and a hostile text can put 100,000 on one letter.
enum CanonicalForm {
  /// The most marks on a letter that are looked at: what Unicode's Stream-Safe Text Format allows.
  static let marksLimit = 30

  /// The composed form (NFC).
  static func composed(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    compose(nuktaFirst(decomposed(scalars)))
  }

  /// The composed form (NFC) as Unicode has it, a nukta where it was typed.
  static func inCompositionOrder(_ scalars: ArraySlice<UInt32>) -> [UInt32] { compose(decomposed(scalars)) }

  /// In the scripts of India a nukta typed after the sign of a vowel looks the same as one before it, and
  /// belongs to the letter all the same: it goes there.
  private static func nuktaFirst(_ scalars: [UInt32]) -> [UInt32] {
    guard scalars.count > 2, let nukta = scalars.lastIndex(where: isNukta), nukta > 1,
      scalars[1..<nukta].allSatisfy({ !isNukta($0) && combiningClass($0) == 0 })
    else { return scalars }
    var result = scalars
    result.insert(result.remove(at: nukta), at: 1)
    return result
  }

  private static func isNukta(_ scalar: UInt32) -> Bool {
    (0x900..<0xD80).contains(scalar) && scalar & 0x7F == 0x3C
  }

  /// The decomposed form (NFD).
  static func decomposed(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    decompose(scalars, options: [UTF8PROC_STABLE, UTF8PROC_DECOMPOSE])
  }

  /// The compatibility composed form (NFKC): `ﬃ` as `ffi`.
  static func compatible(_ scalars: ArraySlice<UInt32>) -> [UInt32] {
    compose(decompose(scalars, options: [UTF8PROC_STABLE, UTF8PROC_DECOMPOSE, UTF8PROC_COMPAT]))
  }

  /// Composed characters that NFC takes apart, by their parts: Indic letters with a nukta.
  static let excluded: [[UInt32]: UInt32] = {
    var found: [[UInt32]: UInt32] = [:]
    for range in [0x958...0x95F, 0x9DC...0x9DF, 0xA33...0xA36, 0xA59...0xA5E, 0xB5C...0xB5D] {
      for scalar in range.map(UInt32.init) {
        let parts = decomposed([scalar])
        if parts.count == 2 { found[parts] = scalar }
      }
    }
    return found
  }()

  /// How a character stands above or below the line, when that is all that tells it from others.
  enum Position {
    case superscript
    case `subscript`
  }

  /// The position of `²` or `ₙ`; nil for characters on the line.
  static func position(_ scalar: UInt32) -> Position? {
    switch UInt32(utf8proc_get_property(Int32(bitPattern: scalar)).pointee.decomp_type) {
    case UTF8PROC_DECOMP_TYPE_SUPER.rawValue: .superscript
    case UTF8PROC_DECOMP_TYPE_SUB.rawValue: .subscript
    default: nil
    }
  }

  private static func decompose(
    _ scalars: ArraySlice<UInt32>, options: [utf8proc_option_t]
  ) -> [UInt32] {
    let flags = utf8proc_option_t(options.reduce(0) { $0 | $1.rawValue })
    var result: [UInt32] = []
    // The longest decomposition of one character is 18 scalars.
    var buffer = [Int32](repeating: 0, count: 32)
    for scalar in scalars {
      let count = utf8proc_decompose_char(Int32(bitPattern: scalar), &buffer, buffer.count, flags, nil)
      if count > 0, count <= buffer.count {
        for value in buffer[..<count] { result.append(UInt32(bitPattern: value)) }
      } else {
        result.append(scalar)
      }
    }
    return reordered(result)
  }

  /// Puts marks in canonical order; stable, and fast because there are few.
  private static func reordered(_ scalars: [UInt32]) -> [UInt32] {
    var result = scalars
    for index in result.indices.dropFirst() {
      let rank = combiningClass(result[index])
      var place = index
      while rank != 0, place > 0, combiningClass(result[place - 1]) > rank {
        result.swapAt(place, place - 1)
        place -= 1
      }
    }
    return result
  }

  private static func combiningClass(_ scalar: UInt32) -> Int {
    Int(utf8proc_get_property(Int32(bitPattern: scalar)).pointee.combining_class)
  }

  private static func compose(_ scalars: [UInt32]) -> [UInt32] {
    var buffer = scalars.map { Int32(bitPattern: $0) }
    let options = utf8proc_option_t(UTF8PROC_STABLE.rawValue | UTF8PROC_COMPOSE.rawValue)
    let count = utf8proc_normalize_utf32(&buffer, buffer.count, options)
    guard count >= 0 else { return scalars }
    return buffer[..<count].map { UInt32(bitPattern: $0) }
  }
}

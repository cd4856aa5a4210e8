import CLanguageData

/// Bytes that are part of the program: they are mapped with it, live as long as it does, and are never
/// written, which is why threads may share them.
struct StaticBytes: @unchecked Sendable {
  let base: UnsafePointer<UInt8>
  let count: Int

  init(_ data: language_data) {
    base = data.bytes
    count = data.count
  }

  @inline(__always)
  func byte(_ place: Int) -> Int { Int(base[place]) }

  @inline(__always)
  func half(_ place: Int) -> Int {
    Int(UnsafeRawPointer(base + place).loadUnaligned(as: UInt16.self).littleEndianValue)
  }

  @inline(__always)
  func word(_ place: Int) -> Int {
    Int(UnsafeRawPointer(base + place).loadUnaligned(as: UInt32.self).littleEndianValue)
  }

  @inline(__always)
  func long(_ place: Int) -> UInt64 {
    UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self).littleEndianValue
  }

  /// All of it as text.
  var text: String {
    String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }
}

extension FixedWidthInteger {
  @inline(__always)
  fileprivate var littleEndianValue: Self { Self(littleEndian: self) }
}

/// The data of English; each touched only when it is first looked into.
enum EnglishData {
  static let tagger = StaticBytes(language_data_tagger())
  static let forms = WordTable(StaticBytes(language_data_forms()))
  static let inflections = WordTable(StaticBytes(language_data_inflections()))
  static let frequencies = WordTable(StaticBytes(language_data_frequencies()))
  static let syllables = WordTable(StaticBytes(language_data_syllables()))
  static let complexity = WordTable(StaticBytes(language_data_complexity()))

  static var hardWords: StaticBytes { StaticBytes(language_data_hard_words()) }
  static var glossary: StaticBytes { StaticBytes(language_data_glossary()) }
  static var plainWords: StaticBytes { StaticBytes(language_data_plain_words()) }
  static var abbreviations: StaticBytes { StaticBytes(language_data_abbreviations()) }
  static var lexicon: StaticBytes { StaticBytes(language_data_lexicon()) }
  static var nominalisations: StaticBytes { StaticBytes(language_data_nominalisations()) }
  static var basicWords: StaticBytes { StaticBytes(language_data_basic_words()) }
}

import Diagnostics

/// What the headers of the frames of an MP3 file say.
struct MP3Facts {
  /// How long it is.
  var milliseconds: Int
  /// Whether frames differ in their bit rate.
  var isVariable: Bool

  private static let bitRates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
  private static let bitRates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
  private static let sampleRates = [44_100, 48_000, 32_000]

  /// Reads frames of layer III; nil for a file that has none.
  init?(_ bytes: [UInt8]) {
    var place = 0
    if bytes.starts(with: Array("ID3".utf8)), bytes.count > 10 {
      place = 10 + bytes[6...9].reduce(0) { $0 << 7 | Int($1 & 0x7F) }
    }
    var samples = 0
    var rate = 0
    var bitRates: Set<Int> = []
    while place + 4 <= bytes.count {
      guard let frame = Self.frame(bytes, at: place) else {
        // Tags at the end, or a stray byte before the first frame.
        if samples > 0 { break }
        place += 1
        if place > 65_536 { return nil }
        continue
      }
      samples += frame.samples
      rate = frame.rate
      bitRates.insert(frame.bitRate)
      place += frame.length
    }
    guard rate > 0 else { return nil }
    milliseconds = samples * 1000 / rate
    isVariable = bitRates.count > 1
  }

  private static func frame(_ bytes: [UInt8], at place: Int) -> (
    samples: Int, rate: Int, bitRate: Int, length: Int
  )? {
    guard bytes[place] == 0xFF, bytes[place + 1] & 0xE0 == 0xE0 else { return nil }
    let version = bytes[place + 1] >> 3 & 3
    let layer = bytes[place + 1] >> 1 & 3
    let rateIndex = Int(bytes[place + 2] >> 4)
    let sampleIndex = Int(bytes[place + 2] >> 2 & 3)
    guard version != 1, layer == 1, (1...14).contains(rateIndex), sampleIndex < 3 else {
      return nil
    }
    let isFirst = version == 3
    let rate = sampleRates[sampleIndex] >> (isFirst ? 0 : version == 2 ? 1 : 2)
    let samples = isFirst ? 1152 : 576
    let bits = (isFirst ? bitRates1 : bitRates2)[rateIndex] * 1000
    let padding = Int(bytes[place + 2] >> 1 & 1)
    return (samples, rate, bits, samples / 8 * bits / rate + padding)
  }
}

/// The sound files of a book, each read once: a book has a clip for every sentence.
final class KnownSounds {
  private var known: [String: MP3Facts?] = [:]

  /// What is known of a file; nil when it is no MP3.
  func facts(of path: String, _ bytes: [UInt8]) -> MP3Facts? {
    if let facts = known[path] { return facts }
    let facts = MP3Facts(bytes)
    known[path] = .some(facts)
    return facts
  }

  /// What is wrong with an MP3 file, and whether it only troubles some players; nil for nothing.
  func fault(of path: String, _ bytes: [UInt8]) -> (reason: String, severity: Severity)? {
    guard let facts = facts(of: path, bytes) else {
      return ("\(quoted(path)) holds no sound that is MP3", .error)
    }
    guard facts.isVariable else { return nil }
    return (
      "the bit rate of \(quoted(path)) changes: players that count bytes go to the wrong place", .warning
    )
  }
}

/// Reads WAV: RIFF or RIFX-free Wave files of whole numbers or floats, of any width and number of
/// channels, as programs write them to files and to pipes.
///
/// What is written to a pipe has sizes nobody knew at its beginning: a size of nought, or one that
/// reaches beyond the end, means all that follows. Chunks are padded to even lengths; a chunk that is
/// not known is passed over.
public enum WAVReader {
  /// Why a file is not sound that can be used.
  public enum Fault: Error, Hashable, Sendable {
    /// It does not begin as a WAV file does.
    case notWAV
    /// It has no chunk that says what the samples are, or none of samples.
    case noChunk(String)
    /// Its samples are of a kind that is not read.
    case unreadable(String)
  }

  /// The sound in one channel: several are mixed.
  public static func read(_ bytes: [UInt8]) throws(Fault) -> Sound {
    guard bytes.count >= 12, tag(bytes, 0) == "RIFF", tag(bytes, 8) == "WAVE" else { throw .notWAV }
    var position = 12
    var format: Format?
    while position + 8 <= bytes.count {
      let name = tag(bytes, position)
      let declared = Int(number(bytes, position + 4, 4))
      let start = position + 8
      let rest = bytes.count - start
      switch name {
      case "fmt ":
        guard declared >= 16, declared <= rest else { throw .unreadable("its format chunk is cut off") }
        format = try Format(bytes, start, declared)
      case "data":
        guard let format else { throw .noChunk("fmt") }
        let isOpenEnded = declared == 0 || declared > rest
        return format.sound(bytes[start..<(isOpenEnded ? bytes.count : start + declared)])
      default: break
      }
      guard declared <= rest else { break }
      position = start + declared + declared % 2
    }
    throw .noChunk(format == nil ? "fmt" : "data")
  }

  private static func tag(_ bytes: [UInt8], _ position: Int) -> String {
    String(decoding: bytes[position..<position + 4], as: UTF8.self)
  }

  private static func number(_ bytes: [UInt8], _ position: Int, _ count: Int) -> UInt64 {
    (0..<count).reduce(0) { $0 | UInt64(bytes[position + $1]) << (8 * UInt64($1)) }
  }

  /// What the samples are.
  private struct Format {
    let rate: Int
    let channels: Int
    /// Bytes of one sample.
    let width: Int
    let isFloat: Bool

    init(_ bytes: [UInt8], _ start: Int, _ count: Int) throws(Fault) {
      var code = number(bytes, start, 2)
      channels = Int(number(bytes, start + 2, 2))
      rate = Int(number(bytes, start + 4, 4))
      let bits = Int(number(bytes, start + 14, 2))
      // WAVE_FORMAT_EXTENSIBLE has the code in the first two bytes of its identifier.
      if code == 0xFFFE {
        guard count >= 40 else { throw .unreadable("its format chunk is cut off") }
        code = number(bytes, start + 24, 2)
      }
      guard code == 1 || code == 3 else { throw .unreadable("its samples are compressed (format \(code))") }
      isFloat = code == 3
      width = (bits + 7) / 8
      guard (1...64).contains(channels), (4_000...384_000).contains(rate) else {
        throw .unreadable("it has \(channels) channels at \(rate) samples a second")
      }
      guard isFloat ? width == 4 || width == 8 : (1...4).contains(width) else {
        throw .unreadable("its samples have \(bits) bits")
      }
    }

    func sound(_ data: ArraySlice<UInt8>) -> Sound {
      let frame = width * channels
      var samples: [Int16] = []
      samples.reserveCapacity(data.count / frame)
      var position = data.startIndex
      while position + frame <= data.endIndex {
        var sum = 0
        for channel in 0..<channels { sum += sample(data, position + channel * width) }
        samples.append(Int16(max(-32_768, min(32_767, sum / channels))))
        position += frame
      }
      return Sound(rate: rate, samples: samples)
    }

    private func sample(_ data: ArraySlice<UInt8>, _ position: Int) -> Int {
      if isFloat {
        let bits = (0..<width).reduce(UInt64(0)) { $0 | UInt64(data[position + $1]) << (8 * UInt64($1)) }
        let value =
          width == 4 ? Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits))) : Double(bitPattern: bits)
        return value.isFinite ? Int((max(-1, min(1, value)) * 32_767).rounded()) : 0
      }
      // Eight bits are counted from nought, wider samples from the middle.
      if width == 1 { return (Int(data[position]) - 128) * 256 }
      let high = Int(Int8(bitPattern: data[position + width - 1]))
      return high * 256 + Int(data[position + width - 2])
    }
  }
}

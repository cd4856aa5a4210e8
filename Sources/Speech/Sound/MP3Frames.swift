/// What the frames of an MPEG audio file of layer III say (ISO 11172-3, 2.4.2.3; ISO 13818-3, 2.4.2.3).
public struct MP3Frames: Hashable, Sendable {
  /// How many frames there are.
  public var count: Int
  /// Samples a second.
  public var rate: Int
  /// Samples a frame.
  public var samplesPerFrame: Int
  /// The bit rate in thousands a second when all frames have the same; nil when they differ.
  public var bitRate: Int?
  /// Whether there is one channel.
  public var isMono: Bool
  /// Where the first frame begins, after any tag.
  public var start: Int
  /// Where the last frame ends.
  public var end: Int

  /// How long it plays, in milliseconds, rounded down.
  public var milliseconds: Int { rate > 0 ? count * samplesPerFrame * 1_000 / rate : 0 }

  /// Reads the headers of all frames; nil for what does not begin with a frame after an ID3 tag.
  public init?(_ bytes: [UInt8]) {
    var position = Self.afterTag(bytes)
    start = position
    guard let first = Header(bytes, position) else { return nil }
    rate = first.rate
    samplesPerFrame = first.samples
    isMono = first.isMono
    bitRate = first.bitRate
    count = 0
    end = position
    while let header = Header(bytes, position), position + header.length <= bytes.count {
      if header.bitRate != first.bitRate { bitRate = nil }
      count += 1
      position += header.length
    }
    end = position
    guard count > 0 else { return nil }
  }

  private static func afterTag(_ bytes: [UInt8]) -> Int {
    guard bytes.count > 10, bytes[0] == 0x49, bytes[1] == 0x44, bytes[2] == 0x33 else { return 0 }
    return 10 + (6...9).reduce(0) { $0 << 7 | Int(bytes[$1] & 0x7F) }
  }

  private struct Header {
    var rate: Int
    var bitRate: Int
    var samples: Int
    var length: Int
    var isMono: Bool

    init?(_ bytes: [UInt8], _ position: Int) {
      guard position + 4 <= bytes.count, bytes[position] == 0xFF, bytes[position + 1] & 0xE0 == 0xE0 else {
        return nil
      }
      let version = bytes[position + 1] >> 3 & 3
      guard version != 1, bytes[position + 1] >> 1 & 3 == 1 else { return nil }
      let isFirst = version == 3
      let rates = [44_100, 48_000, 32_000]
      let rateIndex = Int(bytes[position + 2] >> 2 & 3)
      guard rateIndex < 3 else { return nil }
      rate = rates[rateIndex] / (isFirst ? 1 : version == 2 ? 2 : 4)
      let index = Int(bytes[position + 2] >> 4)
      let rows =
        isFirst
        ? [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0]
        : [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0]
      bitRate = rows[index]
      guard bitRate > 0 else { return nil }
      samples = isFirst ? 1_152 : 576
      length = samples / 8 * bitRate * 1_000 / rate + Int(bytes[position + 2] >> 1 & 1)
      isMono = bytes[position + 3] >> 6 == 3
    }
  }
}

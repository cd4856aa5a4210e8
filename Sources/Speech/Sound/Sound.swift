/// Sound in one channel, as samples of sixteen bits.
public struct Sound: Hashable, Sendable {
  /// Samples a second.
  public var rate: Int
  /// The samples.
  public var samples: [Int16]

  /// Makes sound.
  public init(rate: Int, samples: [Int16] = []) {
    self.rate = rate
    self.samples = samples
  }

  /// How long it is, in milliseconds, rounded down.
  public var milliseconds: Int { rate > 0 ? samples.count * 1_000 / rate : 0 }

  /// Silence.
  public static func silence(milliseconds: Int, rate: Int) -> Sound {
    Sound(rate: rate, samples: [Int16](repeating: 0, count: milliseconds * rate / 1_000))
  }

  /// The samples in bytes, the low one first, as encoders take them.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(samples.count * 2)
    for sample in samples {
      bytes.append(UInt8(truncatingIfNeeded: sample))
      bytes.append(UInt8(truncatingIfNeeded: sample >> 8))
    }
    return bytes
  }

  /// The sound as a WAV file.
  public var wave: [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let size = samples.count * 2
    return Array("RIFF".utf8) + number(36 + size, 4) + Array("WAVEfmt ".utf8) + number(16, 4) + number(1, 2)
      + number(1, 2) + number(rate, 4) + number(rate * 2, 4) + number(2, 2) + number(16, 2)
      + Array("data".utf8)
      + number(size, 4) + bytes
  }

  /// The sound with a fiftieth of a second of silence at its ends and no more, so that pauses are ours
  /// alone and no clip begins in the middle of a consonant.
  public func trimmed() -> Sound {
    let threshold: Int16 = 120  // 49 decibels below the loudest there can be
    guard let first = samples.firstIndex(where: { $0 > threshold || $0 < -threshold }),
      let last = samples.lastIndex(where: { $0 > threshold || $0 < -threshold })
    else { return Sound(rate: rate) }
    let margin = [Int16](repeating: 0, count: rate / 50)
    return Sound(rate: rate, samples: margin + samples[first...last] + margin)
  }

  /// The sound at another rate.
  ///
  /// Each new sample is a mean of those around its place, weighted by a windowed sinc whose width
  /// follows the lower of the two rates, so that nothing above what the new rate can hold folds back.
  public func resampled(to newRate: Int) -> Sound {
    guard newRate != rate, rate > 0, !samples.isEmpty else { return Sound(rate: newRate, samples: samples) }
    let step = Double(rate) / Double(newRate)
    let scale = max(1, step)
    let reach = 8.0 * scale
    let count = Int(Double(samples.count) / step)
    var result: [Int16] = []
    result.reserveCapacity(count)
    for index in 0..<count {
      let centre = Double(index) * step
      let first = max(0, Int((centre - reach).rounded(.up)))
      let last = min(samples.count - 1, Int((centre + reach).rounded(.down)))
      var (sum, weights) = (0.0, 0.0)
      for position in first...max(first, last) {
        let weight = Self.kernel((Double(position) - centre) / scale)
        sum += weight * Double(samples[position])
        weights += weight
      }
      let value = weights == 0 ? 0 : (sum / weights).rounded()
      result.append(Int16(max(-32_768, min(32_767, value))))
    }
    return Sound(rate: newRate, samples: result)
  }

  /// A sinc in a Welch window of eight crossings to each side. The sine is a polynomial, for there is
  /// none in the standard library.
  private static func kernel(_ x: Double) -> Double {
    if x.magnitude < 1e-9 { return 1 }
    if x.magnitude >= 8 { return 0 }
    let window = 1 - x * x / 64
    let turns = x - (x / 2).rounded() * 2  // sin(πx) repeats every two
    let half = turns > 0.5 ? 1 - turns : turns < -0.5 ? -1 - turns : turns
    let angle = half * Double.pi
    let square = angle * angle
    let sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
    return window * sine / (x * Double.pi)
  }
}

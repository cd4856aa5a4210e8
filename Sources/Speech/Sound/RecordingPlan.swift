/// The sounds of a part put one after the other, with the silences between them, and where each is.
public struct RecordingPlan: Sendable {
  /// The whole.
  public var sound: Sound
  /// Where each line ends, in samples; it begins where the one before ends.
  public var ends: [Int]

  /// Puts the sounds of lines together at one rate.
  ///
  /// - Parameter lines: for each line the sounds of its runs and the silence after it, in milliseconds.
  public init(_ lines: [(sounds: [Sound], pause: Int)], rate: Int) {
    sound = Sound(rate: rate)
    ends = []
    for line in lines {
      for sound in line.sounds { self.sound.samples += sound.resampled(to: rate).samples }
      self.sound.samples += Sound.silence(milliseconds: max(line.pause, 50), rate: rate).samples
      ends.append(sound.samples.count)
    }
  }

  /// The clips in milliseconds of a recording that plays so long: in order, without gaps, none empty.
  ///
  /// - Parameters:
  ///   - delay: how many samples later than it was given a sound comes out of the recording. An encoder
  ///     and a decoder of MP3 need that much run-up.
  ///   - milliseconds: the length of the recording.
  public func clips(delay: Int, milliseconds: Int) -> [Range<Int>] {
    var clips: [Range<Int>] = []
    var begin = 0
    for (index, end) in ends.enumerated() {
      let place =
        index == ends.count - 1 ? milliseconds : min((end + delay) * 1_000 / sound.rate, milliseconds)
      clips.append(begin..<max(place, begin + 1))
      begin = max(place, begin + 1)
    }
    return clips
  }
}

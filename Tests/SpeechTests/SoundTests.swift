import Speech
import Testing

@Suite struct SoundTests {
  private let tone = Sound(rate: 22_050, samples: (0..<2_000).map { Int16($0 % 50 * 400 - 10_000) })

  private func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  @Test func `What is written as WAV is read again`() throws {
    #expect(try WAVReader.read(tone.wave) == tone)
  }

  @Test(arguments: [0, 0x7FFF_F000, 0xFFFF_FFFF]) func `A size nobody knew means all that follows`(size: Int)
    throws
  {
    var bytes = tone.wave
    bytes.replaceSubrange(4..<8, with: number(size, 4))
    bytes.replaceSubrange(40..<44, with: number(size, 4))
    #expect(try WAVReader.read(bytes) == tone)
  }

  @Test func `Unknown chunks of odd length and what follows the samples are passed over`() throws {
    var bytes = tone.wave
    bytes.insert(contentsOf: Array("LIST".utf8) + number(3, 4) + [1, 2, 3, 0], at: 12)
    bytes += Array("cue ".utf8) + number(2, 4) + [0, 0]
    #expect(try WAVReader.read(bytes) == tone)
  }

  @Test func `Extensible format, two channels, wider samples and floats are read`() throws {
    let identifier: [UInt8] = [0, 0, 0, 0, 16, 0, 128, 0, 0, 170, 0, 56, 155, 113]
    func wave(code: Int, bits: Int, channels: Int, _ data: [UInt8]) -> [UInt8] {
      Array("RIFF".utf8) + number(0, 4) + Array("WAVEfmt ".utf8) + number(40, 4) + number(0xFFFE, 2)
        + number(channels, 2) + number(24_000, 4) + number(0, 4) + number(0, 2) + number(bits, 2)
        + number(22, 2)
        + number(bits, 2) + number(0, 4) + number(code, 2) + identifier + Array("data".utf8)
        + number(data.count, 4) + data
    }
    let stereo = try WAVReader.read(
      wave(code: 1, bits: 24, channels: 2, [0, 0, 64, 0, 0, 0, 0, 0, 192, 0, 0, 128]))
    #expect(stereo == Sound(rate: 24_000, samples: [8_192, -24_576]))
    let float = try WAVReader.read(
      wave(code: 3, bits: 32, channels: 1, number(Int(Float(0.5).bitPattern), 4)))
    #expect(float.samples == [16_384])
    let bytes = try WAVReader.read(wave(code: 1, bits: 8, channels: 1, [128, 255, 0]))
    #expect(bytes.samples == [0, 32_512, -32_768])
  }

  @Test func `What is no WAV, or cut off, is refused and does not crash`() {
    #expect(throws: WAVReader.Fault.notWAV) { _ = try WAVReader.read(Array("ID3 not a wave file".utf8)) }
    #expect(throws: WAVReader.Fault.notWAV) { _ = try WAVReader.read([]) }
    for length in 12..<44 {
      #expect(throws: WAVReader.Fault.self) { _ = try WAVReader.read(Array(tone.wave[..<length])) }
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      var bytes = Array(tone.wave[..<200])
      for _ in 0..<6 {
        bytes[Int.random(in: 0..<48, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = try? WAVReader.read(bytes)
    }
  }

  @Test func `Silence at the ends goes, and a moment of it stays`() {
    let quiet = [Int16](repeating: 3, count: 22_050)
    let sound = Sound(rate: 22_050, samples: quiet + tone.samples + quiet)
    #expect(abs(sound.trimmed().samples.count - tone.samples.count - 2 * 22_050 / 50) <= 2)
    #expect(Sound(rate: 22_050, samples: quiet).trimmed().samples.isEmpty)
  }

  @Test(arguments: [16_000, 24_000, 44_100, 48_000])
  func `A tone keeps its pitch and loudness at another rate`(rate: Int) {
    // A square wave would have overtones; a triangle of 200 Hz has hardly any.
    func triangle(_ rate: Int) -> [Double] {
      (0..<rate).map { index in
        let phase = (Double(index) * 200 / Double(rate)).truncatingRemainder(dividingBy: 1)
        return (abs(phase - 0.5) * 4 - 1) * 10_000
      }
    }
    let source = Sound(rate: rate, samples: triangle(rate).map { Int16($0) })
    let result = source.resampled(to: 22_050)
    #expect(abs(result.samples.count - 22_050) <= 1)
    let wanted = triangle(22_050)
    let error =
      zip(result.samples, wanted).dropFirst(200).dropLast(200).map { abs(Double($0) - $1) }.max() ?? 0
    #expect(error < 400)
  }

  @Test func `Clips are in order, without gaps, and end with the recording`() {
    let plan = RecordingPlan([([tone], 300), ([], 0), ([tone, tone], 500)], rate: 22_050)
    let clips = plan.clips(delay: 1_105, milliseconds: 1_400)
    #expect(clips.count == 3 && clips[0].lowerBound == 0 && clips[2].upperBound == 1_400)
    #expect(clips[0].upperBound == clips[1].lowerBound && clips[1].upperBound == clips[2].lowerBound)
    #expect(clips[0].upperBound == (2_000 + 300 * 22_050 / 1_000 + 1_105) * 1_000 / 22_050)
    #expect(clips.allSatisfy { !$0.isEmpty })
  }

  @Test func `Frames tell how long a file plays`() {
    // MPEG 2, layer III, 48 000 bits a second, 22 050 samples, one channel: 156 bytes a frame.
    let frame: [UInt8] = [0xFF, 0xF3, 0x60, 0xC4] + [UInt8](repeating: 0, count: 152)
    let frames = MP3Frames(Array("ID3".utf8) + [3, 0, 0, 0, 0, 0, 2, 9, 9] + frame + frame + frame[..<50])
    #expect(frames?.count == 2 && frames?.rate == 22_050 && frames?.bitRate == 48 && frames?.isMono == true)
    #expect(frames?.milliseconds == 2 * 576 * 1_000 / 22_050)
    #expect(MP3Frames([0xFF, 0xF3]) == nil && MP3Frames([]) == nil)
  }
}

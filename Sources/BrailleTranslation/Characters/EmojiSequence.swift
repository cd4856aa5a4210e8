/// Several scalars that print shows as one picture: families, skin tones, flags.
struct EmojiSequence {
  /// How many scalars it takes up.
  var length: Int
  /// What a note calls it.
  var name: String

  /// The most parts that are named one by one.
  private static let partsLimit = 16

  private static let joiner: UInt32 = 0x200D
  private static let skinTones: ClosedRange<UInt32> = 0x1F3FB...0x1F3FF
  private static let regions: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
  private static let tags: ClosedRange<UInt32> = 0xE0020...0xE007F

  /// The picture that begins at `start`; nil when what is there is not a picture of several scalars.
  init?(in scalars: ArraySlice<UInt32>, at start: Int) {
    if Self.regions.contains(scalars[start]) {
      guard start + 1 < scalars.endIndex, Self.regions.contains(scalars[start + 1]) else { return nil }
      length = 2
      name = Self.flag([scalars[start], scalars[start + 1]].map { $0 - 0x1F1E6 + 0x61 })
      return
    }
    guard Self.isPicture(scalars[start]) else { return nil }
    var parts: [String] = []
    var more = 0
    var end = start
    while end < scalars.endIndex, Self.isPicture(scalars[end]) {
      if parts.count < Self.partsLimit { parts.append(CharacterName.of(scalars[end])) } else { more += 1 }
      end += 1
      var tagged: [UInt32] = []
      while end < scalars.endIndex {
        let scalar = scalars[end]
        if Self.tags.contains(scalar) {
          if scalar != 0xE007F, tagged.count < 8 { tagged.append(scalar - 0xE0000) }
        } else if Self.skinTones.contains(scalar) {
          if more == 0 { parts.append(CharacterName.of(scalar)) }
        } else if !(0xFE00...0xFE0F).contains(scalar) {
          break
        }
        end += 1
      }
      if !tagged.isEmpty, !parts.isEmpty { parts[parts.count - 1] = Self.flag(tagged) }
      guard end + 1 < scalars.endIndex, scalars[end] == Self.joiner, Self.isPicture(scalars[end + 1]) else {
        break
      }
      end += 1
    }
    if more > 0 { parts.append("and \(more) more") }
    length = end - start
    name = parts.joined(separator: ", ")
  }

  private static func flag(_ letters: [UInt32]) -> String {
    let region = String(String.UnicodeScalarView(letters.compactMap(Unicode.Scalar.init)))
    return "flag " + (Equivalents.shared.flags[region] ?? region.uppercased())
  }

  /// Whether a scalar begins a picture, or stands in one after a joiner.
  private static func isPicture(_ value: UInt32) -> Bool {
    guard value > 0xFF, let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.isEmoji && !skinTones.contains(value)
  }
}

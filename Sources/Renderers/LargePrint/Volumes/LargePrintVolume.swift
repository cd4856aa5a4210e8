import Wording

/// One volume of a PDF in several.
struct LargePrintVolume: Hashable {
  /// Which it is, from 1.
  var index: Int
  /// How many there are.
  var count: Int
  /// The number of its first page: pages are counted through all volumes.
  var firstPage: Int

  /// `Volume 2`.
  func number(_ words: ProgramWords) -> String { words.text(.volume, ["volume": "\(index)"]) }

  /// `Volume 2 of 3`.
  func name(_ words: ProgramWords) -> String {
    words.text(.volumeOfVolumes, ["volume": "\(index)", "volumes": "\(count)"])
  }
}

/// Where everything is, as references say it: found by laying all volumes out.
struct VolumeNumbers: Hashable {
  /// The number of pages of each volume.
  var pages: [Int]
  /// Where names are.
  var places: [String: Place]

  /// A page, counted through all volumes, and the volume it is in, from 1.
  struct Place: Hashable {
    var volume: Int
    var page: Int
  }

  /// The number of a volume's first page; volumes are counted from 0.
  func firstPage(_ volume: Int) -> Int { pages.prefix(volume).reduce(1, +) }
}

internal import CLibzip
internal import FoundationEssentials

/// Makes zips that are the same bytes for the same files: the order is the one given, the time is
/// fixed, and nothing of this machine is in them.
public enum ZipWriter {
  /// A zip of `files`, in their order.
  ///
  /// - Parameters:
  ///   - stored: how many of the first files are not compressed. What EPUB and its kin are told by is
  ///     a first file, `mimetype`, that can be read in the zip's own bytes (OCF 3.3, 4.3.2).
  ///   - time: the time all files get, in seconds since 1970, UTC; zips know two-second steps from
  ///     1980 to 2107.
  /// - Throws: when a name is unsafe or given twice, or libzip fails.
  public static func zip(
    _ files: [PackageFile], stored: Int = 0, time: Int = Self.time
  ) throws(PackageFault) -> [UInt8] {
    var names: Set<String> = []
    for file in files {
      guard PackageName.isSafe(file.path) else { throw .unsafeName(file.path) }
      guard names.insert(PackageName.folded(file.path)).inserted else { throw .sameName(file.path) }
    }
    let buffer = ZipBuffer()
    return try buffer.write(files, stored: stored, stamp: DOSTime(time))
  }

  /// The time of files in packages: `SOURCE_DATE_EPOCH` (reproducible-builds.org) where the
  /// environment has it, else the first of January 1980, the earliest there is.
  public static var time: Int {
    ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } ?? DOSTime.earliest
  }
}

/// A time as zips hold it.
struct DOSTime {
  var date: UInt16
  var time: UInt16

  /// 1980-01-01T00:00:00Z.
  static let earliest = 315_532_800
  /// 2107-12-31T23:59:58Z.
  static let latest = 4_354_819_198

  /// Times outside what zips can hold are brought inside.
  init(_ seconds: Int) {
    let moment = CivilTime(secondsSince1970: min(max(seconds, Self.earliest), Self.latest))
    date = UInt16((moment.year - 1980) << 9 | moment.month << 5 | moment.day)
    time = UInt16(moment.hour << 11 | moment.minute << 5 | moment.second / 2)
  }
}

/// A moment in UTC by the Gregorian calendar.
public struct CivilTime: Hashable, Sendable {
  /// The year.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The hour, from 0.
  public var hour: Int
  /// The minute, from 0.
  public var minute: Int
  /// The second, from 0.
  public var second: Int

  /// The moment so many seconds after the beginning of 1970.
  public init(secondsSince1970 seconds: Int) {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
    // Years that begin in March put the leap day last; 400 of them are 146,097 days.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}

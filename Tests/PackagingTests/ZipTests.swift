import Foundation
import Packaging
import Testing

struct ZipTests {
  private let files = [
    PackageFile(path: "mimetype", bytes: Array("application/epub+zip".utf8)),
    PackageFile(path: "ebraille/chapter-1.html", bytes: Array(String(repeating: "⠃⠗⠇ ", count: 900).utf8)),
    PackageFile(path: "empty.txt", bytes: []),
  ]

  @Test func whatIsWrittenIsReadBackInItsOrder() throws {
    let package = try ZipReader().read(try ZipWriter.zip(files, stored: 1, time: 1_700_000_000))
    #expect(package.files == files)
    #expect(package.beginsInPlainBytes)
  }

  @Test func theFirstFileStandsInTheZipsOwnBytes() throws {
    let zip = try ZipWriter.zip(files, stored: 1)
    #expect(String(decoding: zip[30..<58], as: UTF8.self) == "mimetypeapplication/epub+zip")
    #expect(zip.count < 1_000)
  }

  @Test func theSameFilesAreTheSameBytes() throws {
    #expect(try ZipWriter.zip(files, stored: 1, time: 7) == ZipWriter.zip(files, stored: 1, time: 7))
    #expect(try ZipWriter.zip(files, time: 7) == ZipWriter.zip(files, time: 315_532_800))
    #expect(try ZipWriter.zip(files, time: 1_700_000_000) != ZipWriter.zip(files, time: 1_700_000_002))
  }

  @Test func aNonCompressedFirstFileIsTold() throws {
    #expect(try !ZipReader().read(try ZipWriter.zip(files)).beginsInPlainBytes)
  }

  @Test(arguments: ["/etc/passwd", "../up", "a/../../b", "a\\b", "C:x", "", "a//b", "./a", "a\u{1}b"])
  func unsafeNamesAreNotWritten(_ name: String) {
    #expect(throws: PackageFault.unsafeName(name)) {
      try ZipWriter.zip([PackageFile(path: name, bytes: [1])])
    }
  }

  @Test func namesThatDifferInCaseAloneAreOne() {
    #expect(throws: PackageFault.sameName("A.txt")) {
      try ZipWriter.zip([PackageFile(path: "a.txt", bytes: []), PackageFile(path: "A.txt", bytes: [])])
    }
  }

  /// Zips no writer of ours makes: the name in a good one is overwritten, in both places it stands.
  @Test(arguments: ["../../up.x", "/root/a.tx", "a\\..\\bc.tx", "C:/boot.in", "a/./bcd.tx"])
  func namesThatLeadOutAreNotRead(_ name: String) throws {
    let safe = "abcdefg.tx"
    var zip = try ZipWriter.zip([PackageFile(path: safe, bytes: [1, 2, 3])])
    for place in zip.indices where zip[place...].starts(with: safe.utf8) {
      zip.replaceSubrange(place..<place + 10, with: name.utf8)
    }
    #expect(throws: PackageFault.unsafeName(name)) { try ZipReader().read(zip) }
  }

  @Test func namesGivenTwiceAreNotRead() throws {
    var zip = try ZipWriter.zip([
      PackageFile(path: "a.txt", bytes: [1]), PackageFile(path: "b.txt", bytes: [2]),
    ])
    for place in zip.indices where zip[place...].starts(with: "b.txt".utf8) { zip[place] = 0x61 }
    #expect(throws: PackageFault.self) { try ZipReader().read(zip) }
  }

  @Test func aFileThatUnpacksBeyondTheLimitIsRefused() throws {
    let zip = try ZipWriter.zip([PackageFile(path: "zeros", bytes: Array(repeating: 0, count: 5_000_000))])
    #expect(zip.count < 20_000)
    let limits = ZipReader.Limits(bytesOfFile: 1_000_000)
    #expect(throws: PackageFault.tooLarge("zeros")) { try ZipReader(limits: limits).read(zip) }
    #expect(try ZipReader().read(zip).files.first?.bytes.count == 5_000_000)
  }

  @Test func allFilesTogetherHaveALimitToo() throws {
    let zip = try ZipWriter.zip(
      (1...5).map { PackageFile(path: "\($0)", bytes: Array(repeating: 0, count: 300)) })
    #expect(throws: PackageFault.tooLarge("4")) {
      try ZipReader(limits: ZipReader.Limits(bytesInAll: 1_000)).read(zip)
    }
    #expect(throws: PackageFault.tooManyFiles(5)) {
      try ZipReader(limits: ZipReader.Limits(files: 4)).read(zip)
    }
  }

  @Test func damageIsFound() throws {
    let zip = try ZipWriter.zip(files, stored: 1)
    #expect(throws: PackageFault.self) { try ZipReader().read(Array(zip.dropLast(30))) }
    #expect(throws: PackageFault.self) { try ZipReader().read(Array("no zip".utf8)) }
    #expect(throws: PackageFault.self) { try ZipReader().read([]) }
    // A bit of the first file's content: its checksum no longer agrees.
    var flipped = zip
    flipped[45] ^= 1
    #expect(throws: PackageFault.self) { try ZipReader().read(flipped) }
  }

  @Test func momentsAreThoseOfTheCalendar() {
    let calendar = Calendar(identifier: .gregorian)
    var utc = calendar
    utc.timeZone = TimeZone(identifier: "UTC") ?? calendar.timeZone
    for seconds in stride(from: -3_000_000_000, through: 5_000_000_000, by: 12_345_678) {
      let parts = utc.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(seconds)))
      let moment = CivilTime(secondsSince1970: seconds)
      #expect(moment.year == parts.year && moment.month == parts.month && moment.day == parts.day)
      #expect(moment.hour == parts.hour && moment.minute == parts.minute && moment.second == parts.second)
    }
  }
}

import Diagnostics
import JSONTree

/// What became of the reports of a run, a line each, on the disk: a run of any size keeps none of it in
/// memory.
struct RunJournal {
  let path: String
  private let descriptor: Int32

  /// Begins a journal, in place of one that is there.
  init(_ path: String) throws(ConversionFailure) {
    self.path = path
    Platform.discard(path)
    do throws(Platform.Failure) { descriptor = try Platform.create(path) } catch {
      throw ConversionFailure(.cannotWrite(path, error.reason))
    }
  }

  /// Adds a report.
  ///
  /// - Parameter number: its place among the reports of the plan, by which shards are put together.
  mutating func add(_ record: ReportRecord, number: Int) throws(ConversionFailure) {
    // What was said comes on a line of its own, and once, however many versions say it: the page of
    // formats needs none of it.
    let numbered = JSONValue.integer(number)
    let lines = [
      JSONValue.members(["number": numbered, "record": record.withoutDiagnostics.json]),
      JSONValue.members(["number": numbered, "said": record.saidJSON]),
    ]
    let text = lines.map { $0.text(.oneLine) + "\n" }.joined()
    do throws(Platform.Failure) { try Platform.writeAll(Array(text.utf8), to: descriptor) } catch {
      throw ConversionFailure(.cannotWrite(path, error.reason))
    }
  }

  func close() { try? Platform.close(descriptor) }

  /// Where the lines of journals are, in the order of the reports.
  struct Index {
    /// A report: its number, its journal, where its lines begin and how long they are.
    private struct Place {
      var number: Int
      var journal: Int
      var offset: Int
      var record: Int
      var said: Int
    }

    private var places: [Place] = []
    private let paths: [String]

    /// Looks through journals.
    ///
    /// - Throws: when one cannot be read, or has a line that is none.
    init(_ paths: [String]) throws(ConversionFailure) {
      self.paths = paths
      for (journal, path) in paths.enumerated() {
        let descriptor = try Self.open(path)
        defer { try? Platform.close(descriptor) }
        var lines = LineReader(descriptor: descriptor)
        var offset = 0
        while let line = lines.next() {
          // The number comes first on every line of ours.
          let digits = line.dropFirst(10).prefix { (0x30...0x39).contains($0) }
          guard line.starts(with: #"{"number":"#.utf8), let said = lines.next(),
            let number = Int(String(decoding: digits, as: UTF8.self))
          else { throw ConversionFailure(.journalBroken(path)) }
          places.append(
            Place(number: number, journal: journal, offset: offset, record: line.count, said: said.count))
          offset += line.count + said.count + 2
        }
      }
      places.sort { $0.number < $1.number }
    }

    var count: Int { places.count }
    var numbers: [Int] { places.map(\.number) }

    /// Reads the records one after the other.
    ///
    /// - Parameters:
    ///   - said: whether with what was said.
    ///   - order: which records, by their places; nil for all.
    func forEach(
      said: Bool = true, in order: [Int]? = nil, _ body: (ReportRecord) throws(ConversionFailure) -> Void
    ) throws(ConversionFailure) {
      var descriptors: [Int32] = []
      defer { for descriptor in descriptors { try? Platform.close(descriptor) } }
      for path in paths { descriptors.append(try Self.open(path)) }
      for position in order ?? Array(places.indices) {
        let place = places[position]
        func value(_ name: String, _ offset: Int, _ count: Int) -> JSONValue? {
          Platform.readPiece(descriptors[place.journal], at: offset, count: count)
            .flatMap { try? JSONReader.read($0) }?[name]
        }
        let broken = ConversionFailure(.journalBroken(paths[place.journal]))
        guard var record = value("record", place.offset, place.record).flatMap(ReportRecord.init) else {
          throw broken
        }
        if said {
          guard let said = value("said", place.offset + place.record + 1, place.said) else { throw broken }
          record.takeSaid(said)
        }
        try body(record)
      }
    }

    private static func open(_ path: String) throws(ConversionFailure) -> Int32 {
      do throws(Platform.Failure) { return try Platform.openToRead(path) } catch {
        throw ConversionFailure(.journalBroken(path))
      }
    }
  }
}

extension Diagnostic {
  static func journalBroken(_ path: String) -> Diagnostic {
    Diagnostic(
      "BLD-040", .error, "\(quoted(path, limit: 200)) is not what a build has noted",
      hint: "run the build, or that part of it, again")
  }
}

public import Diagnostics
import DocumentModel
import JSONTree
import Wording
import XMLTree

/// What a build has made, as its journals say.
public struct BuildResult: Sendable {
  let configuration: BuildConfiguration
  /// The output folder.
  public let output: String
  /// How many versions were made, and how many not.
  public let counts: BuildCounts
  let journals: [String]
  /// Whether all reports are in it, and not those of a shard alone.
  public let isWhole: Bool
  /// Whether it was told to stop before it was done.
  public let isInterrupted: Bool
  /// How many files of earlier runs were removed.
  public private(set) var removed = 0

  init(plan: BuildPlan, counts: BuildCounts, journals: [String], isWhole: Bool, isInterrupted: Bool) {
    configuration = plan.configuration
    output = plan.output
    self.counts = counts
    self.journals = journals
    self.isWhole = isWhole
    self.isInterrupted = isInterrupted
  }

  private init(
    configuration: BuildConfiguration, output: String, counts: BuildCounts, journals: [String]
  ) {
    self.configuration = configuration
    self.output = output
    self.counts = counts
    self.journals = journals
    isWhole = true
    isInterrupted = false
  }

  /// Puts the parts of a build together that several machines have done.
  ///
  /// - Throws: when a part is missing, or the parts are not of one build.
  public static func merge(
    _ configuration: BuildConfiguration, prune: Bool = false, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> BuildResult {
    let plan = try BuildPlan.make(configuration, log: &log)
    let folder = Path.join(plan.output, BuildRun.privateFolder)
    BuildRun.sweep(folder)
    var shards: [Shard: String] = [:]
    for name in (try? Platform.names(in: folder)) ?? [] where name.hasPrefix("shard-") {
      let parts = name.dropFirst(6).split(separator: "-")
      if parts.count == 3, parts[1] == "of", let shard = Shard("\(parts[0])/\(parts[2])") {
        shards[shard] = Path.join(folder, name)
      }
    }
    guard let count = shards.keys.first?.count else { throw ConversionFailure(.buildNoShards(folder)) }
    guard shards.keys.allSatisfy({ $0.count == count }) else {
      throw ConversionFailure(.buildShardsDiffer(folder))
    }
    let missing = (1...count).filter { index in !shards.keys.contains { $0.index == index } }
    guard missing.isEmpty else { throw ConversionFailure(.buildShardsMissing(missing, of: count)) }
    let journals = shards.sorted { $0.key.index < $1.key.index }.map(\.value)
    let index = try RunJournal.Index(journals)
    guard index.numbers == Array(plan.reports.indices) else {
      throw ConversionFailure(.buildShardsDiffer(folder))
    }
    var counts = BuildCounts()
    try index.forEach { record in counts.add(record) }
    var result = BuildResult(
      configuration: configuration, output: plan.output, counts: counts, journals: journals)
    try result.writePage(prune: prune, log: &log)
    return result
  }

  /// Removes what only the run itself needed. Shards keep theirs until they are put together.
  public func clean() {
    guard isWhole else { return }
    for journal in journals { Platform.discard(journal) }
    Platform.discard(Path.join(output, BuildRun.privateFolder))
  }

  func forEach(
    said: Bool = true, _ body: (ReportRecord) throws(ConversionFailure) -> Void
  ) throws(ConversionFailure) {
    try RunJournal.Index(journals).forEach(said: said, body)
  }

  // MARK: - The page of formats

  /// Writes the page of formats and `formats.json`.
  ///
  /// - Parameter prune: whether files go that earlier runs made and this one does not. They go when no page
  ///   offers them any more and while the old `formats.json` still names them, so that a run that is killed
  ///   here leaves the rest to the next.
  mutating func writePage(prune: Bool, log: inout DiagnosticLog) throws(ConversionFailure) {
    let words = try words()
    // Whoever looks into the output folder, also after a kill, sees no half of a page there.
    let staging = BuildRun.privatePath(
      Platform.processNumber, in: Path.join(output, BuildRun.privateFolder), prefix: "page-")
    try AtomicFile.orFailure(output) { () throws(Platform.Failure) in try Platform.makeFolders(staging) }
    defer { Platform.removeTree(staging) }
    if configuration.page { try writePages(words, stagedIn: staging) }
    var earlier = EarlierFiles(output)
    if !earlier.isEmpty {
      var made: Set<String> = []
      var missing: [String: Set<String>] = [:]
      try forEach(said: false) { record throws(ConversionFailure) in
        for version in record.versions {
          made.formUnion(version.outputs.map(\.path))
          if version.outcome == .failed || version.outcome == .left {
            missing[record.relative, default: []].insert(version.format)
          }
        }
      }
      earlier.leave(out: made, missing)
      if prune { removed = earlier.remove(log: &log) }
    }
    var file = try StreamedFile(Path.join(output, "formats.json"), stagedIn: staging)
    let language = JSONValue.string(words.language.tag).text(.oneLine)
    try file.write(
      "{\n\"generator\": \"coformat \(coformatVersion)\",\n\"language\": \(language),\n\"reports\": [")
    var isFirst = true
    try forEach(said: false) { record throws(ConversionFailure) in
      try file.write((isFirst ? "\n" : ",\n") + record.offer(words).text(.oneLine))
      isFirst = false
    }
    var end = "\n]"
    if !configuration.collections.isEmpty {
      end += ",\n\"collections\": " + JSONValue.array(configuration.collections.map(\.offer)).text(.oneLine)
    }
    if let earlier = earlier.json { end += ",\n\"earlier\": " + earlier.text(.oneLine) }
    try file.write(end + "\n}\n")
    try file.finish()
  }

  /// The words of the page: in the language the configuration says, or the one all reports are in, or that
  /// of reports that do not say theirs. A mixture, and a language there are no words in, have English.
  private func words() throws(ConversionFailure) -> ProgramWords {
    if let language = configuration.language { return .ofFormatsPage(language) }
    var tags: Set<String> = []
    try forEach(said: false) { record throws(ConversionFailure) in
      if let language = record.language { tags.insert(language) }
    }
    let languages = tags.compactMap { Language($0) }
    let primary = Set(languages.map(\.primary))
    if languages.count == 1 { return .ofFormatsPage(languages.first) }
    if primary.count == 1 { return .ofFormatsPage(primary.first.flatMap { Language($0) }) }
    return .ofFormatsPage(configuration.metadata.fields[.language].flatMap { Language($0) })
  }

  /// The places reports and links stand at, in order: no collection, then each with its strands.
  private var emptySections: [FormatsPage.Section] {
    var sections = [FormatsPage.Section(isContinued: false, reports: [])]
    for collection in configuration.collections {
      let strands = [nil] + collection.strands.map(Optional.some)
      sections += strands.map {
        FormatsPage.Section(collection: collection, strand: $0, isContinued: false, reports: [])
      }
    }
    return sections
  }

  /// Reports in collections come in the order of the collections, those in none first. A page holds so
  /// many that it is quick to read, and no more are in memory.
  private func writePages(_ words: ProgramWords, stagedIn staging: String) throws(ConversionFailure) {
    let sections = emptySections
    let index = try RunJournal.Index(journals)
    var places: [(section: Int, role: Int)] = []
    try index.forEach(said: false) { record throws(ConversionFailure) in
      let section = sections.firstIndex {
        $0.collection?.name == record.collection && $0.strand?.name == record.strand
      }
      places.append((section ?? 0, record.collection == nil ? 0 : ReportRole.order(record.role)))
    }
    let order = places.indices.sorted {
      let (one, other) = (places[$0], places[$1])
      return (one.section, one.role, $0) < (other.section, other.role, $1)
    }
    let count = max(1, (counts.reports + FormatsPage.length - 1) / FormatsPage.length)
    var number = 1
    var onPage = 0
    var current = -1
    var page = emptyPage(number, of: count, words)
    /// Adds the places up to that one, those without reports for what is linked there.
    func advance(to section: Int) {
      while current < section {
        current += 1
        page.sections.append(sections[current])
      }
    }
    var position = 0
    try index.forEach(said: false, in: order) { record throws(ConversionFailure) in
      let section = places[order[position]].section
      position += 1
      if onPage == FormatsPage.length {
        try write(page, number, stagedIn: staging)
        number += 1
        onPage = 0
        page = emptyPage(number, of: count, words)
        let next = section == current ? section : current + 1
        page.sections.append(sections[next])
        page.sections[0].isContinued = section == current
        page.sections[0].isLate =
          sections[next].collection != nil
          && sections[next].collection?.name == sections[current].collection?.name
        current = next
      }
      advance(to: section)
      page.sections[page.sections.count - 1].reports.append(record)
      onPage += 1
    }
    advance(to: sections.count - 1)
    try write(page, number, stagedIn: staging)
    // Pages of a run that had more.
    var surplus = number + 1
    while (try? Platform.status(Path.join(output, FormatsPage.name(surplus)))) != nil {
      Platform.discard(Path.join(output, FormatsPage.name(surplus)))
      surplus += 1
    }
  }

  private func emptyPage(_ number: Int, of count: Int, _ words: ProgramWords) -> FormatsPage {
    FormatsPage(
      title: configuration.title ?? words.text(.formatsTitle), words: words,
      contact: configuration.contact, number: number, count: count, sections: [])
  }

  private func write(_ page: FormatsPage, _ number: Int, stagedIn staging: String) throws(ConversionFailure) {
    var page = page
    let first = page.sections.first
    page.sections.removeAll { $0.reports.isEmpty && $0.links.isEmpty }
    if let first, first.isLate, page.sections.first?.collection?.name == first.collection?.name {
      page.sections[0].isLate = true
    }
    let staged = Path.join(staging, FormatsPage.name(number))
    try AtomicFile.write(page.bytes, to: staged)
    let target = Path.join(output, FormatsPage.name(number))
    try AtomicFile.orFailure(target) { () throws(Platform.Failure) in try Platform.move(staged, to: target) }
  }
}

extension ReportRecord {
  /// The report as `formats.json` offers it to other programs.
  func offer(_ words: ProgramWords) -> JSONValue {
    .members([
      "source": .string(relative), "title": title.map(JSONValue.string),
      "language": language.map(JSONValue.string),
      "date": date.map(JSONValue.string), "collection": collection.map(JSONValue.string),
      "strand": strand.map(JSONValue.string), "role": role.map { .string($0.rawValue) },
      "description": description.map(JSONValue.string),
      "formats": .array(
        versions.filter { !$0.outputs.isEmpty }.map { version in
          .members([
            "format": .string(version.format), "title": .string(FormatOffer(version, words).title),
            "mediaType": .string(version.mediaType), "summary": .string(version.summary),
            "pages": version.pages.map(JSONValue.integer), "volumes": version.volumes.map(JSONValue.integer),
            "files": .array(version.outputs.map(\.offer)),
          ])
        }),
      "notInLanguage": versions.contains { $0.absence != nil }
        ? .array(versions.filter { $0.absence != nil }.map { .string($0.format) }) : nil,
    ])
  }
}

extension ReportCollection {
  /// The collection as `formats.json` offers it.
  var offer: JSONValue {
    .members([
      "name": .string(name), "title": .string(title), "description": description.map(JSONValue.string),
      "links": links.isEmpty ? nil : .array(links.map(\.offer)),
      "strands": strands.isEmpty
        ? nil
        : .array(
          strands.map { strand in
            .members([
              "name": .string(strand.name), "title": .string(strand.title),
              "description": strand.description.map(JSONValue.string),
              "links": strand.links.isEmpty ? nil : .array(strand.links.map(\.offer)),
            ])
          }),
    ])
  }
}

extension ReportCollection.Link {
  fileprivate var offer: JSONValue {
    .members([
      "title": .string(title), "address": .string(address), "kind": kind.map(JSONValue.string),
      "transcript": transcript.map(JSONValue.string),
    ])
  }
}

extension FileState {
  /// The file as other programs need it: none of what only this machine knows.
  var offer: JSONValue {
    .members(["path": .string(path), "size": .integer(size), "sha256": digest.map(JSONValue.string)])
  }
}

extension Diagnostic {
  static func buildNoShards(_ folder: String) -> Diagnostic {
    Diagnostic(
      "BLD-041", .error, "there are no parts of a build in \(quoted(folder, limit: 200))",
      hint: "run the parts first, with --shard 1/8 and so on, into the same output folder")
  }

  static func buildShardsDiffer(_ folder: String) -> Diagnostic {
    Diagnostic(
      "BLD-042", .error,
      "the parts in \(quoted(folder, limit: 200)) are not of one build, or the reports have changed since",
      hint: "remove them and run all parts again")
  }

  static func buildShardsMissing(_ missing: [Int], of count: Int) -> Diagnostic {
    let list = missing.prefix(20).map(String.init).joined(separator: ", ")
    return Diagnostic(
      "BLD-043", .error, "of \(count) parts these are missing: \(list)", hint: "run them, then merge again")
  }
}

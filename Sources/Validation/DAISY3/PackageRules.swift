import Diagnostics

// The package file: metadata, manifest, spine (Z39.86-2005, 3).

extension Daisy3Check {
  private static let multimediaTypes: Set<String> = [
    "audioOnly", "audioNCX", "audioPartText", "audioFullText", "textPartAudio", "textNCX",
  ]
  /// The names that begin with `dtb:`; those that may stand once only are `true`.
  private static let extraNames: [String: Bool] = [
    "sourceDate": true, "sourceEdition": true, "sourcePublisher": true, "sourceRights": true,
    "sourceTitle": true,
    "multimediaType": true, "multimediaContent": true, "narrator": false, "producer": false,
    "producedDate": true,
    "revision": true, "revisionDate": true, "revisionDescription": true, "totalTime": true,
    "audioFormat": false,
  ]

  mutating func checkPackageMetadata(_ reading: MarkupReading) {
    let core = reading.all("dc-metadata").first
    if let core, core["xmlns:dc"] == nil || core["xmlns:oebpackage"] == nil {
      report(
        .daisyFileType(
          "dc-metadata does not declare xmlns:dc and xmlns:oebpackage", line: core.line),
        in: packagePath)
    }
    let place = core?.line ?? 1
    func values(_ name: String) -> [MarkupReading.Element] {
      reading.all(name).filter { $0.namespace == DaisyDublinCore.namespace }
    }
    for name in ["Title", "Publisher", "Date", "Format", "Identifier", "Language"] {
      if values(name).isEmpty {
        report(.daisyMetadata("there is no dc:\(name)", line: place), in: packagePath)
      }
      for element in values(name) where element.text.collapsed.isEmpty {
        report(.daisyMetadata("dc:\(name) is empty", line: element.line), in: packagePath)
      }
    }
    for date in values("Date") where !date.text.collapsed.isDay {
      report(
        .daisyMetadata("dc:Date \(quoted(date.text)) is no date of ISO 8601", line: date.line),
        in: packagePath)
    }
    for format in values("Format") where format.text.collapsed != "ANSI/NISO Z39.86-2005" {
      report(
        .daisyMetadata(
          "dc:Format is \(quoted(format.text)) and not ANSI/NISO Z39.86-2005", line: format.line),
        in: packagePath)
    }
    for language in values("Language") where !language.text.collapsed.isLanguageTag {
      report(
        .daisyMetadata(
          "dc:Language \(quoted(language.text)) is no language tag", line: language.line),
        in: packagePath)
    }
    if let unique = reading.root?["unique-identifier"],
      !values("Identifier").contains(where: { $0["id"] == unique })
    {
      report(
        .daisyMetadata("unique-identifier \(quoted(unique)) names no dc:Identifier", line: 1),
        in: packagePath)
    }
    checkExtraMetadata(reading, line: place)
  }

  private mutating func checkExtraMetadata(_ reading: MarkupReading, line: Int) {
    var counts: [String: Int] = [:]
    for meta in reading.all("meta") {
      guard let name = meta["name"], name.hasPrefix("dtb:") else { continue }
      let short = String(name.dropFirst(4))
      let value = (meta["content"] ?? "").collapsed
      counts[short, default: 0] += 1
      guard let isSingle = Self.extraNames[short] else {
        report(
          .daisyMetadata("\(quoted(name)) is no field of a package", line: meta.line),
          in: packagePath)
        continue
      }
      if isSingle, counts[short] == 2 {
        report(.daisyMetadata("\(name) is there more than once", line: meta.line), in: packagePath)
      }
      let isFine =
        switch short {
        case "sourceDate", "producedDate", "revisionDate": value.isDay
        case "revision": value.isDigits
        case "totalTime": value.milliseconds != nil
        case "multimediaType": Self.multimediaTypes.contains(value)
        case "audioFormat":
          ["mp3", "wav", "mp4-aac"].contains { $0 == value.lowercased() }
            || value.lowercased() == "mpeg1-layer3"
        default: true
        }
      if !isFine {
        report(
          .daisyMetadata("\(name) is \(quoted(value)), which it may not be", line: meta.line),
          in: packagePath)
      }
      if short == "multimediaContent" { checkContent(value, line: meta.line) }
    }
    for name in ["multimediaType", "multimediaContent", "totalTime"] where counts[name] == nil {
      report(.daisyMetadata("there is no dtb:\(name)", line: line), in: packagePath)
    }
  }

  /// The kinds of media the metadata names are those the manifest has.
  private mutating func checkContent(_ value: String, line: Int) {
    let named = Set(value.split(separator: ",").map { String($0).collapsed })
    let types = Set(package.items.map(\.mediaType))
    let present = [
      "audio": types.contains { $0.hasPrefix("audio/") },
      "image": types.contains { $0.hasPrefix("image/") },
      "text": types.contains(DaisyMedia.text),
    ]
    for name in named.sorted() {
      guard let isThere = present[name] else {
        report(
          .daisyMetadata(
            "dtb:multimediaContent names \(quoted(name)), which is no kind of media", line: line),
          in: packagePath)
        continue
      }
      if !isThere {
        report(
          .daisyMetadata(
            "dtb:multimediaContent names \(name), and the manifest has none", line: line),
          in: packagePath)
      }
    }
    for (name, isThere) in present.sorted(by: { $0.key < $1.key })
    where isThere && !named.contains(name) {
      report(
        .daisyMetadata(
          "dtb:multimediaContent does not name \(name), which the manifest has", severity: .warning,
          line: line), in: packagePath)
    }
  }

  // MARK: - Manifest

  mutating func checkManifest() {
    var paths: Set<String> = []
    for item in package.items {
      if item.href.contains("#") {
        report(
          .daisyManifest("\(quoted(item.href)) names a place in a file", line: item.line),
          in: packagePath)
      }
      if !paths.insert(item.path).inserted {
        report(
          .daisyManifest("\(quoted(item.href)) is listed twice", line: item.line), in: packagePath)
      }
      if !item.path.hasSafeName { findings.append(.daisyFileName(item.path)) }
      guard files[item.path] != nil else {
        report(
          .daisyManifest("the file \(quoted(item.href)) is not there", line: item.line),
          in: packagePath)
        continue
      }
      let name = item.path.lowercased()
      if name.hasSuffix(".mp3"), let bytes = files[item.path], let fault = sounds.fault(of: item.path, bytes)
      {
        report(.daisySound(fault.reason, severity: fault.severity, line: item.line), in: packagePath)
      }
      if let types = DaisyMedia.type(of: name) {
        if !types.contains(item.mediaType) {
          report(
            .daisyManifest(
              "\(quoted(item.mediaType)) is not the media type of \(quoted(item.href))",
              line: item.line), in: packagePath)
        }
      } else if !name.hasSuffix(".dtd"), !name.hasSuffix(".ent"), !name.hasSuffix(".mod") {
        report(
          .daisyManifest(
            "a book has no files such as \(quoted(item.href))", severity: .warning, line: item.line),
          in: packagePath)
      }
    }
    for path in files.keys.sorted() where !paths.contains(path) {
      let reason =
        path == packagePath
        ? "the manifest does not list the package file itself"
        : "the file \(quoted(path)) is not in the manifest"
      report(
        .daisyManifest(reason, severity: path == packagePath ? .error : .warning, line: 1),
        in: packagePath)
    }
    checkKinds()
  }

  private mutating func checkKinds() {
    func count(_ matches: (String) -> Bool) -> Int { package.items.count { matches($0.mediaType) } }
    func expect(_ isMet: Bool, _ reason: String) {
      if !isMet { report(.daisyManifest(reason, line: 1), in: packagePath) }
    }
    for (type, id, name) in [
      (DaisyMedia.navigation, "ncx", "navigation file"),
      (DaisyMedia.resources, "resource", "resource file"),
    ] {
      for item in package.items where item.mediaType == type && item.id != id {
        report(
          .daisyManifest(
            "the id of the \(name) is \(quoted(item.id)) and not \(id)", line: item.line),
          in: packagePath)
      }
    }
    expect(
      count { $0 == DaisyMedia.navigation } == 1,
      "there must be one navigation file, and there are \(count { $0 == DaisyMedia.navigation })")
    expect(count { $0 == DaisyMedia.resources } <= 1, "there is more than one resource file")
    expect(count { $0 == DaisyMedia.smil } > 0, "there is no SMIL file")
    let sounds = count { $0.hasPrefix("audio/") }
    let texts = count { $0 == DaisyMedia.text }
    switch package.multimediaType {
    case "textNCX":
      expect(
        sounds == 0,
        "a text book (textNCX) has no sound, and the manifest has \(sounds) sound files")
      expect(texts > 0, "a text book (textNCX) has a DTBook, and there is none")
    case "audioOnly", "audioNCX":
      expect(sounds > 0, "a book of sound has no sound")
      expect(
        package.multimediaType != "audioOnly" || texts == 0,
        "a book of sound alone (audioOnly) has no DTBook")
    case "audioPartText", "audioFullText", "textPartAudio":
      expect(sounds > 0, "a book of sound (\(package.multimediaType)) has no sound")
      expect(texts > 0, "a book of sound and text (\(package.multimediaType)) has no DTBook")
    default: break
    }
  }

  // MARK: - Spine

  mutating func checkSpine() {
    let items = Dictionary(
      package.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var met: Set<String> = []
    for step in package.spine {
      guard let item = items[step.id] else {
        report(
          .daisySpine(
            "the spine names \(quoted(step.id)), which the manifest has not", line: step.line),
          in: packagePath)
        continue
      }
      if item.mediaType != DaisyMedia.smil {
        report(
          .daisySpine(
            "the spine names \(quoted(item.href)), which is no SMIL file", line: step.line),
          in: packagePath)
      }
      if !met.insert(step.id).inserted {
        report(
          .daisySpine("the spine names \(quoted(step.id)) twice", line: step.line), in: packagePath)
      }
    }
    for item in package.items where item.mediaType == DaisyMedia.smil && !met.contains(item.id) {
      report(
        .daisySpine("the SMIL file \(quoted(item.href)) is not in the spine", line: item.line),
        in: packagePath)
    }
  }
}

enum DaisyDublinCore {
  static let namespace = "http://purl.org/dc/elements/1.1/"
}

extension String {
  /// Whether it is a year, a month or a day of ISO 8601.
  var isDay: Bool {
    let parts = split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.allSatisfy(\.isDigits),
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return false }
    return (parts.count < 2 || (1...12).contains(Int(parts[1]) ?? 0))
      && (parts.count < 3 || (1...31).contains(Int(parts[2]) ?? 0))
  }

  /// Whether each step of a path has only characters all players take (Z39.86, 3.3.1).
  var hasSafeName: Bool {
    utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || [0x2E, 0x2D, 0x5F, 0x2F].contains(byte)
    }
  }

  /// A time of SMIL in milliseconds: `1:02:03.4`, `02:03`, `12.5s`, `300ms`, `2min`, `1h`, with or without
  /// `npt=`; nil for anything else.
  var milliseconds: Int? {
    let text = hasPrefix("npt=") ? String(dropFirst(4)) : self
    func number(_ text: Substring) -> Double? {
      guard !text.isEmpty, text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else {
        return nil
      }
      return Double(text)
    }
    for (unit, worth) in [("ms", 1.0), ("min", 60_000), ("h", 3_600_000), ("s", 1000)]
    where text.hasSuffix(unit) {
      return number(text.dropLast(unit.count)).map { Int(($0 * worth).rounded()) }
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var total = 0.0
    for part in parts {
      guard let value = number(part) else { return nil }
      total = total * 60 + value
    }
    return Int((total * 1000).rounded())
  }
}

import Diagnostics

// SMIL: steps, times, what can be left out and left (Z39.86-2005, 7).

extension Daisy3Check {
  mutating func checkTimelines() {
    let smil = readings(of: DaisyMedia.smil)
    for (path, reading) in smil {
      checkHead(reading, in: path)
      checkSteps(reading, in: path)
    }
    checkTimes()
    checkTests()
  }

  // MARK: - Head

  private mutating func checkHead(_ reading: MarkupReading, in path: String) {
    checkIdentifier(reading, in: path)
    for meta in reading.all("meta") {
      guard let name = meta["name"], name.hasPrefix("dtb:") else { continue }
      if !["dtb:uid", "dtb:generator", "dtb:totalElapsedTime"].contains(name) {
        report(
          .daisyMetadata("\(quoted(name)) is no field of a SMIL file", line: meta.line), in: path)
      }
    }
    let elapsed = reading.metadata("dtb:totalElapsedTime")
    if elapsed.isEmpty { report(.daisyTime("there is no dtb:totalElapsedTime", line: 1), in: path) }
    for (value, line) in elapsed {
      guard let time = value.milliseconds else {
        report(.daisyTime("dtb:totalElapsedTime \(quoted(value)) is no time", line: line), in: path)
        continue
      }
      if package.multimediaType == "textNCX", time != 0 {
        report(
          .daisyTime(
            "dtb:totalElapsedTime of a text book is \(quoted(value)) and not zero", line: line),
          in: path)
      }
    }
    for test in reading.all("customTest") {
      for name in ["defaultState", "override"] where test[name] == nil {
        report(
          .daisySkipping(
            "the customTest \(quoted(test["id"] ?? "")) has no \(name)", line: test.line), in: path)
      }
      if test["override"] == "hidden" {
        report(
          .daisySkipping(
            "listeners cannot set the customTest \(quoted(test["id"] ?? "")): its override is hidden",
            severity: .warning, line: test.line), in: path)
      }
    }
  }

  /// The identifier is the package's (li_403).
  mutating func checkIdentifier(_ reading: MarkupReading, in path: String) {
    let identifiers = reading.metadata("dtb:uid")
    if identifiers.isEmpty { report(.daisyMetadata("there is no dtb:uid", line: 1), in: path) }
    for (value, line) in identifiers where value != package.identifier {
      report(.daisyIdentifier(value, is: package.identifier, line: line), in: path)
    }
  }

  // MARK: - Steps

  private static let containers: Set<String> = ["par", "seq"]

  private mutating func checkSteps(_ reading: MarkupReading, in path: String) {
    let tests = Set(reading.all("customTest").compactMap { $0["id"] })
    let regions = Set(reading.all("region").compactMap { $0["id"] })
    for (index, element) in reading.elements.enumerated() {
      if let test = element["customTest"], !tests.contains(test) {
        report(
          .daisySkipping("the customTest \(quoted(test)) is not in the head", line: element.line),
          in: path)
      }
      if let region = element["region"], !regions.contains(region) {
        report(.daisyReference(region, line: element.line), in: path)
      }
      switch element.name {
      case "par": checkPar(element, in: reading, path)
      case "seq": checkSeq(element, at: index, in: reading, path)
      case "text":
        let address = element["src"] ?? ""
        let target = target(of: address, in: path)
        let isText = target.map { readings[$0.path] != nil } ?? false
        if target == nil || (isText && self.element(at: address, in: path) == nil) {
          report(.daisyReference(address, line: element.line), in: path)
        } else if let target,
          package.mediaTypes[target.path] != DaisyMedia.text
        {
          report(
            .daisyManifest(
              "text \(quoted(address)) is not in a DTBook of the manifest", line: element.line),
            in: path)
        }
      case "audio": checkClip(element, in: path)
      case "img":
        let address = element["src"] ?? ""
        if target(of: address, in: path) == nil {
          report(.daisyReference(address, line: element.line), in: path)
        }
      case "a":
        let address = element["href"] ?? ""
        if element["external"] != "true", self.element(at: address, in: path) == nil {
          report(.daisyReference(address, line: element.line), in: path)
        }
        if reading.ancestors(of: index).contains(where: { reading.elements[$0].name == "a" }) {
          report(.daisyGrammar("a link stands in a link", line: element.line), in: path)
        }
      default: break
      }
    }
  }

  /// A par has at most one text, sound, picture and sequence (para 118).
  private mutating func checkPar(
    _ element: MarkupReading.Element, in reading: MarkupReading, _ path: String
  ) {
    var counts: [String: Int] = [:]
    func visit(_ index: Int) {
      let child = reading.elements[index]
      if child.name == "a" {
        child.children.forEach(visit)
      } else {
        counts[child.name, default: 0] += 1
      }
    }
    element.children.forEach(visit)
    for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count > 1 {
      report(
        .daisyGrammar(
          "a par has \(count) of \(name), and one at most is allowed", line: element.line), in: path
      )
    }
  }

  /// A sequence that listeners can leave ends with its last step (para 108).
  private mutating func checkSeq(
    _ element: MarkupReading.Element, at index: Int, in reading: MarkupReading, _ path: String
  ) {
    if let duration = element["dur"], duration.milliseconds == nil {
      report(.daisyTime("dur \(quoted(duration)) is no time", line: element.line), in: path)
    }
    guard let end = element["end"], end.hasPrefix("DTBuserEscape") else { return }
    if element["class"]?.collapsed.isEmpty != false {
      report(
        .daisyEscaping("a sequence listeners can leave has no class", line: element.line), in: path)
    }
    var steps: [String] = []
    func collect(_ index: Int) {
      let child = reading.elements[index]
      if Self.containers.contains(child.name) { steps.append(child["id"] ?? "") }
      if child.name == "a" { child.children.forEach(collect) }
    }
    element.children.forEach(collect)
    guard let last = steps.last else {
      return report(
        .daisyEscaping("a sequence listeners can leave has no step in it", line: element.line),
        in: path)
    }
    let value = end.split(separator: ";").last.map { String($0).collapsed } ?? ""
    if value != "\(last).end" {
      report(
        .daisyEscaping(
          "the sequence ends with \(quoted(value)), and its last step is \(quoted(last))",
          line: element.line), in: path)
    }
  }

  // MARK: - Sound

  private mutating func checkClip(_ element: MarkupReading.Element, in path: String) {
    let address = element["src"] ?? ""
    guard let target = target(of: address, in: path) else {
      return report(.daisyReference(address, line: element.line), in: path)
    }
    if package.mediaTypes[target.path]?.hasPrefix("audio/") != true {
      report(
        .daisyManifest("\(quoted(address)) is no sound file of the manifest", line: element.line),
        in: path)
    }
    var times: [Int] = []
    for name in ["clipBegin", "clipEnd"] {
      let value = element[name] ?? ""
      guard let time = value.milliseconds else {
        report(.daisyTime("\(name) \(quoted(value)) is no time", line: element.line), in: path)
        continue
      }
      times.append(time)
    }
    guard times.count == 2 else { return }
    if times[1] <= times[0] {
      report(
        .daisyTime(
          "the clip ends at \(quoted(element["clipEnd"] ?? "")), not after it begins",
          line: element.line), in: path)
    }
    if let length = soundLength(of: target.path), times[1] > length + 50 {
      report(
        .daisyTime(
          "the clip ends after its sound file, which is \(length) ms long", line: element.line),
        in: path)
    }
  }

  /// How long a sound file is, in milliseconds; nil where that is not known.
  func soundLength(of path: String) -> Int? {
    files[path].flatMap { sounds.facts(of: path, $0) }?.milliseconds
  }

  // MARK: - Times

  /// The time before each file is the sum of those before it, and the total that of all (li_341, li_234).
  private mutating func checkTimes() {
    let items = Dictionary(
      package.items.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    var elapsed = 0
    for step in package.spine {
      guard let path = items[step.id], let reading = readings[path] else { continue }
      if package.hasSound, let (value, line) = reading.metadata("dtb:totalElapsedTime").first,
        let given = value.milliseconds, abs(given - elapsed) > 500
      {
        report(
          .daisyTime(
            "dtb:totalElapsedTime is \(quoted(value)), and \(elapsed) ms have passed", line: line),
          in: path)
      }
      for clip in reading.all("audio") {
        guard let begin = clip["clipBegin"]?.milliseconds, let end = clip["clipEnd"]?.milliseconds
        else { continue }
        elapsed += max(0, end - begin)
      }
    }
    guard
      let reading = readings[packagePath] ?? (files[packagePath].flatMap { try? MarkupReading($0) })
    else { return }
    for (value, line) in reading.metadata("dtb:totalTime") {
      guard let total = value.milliseconds,
        package.spine.allSatisfy({ items[$0.id].map { readings[$0] != nil } ?? false })
      else { continue }
      if abs(total - elapsed) > 1000 {
        report(
          .daisyTime(
            "dtb:totalTime is \(quoted(value)), and the clips are \(elapsed) ms together",
            line: line), in: packagePath)
      }
    }
  }

  // MARK: - What can be left out

  /// Tests are the same in all SMIL files and the navigation (li_353, para 110 and 150).
  private mutating func checkTests() {
    var known: [String: (state: String?, override: String?)] = [:]
    for (path, reading) in readings(of: DaisyMedia.smil) {
      for test in reading.all("customTest") {
        let id = test["id"] ?? ""
        if let other = known[id], other.state != test["defaultState"] {
          report(
            .daisySkipping(
              "the customTest \(quoted(id)) has another defaultState than elsewhere",
              line: test.line), in: path)
        }
        known[id] = known[id] ?? (test["defaultState"], test["override"])
      }
    }
    guard let (path, navigation) = readings(of: DaisyMedia.navigation).first else { return }
    var met: Set<String> = []
    for test in navigation.all("smilCustomTest") {
      let id = test["id"] ?? ""
      met.insert(id)
      guard let own = known[id] else {
        report(
          .daisySkipping("the smilCustomTest \(quoted(id)) is in no SMIL file", line: test.line),
          in: path)
        continue
      }
      if own.state != test["defaultState"] || own.override != test["override"] {
        report(
          .daisySkipping(
            "the smilCustomTest \(quoted(id)) is not as the SMIL files have it", line: test.line),
          in: path)
      }
    }
    for id in known.keys.sorted() where !met.contains(id) {
      report(
        .daisySkipping(
          "the customTest \(quoted(id)) of the SMIL files is not in the navigation", line: 1),
        in: path)
    }
  }
}

import Diagnostics

// SMIL 1.0 and the text of a DAISY 2.02 book (DAISY 2.02, 2.2 and 2.3).

extension Daisy202Check {
  private static let tests: Set<String> = [
    "pagenumber-on", "footnote-on", "sidebar-on", "prodnote-on",
  ]

  mutating func checkTimelines() {
    var elapsed = 0
    var heard: Set<String> = []
    for path in timelines {
      for clip in readings[path]?.all("audio") ?? [] {
        guard let target = PackagePath.resolve(clip["src"] ?? "", from: path),
          target.lowercased().hasSuffix(".mp3"), let bytes = files[target], heard.insert(target).inserted,
          let fault = sounds.fault(of: target, bytes)
        else { continue }
        report(.bookSound(fault.reason, severity: fault.severity, line: clip.line), in: path)
      }
    }
    for path in timelines {
      guard let reading = readings[path] else { continue }
      checkHead(reading, in: path)
      checkSteps(reading, in: path)
      let length = reading.all("audio").reduce(0) { sum, clip in
        guard let begin = clip["clip-begin"]?.milliseconds, let end = clip["clip-end"]?.milliseconds
        else { return sum }
        return sum + max(0, end - begin)
      }
      expect("ncc:totalElapsedTime", elapsed, of: reading, in: path)
      expect("ncc:timeInThisSmil", length, of: reading, in: path)
      if let body = reading.indices(of: ["body"]).first {
        for sequence in reading.children(of: body, named: "seq") {
          guard let duration = sequence["dur"] else {
            report(
              .bookTimeline("the sequence of the body has no dur", line: sequence.line), in: path)
            continue
          }
          if let time = duration.milliseconds {
            if abs(time - length) > 1000 {
              report(
                .bookTime(
                  "dur is \(quoted(duration)), and the clips are \(length) ms together",
                  line: sequence.line), in: path)
            }
          } else {
            report(.bookTime("dur \(quoted(duration)) is no time", line: sequence.line), in: path)
          }
        }
      }
      elapsed += length
    }
    if let (value, line) = readings[navigationPath]?.metadata("ncc:totalTime").first,
      let total = value.milliseconds,
      abs(total - elapsed) > 1000
    {
      report(
        .bookTime(
          "ncc:totalTime is \(quoted(value)), and the clips are \(elapsed) ms together", line: line),
        in: navigationPath)
    }
    for path in readings.keys.sorted()
    where path.lowercased().hasSuffix(".smil") && !timelines.contains(path) {
      if PackagePath.name(of: path).lowercased() != "master.smil" {
        report(
          .bookFile(
            "nothing in the navigation leads to the SMIL file", severity: .warning, line: 1),
          in: path)
      }
    }
  }

  /// A time of the head, to half a second, as far as whole seconds tell it.
  private mutating func expect(
    _ name: String, _ actual: Int, of reading: MarkupReading, in path: String
  ) {
    for (value, line) in reading.metadata(name) {
      guard let time = value.milliseconds else {
        report(.bookTime("\(name) \(quoted(value)) is no time", line: line), in: path)
        continue
      }
      if abs(time - actual) > 1000 {
        report(
          .bookTime("\(name) is \(quoted(value)), and it is \(actual) ms", line: line), in: path)
      }
    }
  }

  private mutating func checkHead(_ reading: MarkupReading, in path: String) {
    if reading.root?.name != "smil" {
      report(.bookTimeline("the root is not smil", line: 1), in: path)
    }
    let formats = reading.metadata("dc:format")
    if formats.count != 1 {
      report(
        .nccMetadata("dc:format is there \(formats.count) times and not once", line: 1), in: path)
    }
    for (value, line) in formats where value.lowercased() != "daisy 2.02" {
      report(.nccMetadata("dc:format is \(quoted(value)) and not Daisy 2.02", line: line), in: path)
    }
    for name in [
      "dc:identifier", "dc:title", "title", "ncc:generator", "ncc:timeInThisSmil",
      "ncc:totalElapsedTime",
    ]
    where reading.metadata(name).count > 1 {
      report(.nccMetadata("\(name) is there more than once", line: 1), in: path)
    }
    for (value, line) in reading.metadata("dc:identifier") where value != identifier {
      report(
        .nccMetadata(
          "dc:identifier is \(quoted(value)), and the navigation says \(quoted(identifier ?? ""))",
          line: line), in: path)
    }
    if reading.all("layout").isEmpty || reading.all("region").isEmpty {
      report(.bookTimeline("the head has no layout with a region", line: 1), in: path)
    }
  }

  private mutating func checkSteps(_ reading: MarkupReading, in path: String) {
    let bodies = reading.indices(of: ["body"])
    for body in bodies
    where reading.elements[body].children.map({ reading.elements[$0].name }) != ["seq"] {
      report(
        .bookTimeline(
          "the body does not hold one seq and nothing else", line: reading.elements[body].line),
        in: path)
    }
    for (index, element) in reading.elements.enumerated() {
      if let test = element["system-required"], !Self.tests.contains(test) {
        report(
          .bookTimeline(
            "system-required is \(quoted(test)), which no player knows", line: element.line),
          in: path)
      }
      switch element.name {
      case "par":
        if element["endsync"] != "last" {
          report(
            .bookTimeline(
              "a par does not end with the last of its parts: endsync is not last",
              severity: .warning, line: element.line), in: path)
        }
        if reading.children(of: index, named: "text").count > 1 {
          report(.bookTimeline("a par has more than one text", line: element.line), in: path)
        }
      case "text":
        if element["id"] == nil {
          report(.bookTimeline("a text has no id", line: element.line), in: path)
        }
        let address = element["src"] ?? ""
        if self.element(at: address, in: path) == nil {
          report(.bookReference(address, line: element.line), in: path)
        }
      case "audio": checkClip(element, in: path)
      case "smil", "head", "meta", "layout", "region", "body", "seq", "img", "ref", "title": break
      default:
        report(
          .bookTimeline("\(element.name) may not stand in a SMIL file", line: element.line),
          in: path)
      }
    }
  }

  private mutating func checkClip(_ element: MarkupReading.Element, in path: String) {
    let address = element["src"] ?? ""
    guard let target = PackagePath.resolve(address, from: path), let bytes = files[target] else {
      return report(.bookReference(address, line: element.line), in: path)
    }
    var times: [Int] = []
    for name in ["clip-begin", "clip-end"] {
      guard let value = element[name], let time = value.milliseconds else {
        report(
          .bookTime("\(name) \(quoted(element[name] ?? "")) is no time", line: element.line),
          in: path)
        continue
      }
      times.append(time)
    }
    guard times.count == 2 else { return }
    if times[1] <= times[0] {
      report(
        .bookTime(
          "the clip ends at \(quoted(element["clip-end"] ?? "")), not after it begins",
          line: element.line), in: path)
    }
    if let length = sounds.facts(of: target, bytes)?.milliseconds, times[1] > length + 50 {
      report(
        .bookTime(
          "the clip ends after its sound file, which is \(length) ms long", line: element.line),
        in: path)
    }
  }

  // MARK: - Text

  /// Links of the text lead into the book or to the web.
  mutating func checkContents() {
    for path in readings.keys.sorted()
    where path != navigationPath && !path.lowercased().hasSuffix(".smil") {
      guard let reading = readings[path] else { continue }
      for element in reading.elements {
        let name = ["img": "src", "a": "href", "link": "href"][element.name] ?? ""
        guard !name.isEmpty, let address = element[name], !PackagePath.isAbsolute(address) else {
          continue
        }
        let file = String(address.prefix { $0 != "#" })
        let target = file.isEmpty ? path : PackagePath.resolve(file, from: path)
        guard let target, files[target] != nil else {
          // Links of a report to files beside it are the reader's to follow, or not.
          if element.name == "a", !file.lowercased().hasSuffix(".smil") { continue }
          report(.bookReference(address, line: element.line), in: path)
          continue
        }
        if address.contains("#"), readings[target] != nil,
          self.element(at: address, in: path) == nil
        {
          report(.bookReference(address, line: element.line), in: path)
        }
        if element.name == "img", element["alt"] == nil {
          report(.bookFile("a picture has no alt", line: element.line), in: path)
        }
      }
    }
  }
}

import Diagnostics

// The navigation control file and the resource file (Z39.86-2005, 8 and 10).

extension Daisy3Check {
  mutating func checkNavigation() {
    guard let (path, reading) = readings(of: DaisyMedia.navigation).first else { return }
    checkIdentifier(reading, in: path)
    checkNavigationMetadata(reading, in: path)
    checkTargets(reading, in: path)
    checkPages(reading, in: path)
    checkStructures(reading, in: path)
    for audio in reading.all("audio") {
      guard let begin = audio["clipBegin"]?.milliseconds, let end = audio["clipEnd"]?.milliseconds,
        begin < end
      else {
        report(
          .daisyTime("the clip of a label does not end after it begins", line: audio.line), in: path
        )
        continue
      }
      if target(of: audio["src"] ?? "", in: path) == nil {
        report(.daisyReference(audio["src"] ?? "", line: audio.line), in: path)
      }
    }
  }

  // MARK: - Metadata

  private mutating func checkNavigationMetadata(_ reading: MarkupReading, in path: String) {
    for meta in reading.all("meta") {
      guard let name = meta["name"], name.hasPrefix("dtb:") else { continue }
      if !["uid", "generator", "depth", "totalPageCount", "maxPageNumber"].contains(
        name.dropFirst(4))
      {
        report(
          .daisyMetadata("\(quoted(name)) is no field of the navigation", line: meta.line), in: path
        )
      }
    }
    let points = reading.indices(of: ["navPoint"])
    let depth =
      points.map { point in
        reading.ancestors(of: point).count { reading.elements[$0].name == "navPoint" } + 1
      }.max() ?? 0
    let pages = reading.all("pageTarget")
    let expected = [
      ("dtb:depth", depth), ("dtb:totalPageCount", pages.count),
      ("dtb:maxPageNumber", pages.compactMap { $0["value"].flatMap { Int($0) } }.max() ?? 0),
    ]
    for (name, actual) in expected {
      guard let (value, line) = reading.metadata(name).first else {
        report(.daisyMetadata("there is no \(name)", line: 1), in: path)
        continue
      }
      if Int(value) != actual {
        report(
          .daisyMetadata(
            "\(name) is \(quoted(value)), and the navigation has \(actual)", line: line), in: path)
      }
    }
  }

  // MARK: - Targets

  private mutating func checkTargets(_ reading: MarkupReading, in path: String) {
    var orders: [Int: String] = [:]
    var places: [String: Int] = [:]
    for index in reading.indices(of: ["navPoint", "navTarget", "pageTarget"]) {
      let element = reading.elements[index]
      let labels = reading.children(of: index, named: "navLabel")
      if labels.allSatisfy({ label in
        label.children.allSatisfy {
          reading.elements[$0].name == "text" && reading.fullText(of: $0).isEmpty
        }
      }) {
        report(
          .daisyNavigation("a place to go to has no words", severity: .warning, line: element.line),
          in: path)
      }
      let languages = labels.map { $0["xml:lang"] ?? "" }
      if Set(languages).count < languages.count {
        report(
          .daisyNavigation(
            "two labels of a place are in the same language", severity: .warning, line: element.line
          ), in: path)
      }
      guard let content = reading.children(of: index, named: "content").first else { continue }
      let address = content["src"] ?? ""
      if !address.contains("#") {
        report(.daisyReference(address, line: content.line), in: path)
      } else if let place = self.element(at: address, in: path) {
        if package.mediaTypes[place.path] != DaisyMedia.smil {
          report(
            .daisyNavigation("\(quoted(address)) is in no SMIL file", line: content.line), in: path)
        }
      } else {
        report(.daisyReference(address, line: content.line), in: path)
      }
      guard let order = element["playOrder"].flatMap({ Int($0) }), order > 0 else {
        report(
          .daisyPlayOrder(
            "playOrder \(quoted(element["playOrder"] ?? "")) is no positive number",
            line: element.line), in: path)
        continue
      }
      if let other = orders[order], other != address {
        report(
          .daisyPlayOrder("two places have the playOrder \(order)", line: element.line), in: path)
      }
      if let other = places[address], other != order {
        report(
          .daisyPlayOrder(
            "\(quoted(address)) has the playOrders \(other) and \(order)", line: element.line),
          in: path)
      }
      orders[order] = orders[order] ?? address
      places[address] = places[address] ?? order
    }
    if let first = orders.keys.min(), first != 1 {
      report(.daisyPlayOrder("the first playOrder is \(first) and not 1", line: 1), in: path)
    }
    if let last = orders.keys.max(), last > orders.count, orders.keys.min() == 1 {
      let gap = (1...last).first { orders[$0] == nil } ?? 1
      report(
        .daisyPlayOrder("no place has the playOrder \(gap), and others have later ones", line: 1),
        in: path)
    }
    checkReadingOrder(orders, in: path)
  }

  /// The numbers follow the order of the timeline (para 149).
  private mutating func checkReadingOrder(_ orders: [Int: String], in path: String) {
    let items = Dictionary(
      package.items.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
    let ranks = Dictionary(
      package.spine.enumerated().compactMap { index, step in items[step.id].map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
    var last = (0, 0)
    for order in orders.keys.sorted() {
      guard let address = orders[order], let place = self.element(at: address, in: path),
        let rank = ranks[place.path]
      else { continue }
      if (rank, place.index) < last {
        return report(
          .daisyPlayOrder(
            "the place with the playOrder \(order) is read before the one before it", line: 1),
          in: path)
      }
      last = (rank, place.index)
    }
  }

  private mutating func checkPages(_ reading: MarkupReading, in path: String) {
    var met: Set<String> = []
    for page in reading.all("pageTarget") {
      guard let value = page["value"] else {
        report(
          .daisyNavigation("a page has no value", severity: .warning, line: page.line), in: path)
        continue
      }
      if Int(value).map({ $0 > 0 }) != true {
        report(
          .daisyNavigation(
            "the value \(quoted(value)) of a page is no positive number", line: page.line), in: path
        )
      }
      if !met.insert("\(page["type"] ?? "") \(value)").inserted {
        report(
          .daisyNavigation("two pages of one type have the value \(value)", line: page.line),
          in: path)
      }
    }
  }

  /// Tests of structures say which they are of (para 150).
  private mutating func checkStructures(_ reading: MarkupReading, in path: String) {
    let tests = Dictionary(
      reading.all("smilCustomTest").map { ($0["id"] ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    var met: Set<String> = []
    for (textPath, text) in readings(of: DaisyMedia.text) {
      for element in text.elements where element.isSkippable {
        guard let address = element["smilref"], let step = self.element(at: address, in: textPath),
          let smil = readings[step.path]
        else { continue }
        let ids = ([step.index] + smil.ancestors(of: step.index)).compactMap {
          smil.elements[$0]["customTest"]
        }
        guard let id = ids.first, met.insert("\(element.name) \(id)").inserted,
          let test = tests[id],
          let expected = Self.structures[element.name]
        else { continue }
        if test["bookStruct"] != expected {
          report(
            .daisySkipping(
              "the bookStruct of the smilCustomTest \(quoted(id)) is not \(expected)",
              line: test.line), in: path)
        }
      }
    }
  }

  private static let structures = [
    "linenum": "LINE_NUMBER", "note": "NOTE", "noteref": "NOTE_REFERENCE",
    "annotation": "ANNOTATION",
    "pagenum": "PAGE_NUMBER", "sidebar": "OPTIONAL_SIDEBAR", "prodnote": "OPTIONAL_PRODUCER_NOTE",
  ]

  // MARK: - Resources

  mutating func checkResources() {
    var classes: Set<String> = []
    for (_, reading) in readings(of: DaisyMedia.smil) {
      for step in reading.all("seq") where step["end"]?.hasPrefix("DTBuserEscape") == true {
        if let name = step["class"]?.collapsed, !name.isEmpty { classes.insert(name) }
      }
    }
    let structures = Set(
      readings(of: DaisyMedia.navigation).flatMap {
        $0.reading.all("smilCustomTest").compactMap { $0["bookStruct"] }
      })
    guard let (path, reading) = readings(of: DaisyMedia.resources).first else {
      if !classes.isEmpty || !structures.isEmpty {
        report(
          .daisyResource(
            "there is no resource file, which names what can be left out or left", line: 1),
          in: packagePath)
      }
      return
    }
    var spaces: Set<String> = []
    for scope in reading.all("scope") where !spaces.insert(scope["nsuri"] ?? "").inserted {
      report(.daisyResource("two scopes have the same nsuri", line: scope.line), in: path)
    }
    let selections = reading.all("nodeSet").compactMap { $0["select"] }
    for name in classes.sorted() where !selections.contains(where: { $0.names(name) }) {
      report(
        .daisyResource(
          "nothing names the structure \(quoted(name)) that listeners can leave", line: 1), in: path
      )
    }
    for name in structures.sorted() where !selections.contains(where: { $0.contains(name) }) {
      report(
        .daisyResource("nothing names the structure \(name) that listeners can leave out", line: 1),
        in: path)
    }
    for index in reading.indices(of: ["nodeSet"]) {
      let languages = reading.children(of: index, named: "resource").map {
        ($0["xml:lang"] ?? "").lowercased()
      }
      if Set(languages).count < languages.count {
        report(
          .daisyResource(
            "two names of a structure are in the same language", line: reading.elements[index].line),
          in: path)
      }
    }
    for element in reading.elements where ["audio", "img"].contains(element.name) {
      if target(of: element["src"] ?? "", in: path) == nil {
        report(.daisyReference(element["src"] ?? "", line: element.line), in: path)
      }
    }
  }
}

extension String {
  /// Whether a path of XPath names a structure: by the class of its sequence, or as an element of DTBook.
  fileprivate func names(_ structure: String) -> Bool {
    contains("'\(structure)'") || contains("\"\(structure)\"") || self == "//\(structure)"
      || hasPrefix("//\(structure)[")
  }
}

import XMLTree

/// Collections and their strands on the page of formats.
extension FormatsPage {
  /// What stands on the page, each collection and strand under a heading of its own.
  var collections: [XMLNode] {
    var nodes: [XMLNode] = []
    var rest = sections[...]
    while let first = rest.first {
      let same = rest.prefix { $0.collection?.name == first.collection?.name }
      rest = rest.dropFirst(same.count)
      if let collection = first.collection {
        nodes.append(.tag("section", self.collection(collection, Array(same))))
      } else {
        nodes += same.flatMap(\.reports).map { report($0, level: 2) }
      }
    }
    return nodes
  }

  private func collection(_ collection: ReportCollection, _ sections: [Section]) -> [XMLNode] {
    let isContinued = sections.first?.isLate ?? false
    var nodes: [XMLNode] = [.tag("h2", text: heading(collection.title, isContinued))]
    if let description = collection.description, !isContinued { nodes.append(.tag("p", text: description)) }
    for section in sections {
      guard let strand = section.strand else {
        nodes += section.reports.map { report($0, level: 3) } + links(of: section, level: 3)
        continue
      }
      var part: [XMLNode] = [.tag("h3", text: heading(strand.title, section.isContinued))]
      if let description = strand.description, !section.isContinued {
        part.append(.tag("p", text: description))
      }
      part += section.reports.map { report($0, level: 4) } + links(of: section, level: 4)
      nodes.append(.tag("section", part))
    }
    return nodes
  }

  private func heading(_ title: String, _ isContinued: Bool) -> String {
    isContinued ? words.text(.continued, ["heading": title]) : title
  }

  /// Videos under a heading of their own, then what else there is.
  private func links(of section: Section, level: Int) -> [XMLNode] {
    var nodes: [XMLNode] = []
    let videos = section.links.filter(\.isVideo)
    if !videos.isEmpty {
      nodes.append(.tag("h\(level)", text: words.text(.formatsVideos)))
      nodes.append(.tag("ul", videos.map { .tag("li", link($0)) }))
    }
    let others = section.links.filter { !$0.isVideo }
    if !others.isEmpty { nodes.append(.tag("ul", others.map { .tag("li", link($0)) })) }
    return nodes
  }

  private func link(_ link: ReportCollection.Link) -> [XMLNode] {
    let kind = link.kind.map { " (\($0))" } ?? ""
    let title = link.isVideo ? words.text(.formatsVideo, ["title": link.title]) : link.title + kind
    var nodes: [XMLNode] = [.tag("a", ["href": link.address], text: title)]
    if let transcript = link.transcript {
      let text = words.text(.formatsTranscriptOf, ["title": link.title])
      nodes += [.text(", "), .tag("a", ["href": transcript], text: text)]
    }
    return nodes
  }

  /// What a report is in its collection, in words.
  func words(for role: ReportRole) -> String {
    switch role {
    case .summary: words.text(.formatsSummary)
    case .overview: words.text(.formatsOverview)
    case .fullReport: words.text(.formatsFullReport)
    case .story: words.text(.formatsStory)
    case .transcript: words.text(.formatsTranscript)
    }
  }
}

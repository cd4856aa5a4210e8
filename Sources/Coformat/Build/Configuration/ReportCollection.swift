/// Reports that belong together on the page of formats: a summary, and strands with reports of their own.
public struct ReportCollection: Hashable, Sendable {
  /// The name sources refer to it by.
  public var name: String
  /// Its heading.
  public var title: String
  /// A sentence about it.
  public var description: String?
  /// What else belongs to it, such as a film and its transcript.
  public var links: [Link] = []
  /// Its parts, in the order they are listed.
  public var strands: [Strand] = []

  /// A part of a collection, with an overview, a full report, stories and videos.
  public struct Strand: Hashable, Sendable {
    /// The name sources refer to it by.
    public var name: String
    /// Its heading.
    public var title: String
    /// A sentence about it.
    public var description: String?
    /// What else belongs to it, such as a film and its transcript.
    public var links: [Link] = []
  }

  /// Something that belongs to a collection and is not made from a report.
  public struct Link: Hashable, Sendable {
    /// What it is.
    public var title: String
    /// Its address.
    public var address: String
    /// What kind of thing it is, such as `video`; nil for a page.
    public var kind: String?
    /// The address of its transcript.
    public var transcript: String?

    /// Whether it is a film, which needs a transcript for those who cannot hear or see it.
    var isVideo: Bool { kind == "video" }
  }
}

/// What a report is in its collection; a page lists them in this order.
public enum ReportRole: String, CaseIterable, Hashable, Sendable {
  case summary
  case overview
  case fullReport = "full-report"
  case story
  case transcript

  /// Its place in the order, those without a role between the reports and the transcripts.
  static func order(_ role: ReportRole?) -> Int {
    switch role {
    case .summary: 0
    case .overview: 1
    case .fullReport: 2
    case .story: 3
    case nil: 4
    case .transcript: 5
    }
  }
}

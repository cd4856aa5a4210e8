import Diagnostics

extension Diagnostic {
  static func epubContainerMissing() -> Diagnostic {
    Diagnostic(
      "EPI-001", .error, "this is no EPUB: it has no META-INF/container.xml",
      hint: "check that it is the file you mean, or get it again")
  }

  static func epubContainerBroken(_ reason: String) -> Diagnostic {
    Diagnostic(
      "EPI-002", .error, "META-INF/container.xml cannot be read: \(quoted(reason, limit: 120))",
      hint: "get the EPUB again from where it came from")
  }

  static func epubContainerGuessed(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      "EPI-003", .warning,
      "META-INF/container.xml does not say what to read, so \(quoted(path, limit: 80)) is read: \(quoted(reason, limit: 80))",
      hint: "compare the result with what a reading program shows")
  }

  static func epubPackageMissing(_ path: String) -> Diagnostic {
    Diagnostic(
      "EPI-004", .error, "the package document \(quoted(path, limit: 80)) is not in the EPUB",
      hint: "get the EPUB again from where it came from")
  }

  static func epubPackageBroken(_ path: String, _ reason: String, line: Int) -> Diagnostic {
    Diagnostic(
      "EPI-005", .error,
      "the package document \(quoted(path, limit: 80)) is broken at line \(line): \(quoted(reason, limit: 120))",
      hint: "get the EPUB again from where it came from")
  }

  static func epubEncrypted(_ path: String) -> Diagnostic {
    Diagnostic(
      "EPI-006", .error, "the EPUB is locked: \(quoted(path, limit: 80)) is encrypted",
      hint:
        "ask the publisher for an edition without technical protection, to which readers with disabilities have a right in many countries"
    )
  }

  static func epubPicturesLocked(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EPI-007", .warning, "\(counted(count, "picture")) of the EPUB cannot be shown: encrypted",
      hint: "ask the publisher for an edition without technical protection")
  }

  static func epubWithoutText() -> Diagnostic {
    Diagnostic(
      "EPI-008", .error, "the EPUB holds no text that can be read: nothing its spine names is there",
      hint: "get the EPUB again from where it came from")
  }

  static func epubFixedLayout() -> Diagnostic {
    Diagnostic(
      "EPI-009", .warning,
      "the EPUB is a fixed layout: its text may stand in another order than it is read in",
      hint: "compare the reading order with the pages, above all where text stands in columns or on pictures")
  }

  static func epubSpineUnknown(_ name: String) -> Diagnostic {
    Diagnostic(
      "EPI-010", .warning, "the spine names \(quoted(name)), which is not in the manifest",
      hint: "a part of the text may be missing: get a sound EPUB")
  }

  static func epubSpineRepeats(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EPI-011", .warning, "the spine names parts again, \(counted(count, "time")): each is read once",
      hint: "compare the order of the chapters with the source")
  }

  static func epubNotLinear(_ count: Int, first: String) -> Diagnostic {
    Diagnostic(
      "EPI-012", .note,
      "\(counted(count, "part")) outside the reading order put at the end: \(quoted(first, limit: 80))",
      hint: "such parts, as answers or long notes, are opened from a link; the links lead to them")
  }

  static func epubNavigationLeftOut(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EPI-013", .note, "\(counted(count, "list")) of the navigation left out of the text",
      hint: "each edition makes its own table of contents")
  }

  static func epubNavigationMissing() -> Diagnostic {
    Diagnostic(
      "EPI-014", .warning, "the EPUB has no table of contents: headings are those of the text alone",
      hint: "check the headings of the result")
  }

  static func epubHeadingsRepaired(promoted: Int, added: Int) -> Diagnostic {
    let what = [
      promoted > 0 ? "\(counted(promoted, "paragraph")) made headings" : nil,
      added > 0 ? "\(counted(added, "heading")) put in" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return Diagnostic(
      "EPI-015", .note, "the table of contents has headings the text does not mark: \(what)",
      hint: "check the headings of the result")
  }

  static func epubPagesFromList(_ count: Int) -> Diagnostic {
    Diagnostic(
      "EPI-016", .note, "\(counted(count, "print page")) marked where the page list says they begin",
      hint: "nothing needs doing")
  }
}

import BrailleMathematics
import Diagnostics

extension WebContentWriter {
  /// What was met and is said once, with where first and how many times.
  struct Tallies {
    var undescribed = Tally<String>()
    var absent = Tally<String>()
    var decorative = Tally<String>()
    var lostLinks = Tally<String>()
    var crossReferences = Tally<String>()
    var missingNotes = Tally<String>()
    var unnumberedPages = Tally<String>()
    var unreadFormulas = Tally<MathFault>()
    var largeTables = Tally<String>()
  }

  /// Says what could not be kept. Called once, when all is written.
  func report(to log: inout DiagnosticLog) {
    for (source, _, range) in tallies.undescribed.entries {
      log.report(.undescribedPicture(source, at: range))
    }
    for (_, count, range) in tallies.absent.entries { log.report(.absentPictures(count, at: range)) }
    for (_, count, range) in tallies.decorative.entries { log.report(.absentDecoration(count, at: range)) }
    if let first = tallies.lostLinks.entries.first {
      let count = tallies.lostLinks.entries.reduce(0) { $0 + $1.count }
      log.report(.linksNotKept(first.key, count: count, at: first.range))
    }
    for (target, _, range) in tallies.crossReferences.entries {
      guard anchors.file(of: nameOfTarget(target)) == nil else { continue }
      log.report(.referenceToNowhere(target, at: range))
    }
    for (note, _, range) in tallies.missingNotes.entries { log.report(.noteNotThere(note, at: range)) }
    for (_, count, range) in tallies.unnumberedPages.entries {
      log.report(.unnumberedPages(count, at: range))
    }
    for (_, count, range) in tallies.largeTables.entries { log.report(.tablesTooLarge(count, at: range)) }
    for (fault, count, range) in tallies.unreadFormulas.entries {
      log.report(.formulaNotRead(fault, count: count, at: range))
    }
  }

  private func nameOfTarget(_ target: String) -> String {
    var anchors = anchors
    return anchors.name(for: target)
  }
}

extension Diagnostic {
  static func undescribedPicture(_ source: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-001", .warning, "the picture \(quoted(source)) has no alternative text",
      hint: "say what the picture shows in its alternative text, or mark it as decorative with alt=\"\"",
      at: range)
  }

  static func absentPictures(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-002", .warning,
      "\(count) \(count == 1 ? "picture is" : "pictures are") not there to be shown: the description stands instead",
      hint: "save the pictures beside the report, where its addresses say", at: range)
  }

  static func absentDecoration(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-003", .note,
      "\(count) decorative \(count == 1 ? "picture is" : "pictures are") not there to be shown and left out",
      hint: "nothing to do, unless they say something", at: range)
  }

  static func linksNotKept(_ first: String, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-004", .warning,
      "\(count) \(count == 1 ? "link leads" : "links lead") to files beside the report, the first to \(quoted(first)): the words stay and are no links",
      hint: "give the whole address, as in https://…, if readers are to follow them", at: range)
  }

  static func referenceToNowhere(_ target: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-005", .warning, "nothing in the document is called \(quoted(target)): its words are no link",
      hint: "correct the reference, or give the place it means that identifier", at: range)
  }

  static func noteNotThere(_ note: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-006", .warning, "the note \(quoted(note)) is referred to and not in the document",
      hint: "add the note, or take the reference out", at: range)
  }

  static func unnumberedPages(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-007", .note,
      "\(count) print \(count == 1 ? "page begins and has" : "pages begin and have") no number: not in the list of pages",
      hint: "give the numbers in the source if readers are to find the pages", at: range)
  }

  static func formulaNotRead(_ fault: MathFault, count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-008", .warning,
      "a formula stands as its source has it, because \(fault.reason), \(times(count))",
      hint: "give words for the formula, or write it with commands that are read", at: range)
  }

  static func tablesTooLarge(_ count: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "HTC-009", .warning,
      "\(count) \(count == 1 ? "table has" : "tables have") headings that span or stand in several rows and too many "
        + "cells to name them in each: screen readers may say the wrong headings",
      hint: "divide the table, or give it one row and one column of headings", at: range)
  }
}

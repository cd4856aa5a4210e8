public import Diagnostics
import JSONTree
public import Linguistics

/// Writes diagnostics for programs, as JSON Lines: an object a line, with `type`, `code`,
/// `severity`, `message` and, where there are any, `hint`, `source`, `part` and `range`
/// (`startLine`, `startColumn`, `endLine`, `endColumn`; columns count Unicode code points from 1 and
/// the end is the position after the last). Where one code was reported more often than is kept, an
/// object of type `more` says how many times beyond those.
public enum DiagnosticJSONLines {
  /// The diagnostics of a log, every severity.
  public static func text(_ log: DiagnosticLog) -> String {
    var text = ""
    for diagnostic in log.diagnostics { text += line(diagnostic) }
    for (code, count) in log.unkept {
      text +=
        JSONValue.members([
          "type": .string("more"), "code": .string(code), "count": .integer(count),
          "source": log.source.map(JSONValue.string),
        ]).text(.oneLine) + "\n"
    }
    return text
  }

  /// One object that says what became of an input: `type` is `result`, and `output` and `summary`
  /// are there when something was made, `companions` (the paths of files beside it) when there are
  /// any. `embossing` is what embossing it takes: `pages`, `sides` (`single` or `double`), `sheets`,
  /// `volumes`, `cells`, `cellsPerSecond` and, at that speed, `seconds`. `readability` is there when a text
  /// was checked for how easy it is to read: `sentences`, `words`, `syllables`, `longest`, `tooLong`,
  /// `hardWords`, `passives` and, where syllables were counted, `gradeInTenths` (61 is grade 6.1).
  public static func result(
    source: String, output: String?, companions: [String] = [], summary: String?,
    embossing: EmbossingEstimate? = nil, readability: ReadabilityScores? = nil, log: DiagnosticLog
  ) -> String {
    JSONValue.members([
      "type": .string("result"), "source": .string(source), "output": output.map(JSONValue.string),
      "companions": companions.isEmpty ? nil : .array(companions.map(JSONValue.string)),
      "summary": summary.map(JSONValue.string), "embossing": embossing.map(\.json),
      "readability": readability.map(\.json),
      "errors": .integer(log.count(.error)),
      "warnings": .integer(log.count(.warning)), "notes": .integer(log.count(.note)),
    ]).text(.oneLine) + "\n"
  }

  private static func line(_ diagnostic: Diagnostic) -> String {
    JSONValue.members([
      "type": .string("diagnostic"), "code": .string(diagnostic.code),
      "severity": .string(diagnostic.severity.rawValue), "message": .string(diagnostic.message),
      "hint": diagnostic.hint.map(JSONValue.string), "source": diagnostic.source.map(JSONValue.string),
      "part": diagnostic.part.map(JSONValue.string), "range": diagnostic.range.map(JSONValue.range),
    ]).text(.oneLine) + "\n"
  }
}

extension EmbossingEstimate {
  fileprivate var json: JSONValue {
    .members([
      "pages": .integer(pages), "sides": .string(sides.rawValue), "sheets": .integer(sheets),
      "volumes": .integer(volumes), "cells": .integer(cells), "cellsPerSecond": .integer(cellsPerSecond),
      "seconds": .integer(seconds),
    ])
  }
}

extension ReadabilityScores {
  fileprivate var json: JSONValue {
    .members([
      "sentences": .integer(sentences), "words": .integer(words), "syllables": .integer(syllables),
      "longest": .integer(longest), "tooLong": .integer(tooLong), "hardWords": .integer(hardWords),
      "passives": .integer(passives), "gradeInTenths": grade.map { .integer(Int(($0 * 10).rounded())) },
    ])
  }
}

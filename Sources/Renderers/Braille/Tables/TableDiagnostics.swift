import BrailleLayout
import Diagnostics

extension Diagnostic {
  static func tableForm(
    _ form: TableStyle.Form, columns: Int, isAsked: Bool,
    instead misfits: [(form: TableStyle.Form, misfit: TableMisfit)], at range: SourceRange?
  ) -> Diagnostic {
    let reason =
      isAsked
      ? "as was asked for"
      : misfits.isEmpty
        ? "the form the profile tries first"
        : misfits.map { "\($0.form.place) \($0.misfit.words)" }.joined(separator: "; ")
    return Diagnostic(
      "BRL-008", .note,
      "a table of \(columns == 1 ? "1 column" : "\(columns) columns") is brailled \(form.place): \(reason)",
      hint: "choose another form with --table-form, or for one table with data-coformat=\"table: …\"",
      at: range)
  }

  static func formAskedForCannotHold(
    _ asked: TableStyle.Form, _ misfit: TableMisfit, instead form: TableStyle.Form, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      "BRL-040", .warning,
      "a table cannot be brailled \(asked.place), because \(misfit.words): it is brailled \(form.place)",
      hint: "ask for another form, or leave the choice to the profile", at: range)
  }

  static func runTogether(_ kind: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-009", .warning, "a \(kind) inside a table cell is brailled as running text",
      hint: "move it out of the table if its shape matters", at: range)
  }

  static func spansNotRepeated(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      "BRL-020", .warning, "cells that cover many rows stand in the first of them only",
      hint: "writing them in every row would make the table many times as long", at: range)
  }
}

extension TableStyle.Form {
  /// The form after "a table is brailled".
  fileprivate var place: String {
    switch self {
    case .columns: "in columns"
    case .transposed: "with rows and columns transposed"
    case .stairstep: "in stairstep form"
    case .linear: "in linear form"
    case .paragraph: "in paragraph form"
    case .listed: "in listed form"
    }
  }
}

import BrailleTranslation
import Diagnostics

/// The braille code and grade a document gets: what was asked for, or else what its language has.
struct CodeChoice {
  var code: BrailleCode
  /// The name of one of the code's grades.
  var grade: String
  /// Whether the language chose the code, and it is not the one there would be without.
  var isOfLanguage: Bool

  /// Decides.
  ///
  /// A code that is asked for holds, whatever the language. Otherwise, unless languages are to be
  /// written in the document's code, it is the one that serves the language, and UEB where no code of
  /// six dots does or the language is not said.
  ///
  /// - Throws: when there is no such code or grade, or tables of the user's own cannot be used.
  init(_ options: BrailleOptions, language: String?) throws(ConversionFailure) {
    isOfLanguage = false
    let usual = "ueb"
    if let id = options.code {
      code = try BrailleCodes.find(id)
    } else if !options.tables.isEmpty {
      code = try OwnTables.code(options.tables, language: language ?? "und")
      grade = code.grades[0].grade
      if let asked = options.grade?.rawValue { grade = try code.find(grade: asked).grade }
      return
    } else if options.languages == .ownCode, let language, let own = BrailleCodes.serving(language) {
      code = own
      isOfLanguage = own.id != usual
    } else {
      code = try BrailleCodes.find(usual)
    }
    grade = options.grade?.rawValue ?? code.defaultGrade?.grade ?? "1"
    grade = try code.find(grade: grade).grade
    if !options.tables.isEmpty { code = try code.with(tables: options.tables, forGrade: grade) }
  }
}

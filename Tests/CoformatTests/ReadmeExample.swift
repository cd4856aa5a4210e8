import Coformat

/// Makes contracted braille of a report, and says what to look at.
func makeBraille(of report: String, at output: String) throws {
  let conversion = try convert(file: report, to: .braille(BrailleOptions(grade: .two)))
  for diagnostic in conversion.log.diagnostics {
    print(diagnostic.code, diagnostic.message)
  }
  try Destination.path(output).write(conversion.rendition)
}

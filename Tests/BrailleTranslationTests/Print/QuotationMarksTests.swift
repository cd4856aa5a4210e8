import Testing

@testable import BrailleTranslation

@Suite struct QuotationMarksTests {
  @Test(arguments: [
    ("“Hello,” he said", "8,HELLO10 HE SD"), ("\"Hello,\" he said", "8,HELLO10 HE SD"),
    ("“It’s ‘fine’.”", "8,X'S ,8F9E,040"), ("‘was’", ",8WAS,0"),
    ("the dogs’ tails", "! DOGS' TAILS"), ("’tis the ’90s", "'TIS ! '#IJS"), ("the ‘90s", "! '#IJS"),
    ("‘the dogs’ tails’", ",8! DOGS' TAILS,0"), ("6' 2\" x", "#F' #B,7 ;X"), ("„so“", "8S0"),
  ])
  func doubleMarksAreOutermost(_ print: String, braille: String) throws {
    #expect(try Translator.ueb("2").brf(print) == braille)
  }

  /// RUEB 7.6.2: the one-cell signs go to the marks the document uses most.
  @Test(arguments: [
    ("‘Hello,’ he said", "8,HELLO10 HE SD"), ("‘It’s “fine”.’", "8,X'S ^8F9E^040"),
  ])
  func singleMarksAreOutermost(_ print: String, braille: String) throws {
    var survey = PrintSurvey()
    survey.add(print)
    #expect(survey.quotation == .single)
    #expect(try Translator.ueb("2", survey: survey).brf(print) == braille)
  }

  @Test func surveyCountsOutermostMarksOnly() {
    var survey = PrintSurvey()
    survey.add("“He said ‘yes’ and ‘no’ and ‘perhaps’.”")
    survey.add("It’s the dogs’ dinner, ’tis.")
    #expect(survey.quotation == .double)
    survey.add("‘One’ and ‘two’")
    #expect(survey.quotation == .single)
  }
}

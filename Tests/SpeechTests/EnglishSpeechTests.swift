import DocumentModel
import Speech
import Testing

@Suite struct EnglishSpeechTests {
  @Test(arguments: [
    ("It cost £3.50.", "It cost three pounds fifty pence."),
    (
      "£2.5m and $1,200 and €40",
      "two point five million pounds and one thousand two hundred dollars and forty euros"
    ),
    ("£2.5 million was spent.", "two point five million pounds was spent."),
    ("12 May 2024", "the twelfth of May twenty twenty-four"),
    ("On May 12, 2024, we met.", "On May the twelfth, twenty twenty-four, we met."),
    ("2024-05-12", "the twelfth of May twenty twenty-four"),
    ("03/04/2021", "the third of April twenty twenty-one"),
    ("In 1998 and 2005.", "In nineteen ninety-eight and two thousand and five."),
    (
      "1,234,567 people",
      "one million two hundred and thirty-four thousand five hundred and sixty-seven people"
    ),
    ("3.14", "three point one four"), ("2 km", "two kilometres"), ("1 kg", "one kilogram"),
    ("5km", "five kilometres"), ("20%", "twenty per cent"),
    ("37.5°C", "thirty-seven point five degrees Celsius"),
    ("60 km/h", "sixty kilometres per hour"), ("5 m²", "five square metres"),
    ("10⁶", "ten to the power of six"),
    ("pages 10–20", "pages ten to twenty"), ("2019–20", "twenty nineteen to twenty"),
    ("1998-2003", "nineteen ninety-eight to two thousand and three"), ("14:30", "fourteen thirty"),
    ("9:05 am", "nine oh five am"), ("9am", "nine a m"), ("21st", "twenty-first"),
    ("the 1990s", "the nineteen nineties"),
    ("Chapter IV", "Chapter four"), ("Henry VIII", "Henry the eighth"), ("World War II", "World War two"),
    ("e.g. this, i.e. that, etc.", "for example this, that is that, et cetera."),
    ("Dr. Smith and St. John", "Doctor Smith and Saint John"),
    ("See Fig. 3, p. 5 and pp. 7–9.", "See figure three, page five and pages seven to nine."),
    ("No. 7", "number seven"), ("R&D", "R and D"), ("A & B", "A and B"), ("and/or", "and or"),
    ("020 7946 0000", "zero two zero, seven nine four six, zero zero zero zero"),
    ("https://www.example.org/find-it", "example dot org slash find dash it"),
    ("(see gov.uk/help).", "(see gov dot uk slash help)."),
    ("jo.bloggs@example.org", "jo dot bloggs at example dot org"),
    ("clause 4.2.1", "clause four point two point one"),
    ("½ of 2½", "one half of two and a half"), ("1/2 or 3 out of 4", "one half or three out of four"),
    ("−5", "minus five"), ("~50", "about fifty"),
    ("COVID-19", "COVID-19"), ("B12", "B twelve"), ("3x faster", "three times faster"),
    ("100+", "one hundred or more"),
    ("24/7", "twenty-four seven"), ("I don't know.", "I don't know."),
    ("“Yes,” she said.", "“Yes,” she said."),
    ("St. Mary's", "Saint Mary's"), ("5p", "five pence"), ("£1", "one pound"), ("#5", "number five"),
    ("0", "zero"), ("1000", "one thousand"),
  ])
  func `English print is said in words`(print: String, words: String) {
    #expect(SpeechText.spoken(print, language: Language("en-GB")) == words)
  }

  @Test func `American dates begin with the month`() {
    #expect(
      SpeechText.spoken("03/04/2021", language: Language("en-US")) == "the fourth of March twenty twenty-one")
  }

  @Test func `Other languages have their short forms and leave digits to the voice`() {
    #expect(
      SpeechText.spoken("Voir p. 12, M. Dupont", language: Language("fr")) == "Voir page 12, monsieur Dupont")
    #expect(
      SpeechText.spoken("z.B. 3,5 km usw.", language: Language("de")) == "zum Beispiel 3,5 km und so weiter")
    #expect(SpeechText.spoken("x@y.org", language: Language("de")) == "x ät y Punkt org")
  }

  @Test func `What has no sound is gone`() {
    #expect(SpeechText.spoken("a\u{AD}b\u{200B} c\u{202E}", language: nil) == "ab c")
  }
}

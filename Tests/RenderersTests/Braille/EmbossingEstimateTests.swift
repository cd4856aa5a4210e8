import BrailleLayout
import Renderers
import Testing

@Suite struct EmbossingEstimateTests {
  private func pages(_ counts: [[Int]], _ sides: Sides) -> BraillePages {
    let page = Page(number: 1, rows: [Row([1, 0, 1]), Row(kind: .blank)])
    return BraillePages(
      width: 10, height: 5, sides: sides,
      volumes: counts.map { sections in
        Volume(sections: sections.map { Section(pages: Array(repeating: page, count: $0)) })
      })
  }

  @Test func `Single sided, each page is a sheet`() {
    let estimate = EmbossingEstimate(pages([[2, 3], [4]], .single))
    #expect(estimate.pages == 9)
    #expect(estimate.sheets == 9)
    #expect(estimate.volumes == 2)
  }

  @Test func `Double sided, each section begins a sheet`() {
    #expect(EmbossingEstimate(pages([[2, 3], [4]], .double)).sheets == 1 + 2 + 2)
    #expect(EmbossingEstimate(pages([[1, 1, 1]], .double)).sheets == 3)
  }

  @Test func `Lines count up to their last dot, a corner at the far end`() {
    var cornered = Row([1, 1])
    cornered.corner = [0x3C, 1]
    let document = BraillePages(
      width: 10, height: 5, pages: [Page(number: 1, rows: [Row([1, 0, 1]), cornered, Row()])])
    #expect(EmbossingEstimate(document).cells == 3 + 10)
  }

  @Test func `The time is rounded up, and in words to the nearest minute`() {
    let document = pages([[1000]], .single)
    #expect(EmbossingEstimate(document, cellsPerSecond: 7).seconds == 429)
    #expect(
      EmbossingEstimate(document, cellsPerSecond: 7).summary
        == "1000 sheets, 1 volume, about 7 minutes at 7 cells a second")
    #expect(
      EmbossingEstimate(document).summary == "1000 sheets, 1 volume, about 1 minute at 100 cells a second")
    #expect(
      EmbossingEstimate(pages([[2]], .double), cellsPerSecond: 1).summary
        == "1 double-sided sheet, 1 volume, less than a minute at 1 cell a second")
  }

  @Test func `No speed divides by nothing`() {
    #expect(EmbossingEstimate(pages([[1]], .single), cellsPerSecond: 0).cellsPerSecond == 1)
  }
}

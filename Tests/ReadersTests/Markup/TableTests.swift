import DocumentModel
import Testing

@testable import Readers

@Suite("Tables")
struct TableTests {
  @Test("Caption, head, bodies, foot and scopes")
  func structure() throws {
    #expect(
      try outline(
        "<table><caption>C</caption><thead><tr><th>A<th scope=col>B</thead><tbody><tr><th>r<td>1</tbody>"
          + "<tbody><tr><th scope=rowgroup>s<td>2</tbody><tfoot><tr><td colspan=2>t</tfoot></table>")
        == "table2(caption(p(C)) head!column[p(A)]!column[p(B)] row!row[p(r)][p(1)] "
        + "row!rowGroup[p(s)][p(2)] foot2x1[p(t)])")
  }

  @Test("A first row of headings is the head though the source does not say so")
  func impliedHead() throws {
    #expect(
      try outline("<table><tr><th>A<th>B<tr><td>1<td>2</table>")
        == "table2(head!column[p(A)]!column[p(B)] row[p(1)][p(2)])")
    #expect(
      try outline("<table><tr><th rowspan=2>A<th>B<tr><td>2</table>")
        == "table2(row!column1x2[p(A)]!column[p(B)] row[p(2)])")
  }

  @Test("Spans are cut to what is there")
  func spans() throws {
    #expect(
      try outline("<table><tr><td colspan=1000000000 rowspan=1000000000>a<td>b<tr><td>c</table>")
        == "table2(row1x2[p(a)][p(b)] row[p(c)])")
    #expect(
      try outline("<table><tr><td colspan=3>a<tr><td>b<td>c<td>d</table>")
        == "table3(row3x1[p(a)] row[p(b)][p(c)][p(d)])")
    #expect(
      try outline("<table><tr><td rowspan=0>a<td>b<tr><td>c</table>")
        == "table2(row1x2[p(a)][p(b)] row[p(c)])")
  }

  @Test("Alignment belongs to the column where all its cells agree")
  func alignment() throws {
    let outline = try Outline(
      "<table><tr><th align=right>A<th>B<tr><td align=right>1<td align=center>2</table>")
    guard case .table(let table)? = outline.document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.alignment) == [.end, nil])
    #expect(table.bodies[0].rows[0].cells.map(\.alignment) == [nil, .centre])
    #expect(
      try Outline("<table><colgroup><col><col align=center></colgroup><tr><td>a<td>b</table>")
        .columnAlignments == [nil, .centre])
  }

  @Test("Nested tables, blocks in cells, summaries, tables for looks")
  func nesting() throws {
    #expect(
      try outline("<table summary='how'><tr><td><p>a</p><table><tr><td>b</table></table>")
        == "table1(row[p(a) table1(row[p(b)])])")
    #expect(try outline("<table role=presentation><tr><td>a<td>b</table>") == "p(a) p(b)")
    #expect(try outline("<table><tr>stray<td>a</table>") == "p(stray) table1(row[p(a)])")
    #expect(try outline("<p>a</p><table></table>") == "p(a)")
  }

  @Test("A cell with ten thousand neighbours that all claim a thousand columns stays small")
  func manySpans() throws {
    let cells = String(repeating: "<td colspan=1000 rowspan=65534>x", count: 2_000)
    let outline = try Outline("<table><tr>" + cells + "<tr><td>y</table>")
    guard case .table(let table)? = outline.document.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.count == 2_001)
  }
}

extension Outline {
  fileprivate var columnAlignments: [Alignment?] {
    guard case .table(let table)? = document.blocks.first else { return [] }
    return table.columns.map(\.alignment)
  }
}

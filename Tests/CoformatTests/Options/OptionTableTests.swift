import Coformat
import Testing

@Suite struct OptionTableTests {
  @Test func `No key and no letter occurs twice`() {
    let definitions = BrailleOptions.table.definitions + ReadingOptions.table.definitions
    #expect(Set(definitions.map(\.key)).count == definitions.count)
    let letters = definitions.compactMap(\.letter)
    #expect(Set(letters).count == letters.count)
  }

  @Test func `Every option of braille reaches the options`() throws {
    let given = [
      "grade": "1", "code": "ueb", "to": "pef", "profile": "bana", "cells": "32", "lines": "27",
      "line-spacing": "double", "line-ending": "lf", "links": "addresses", "producer": "A press",
      "languages": "document-code", "table": "en-ueb-g1.ctb", "notes": "foot", "table-form": "listed",
      "brf-case": "lower", "form-feed": "between", "padding": "none", "unicode-blank": "space",
      "proof": "yes", "concordance": "json", "embosser-speed": "60",
      "front-matter": "full", "contents": "no", "contents-pages": "both", "max-pages": "60",
      "sides": "double", "volume-files": "each", "references": "pages",
    ]
    let options = try BrailleOptions(BrailleOptions.table.validate(given))
    #expect(options.tables.count == 1 && options.tables[0].hasSuffix("/en-ueb-g1.ctb"))
    #expect(
      options
        == BrailleOptions(
          grade: .one, code: "ueb", tables: options.tables, languages: .documentCode, fileType: .pef,
          profile: "bana", cells: 32, lines: 27, lineSpacing: .double,
          text: TextFileOptions(
            lineEnding: .lf, letterCase: .lower, formFeeds: .between, padding: .none, blank: .space),
          links: .addresses,
          notes: .foot, tableLayout: .listed, producer: "A press",
          proofing: ProofingOptions(proof: .html, concordance: .json, embosserSpeed: 60),
          frontMatter: .full, contents: .no, contentsPages: .both, maximumPages: 60, sides: .double,
          volumeFiles: .each, references: .pages))
    #expect(Set(BrailleOptions.table.definitions.map(\.key)) == Set(given.keys))
  }

  @Test func `No value gives the defaults`() throws {
    #expect(try BrailleOptions(BrailleOptions.table.validate([:])) == BrailleOptions())
  }

  @Test(arguments: [
    ("gradde", "1", "OPT-001"), ("to", "pfe", "OPT-002"), ("cells", "forty", "OPT-003"),
    ("cells", "9", "OPT-003"), ("lines", "99999999999999999999", "OPT-003"),
  ])
  func `A wrong key or value is refused`(key: String, value: String, code: String) {
    let failure = #expect(throws: ConversionFailure.self) { try BrailleOptions.table.validate([key: value]) }
    #expect(failure?.diagnostic.code == code)
    #expect(failure?.diagnostic.hint != nil)
  }

  @Test(arguments: [("code", "uebb", "BT-001"), ("grade", "7", "BT-002")])
  func `A code or a grade there is not is refused`(key: String, value: String, code: String) throws {
    let values = try BrailleOptions.table.validate([key: value])
    let failure = #expect(throws: ConversionFailure.self) { try BrailleOptions(values) }
    #expect(failure?.diagnostic.code == code)
  }
}

import Diagnostics
import DocumentModel
import Readers
import Testing

@testable import EasyRead

/// What an author writes down about easy read.
@Suite("Author file") struct AuthorFileTests {
  /// A file read, and what is wrong with it.
  static func read(_ yaml: String) throws -> (file: AuthorFile, problems: [Diagnostic]) {
    var problems: [Diagnostic] = []
    let value = try StructuredText.read(Array(yaml.utf8))
    let file = AuthorFile(value, at: AuthorFile.Place(source: "a.yml"), problems: &problems)
    return (file, problems)
  }

  @Test("Every field is read")
  func fields() throws {
    let (file, problems) = try Self.read(
      """
      replace:
        commence: start
        In receipt of: getting
      keep: [council tax, ward]
      define:
        household: A household is all the people in one home.
      accept:
        - 3f09a1c2.brackets
        - 3f09a1c2.brackets.2
      sentences:
        - original: The   board met.
          write: |
            The board met.

            It met today.
        - original: See Annex B.
          leave-out: There is none.
        - id: 0123abCD
          write: [One., Two.]
      pictures:
        - heading: How to pay
          file: images/pay.png
          description: A person pays.
        - sentence: The board met.
          file: images/board.png
      leave-out:
        - heading: Annex B
          reason: It is for officers.
      """)
    #expect(problems.isEmpty)
    #expect(file.decisions.replacements == ["commence": "start", "In receipt of": "getting"])
    #expect(file.decisions.keep == ["council tax", "ward"])
    #expect(file.decisions.definitions["household"] == "A household is all the people in one home.")
    #expect(file.acceptance == .only(["3f09a1c2.brackets", "3f09a1c2.brackets.2"]))
    #expect(file.decisions.sentences[SentenceID.of("The board met.")] == ["The board met.", "It met today."])
    #expect(file.decisions.sentences[SentenceID.of("See Annex B.")] == [])
    #expect(file.decisions.sentences["0123abcd"] == ["One.", "Two."])
    #expect(file.pictures.map(\.file) == ["images/pay.png", "images/board.png"])
    #expect(file.pictures[0].subject == .heading("How to pay"))
    #expect(file.pictures[0].description == "A person pays.")
    #expect(file.pictures[1].description == nil)
    #expect(file.leftOut.map(\.reason) == ["It is for officers."])
    #expect(file.replacements[1].place.range?.start.line == 3)
    #expect(file.replacements[1].place.source == "a.yml")
  }

  @Test(
    "All suggestions can be accepted, or none", arguments: [("all", true), ("none", false), ("[all]", true)])
  func accepting(value: String, isAll: Bool) throws {
    let (file, problems) = try Self.read("accept: \(value)")
    #expect(problems.isEmpty)
    #expect(file.acceptance == (isAll ? .all : .none))
  }

  @Test(
    "Nothing, comments and empty fields decide nothing", arguments: ["", "# later\n", "replace:\nkeep: ~\n"])
  func nothing(yaml: String) throws {
    let (file, problems) = try Self.read(yaml)
    #expect(problems.isEmpty)
    #expect(file == AuthorFile())
  }

  @Test(
    "What is wrong is said, with its line and a way out",
    arguments: [
      ("replcae:\n  a: b\n", "EZA-002", 1, "did you mean 'replace'?"),
      ("keep: [a]\nsentences:\n  - original: A.\n    wirte: B.\n", "EZA-002", 4, "did you mean 'write'?"),
      ("- a\n", "EZA-003", nil, "write fields"),
      ("replace: [a, b]\n", "EZA-003", 1, "a line for each word"),
      ("define:\n  word: [a]\n", "EZA-003", 2, "what it means"),
      ("accept: [brackets]\n", "EZA-003", 1, "3f09a1c2.brackets"),
      ("sentences:\n  - id: xyz\n    write: A.\n", "EZA-003", 2, "eight digits"),
      ("sentences:\n  - just words\n", "EZA-003", 1, "'- '"),
      ("sentences:\n  - original: A.\n", "EZA-004", 2, "delete the entry"),
      ("sentences:\n  - write: A.\n", "EZA-004", 2, "delete the entry"),
      ("pictures:\n  - heading: A\n", "EZA-004", 2, "delete the entry"),
      ("pictures:\n  - file: a.png\n", "EZA-004", 2, "delete the entry"),
      ("leave-out:\n  - heading: A\n", "EZA-004", 2, "delete the entry"),
      ("keep: [a]\nkeep: [b]\n", "EZA-005", 2, "delete one"),
      ("replace:\n  word: a\n  Word: b\n", "EZA-005", 3, "delete one"),
      ("sentences:\n  - original: A.\n    write: B.\n    leave-out: C.\n", "EZA-006", 2, "keep one"),
      ("sentences:\n  - original: A.\n    id: '00000000'\n    write: B.\n", "EZA-007", 2, "delete the id"),
    ] as [(String, String, Int?, String)])
  func faults(yaml: String, code: String, line: Int?, hint: String) throws {
    let problems = try Self.read(yaml).problems
    let problem = try #require(problems.first { $0.code == code }, "\(problems)")
    #expect(problem.severity == .error)
    #expect(problem.range?.start.line == line)
    #expect(problem.hint?.contains(hint) == true, "\(problem.hint ?? "")")
    #expect(problem.source == "a.yml")
  }

  @Test("What is no YAML is a problem with its line")
  func broken() {
    do throws(StructuredText.Problem) {
      _ = try StructuredText.read(Array("replace:\n  a: \"b\nkeep: [".utf8))
      Issue.record("it was read")
    } catch {
      #expect(error.range.start.line >= 2)
      #expect(!error.message.isEmpty)
    }
  }

  @Test("Of two files the first counts, and it is said")
  func merging() throws {
    let first = try Self.read("replace: { a: b }\nkeep: [c]\n").file
    let second = try Self.read("replace: { A: x, d: e }\naccept: all\n").file
    var problems: [Diagnostic] = []
    let sum = first.adding(second, problems: &problems)
    #expect(sum.decisions.replacements == ["a": "b", "d": "e"])
    #expect(sum.acceptsAll)
    #expect(problems.map(\.code) == ["EZA-008"])
  }
}

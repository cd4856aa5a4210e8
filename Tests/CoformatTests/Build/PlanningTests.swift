import TestSupport
import Testing

@testable import Coformat

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.md", "report.md", true), ("*.md", "a/report.md", false), ("**/*.md", "report.md", true),
    ("**/*.md", "a/b/report.md", true), ("a/**", "a/b/c.md", true), ("a/**", "b/a.md", false),
    ("a/**/c.md", "a/c.md", true), ("r?port.md", "report.md", true), ("r?port.md", "rport.md", false),
    ("[a-c]*.md", "beta.md", true), ("[!a-c]*.md", "beta.md", false), ("[]x].md", "].md", true),
    ("*-*.md", "a-b-c.md", true), ("*a*b", "xaxbx", false), ("[a.md", "[a.md", true),
    ("./x.md", "x.md", true),
  ])
  func `Patterns find what they say`(pattern: String, path: String, fits: Bool) {
    #expect(Glob(pattern).matches(path) == fits)
  }

  @Test func `No pattern takes long`() {
    let pattern = Glob(String(repeating: "**/", count: 40) + String(repeating: "*a", count: 40))
    let path = String(repeating: "a/", count: 200) + String(repeating: "a", count: 200) + "b"
    #expect(!pattern.matches(path))
  }

  @Test(arguments: [
    ("reports/2026/*.md", "reports/2026"), ("*.md", "."), ("/a/b*/c.md", "/a"), ("/*.md", "/"),
  ])
  func `The search begins where the pattern does`(pattern: String, folder: String) {
    #expect(Glob.fixedFolder(of: pattern) == folder)
  }
}

@Suite struct NamingPatternTests {
  private func fault(_ text: String) -> String? {
    var fault: String?
    return NamingPattern(text, fault: &fault) == nil ? fault : nil
  }

  @Test func `Words in braces stand for what they say`() {
    let path = NamingPattern.usual.path(
      source: "2026/{format}.md", format: "epub", fileExtension: "epub", isWhole: false)
    #expect(path == "2026/{format}-epub.epub")
    #expect(
      NamingPattern.usual.path(source: "a.md", format: "pef-2", fileExtension: "pef", isWhole: true)
        == "a.md-pef-2.pef")
  }

  @Test(arguments: [
    "{name}.{extension}", "{format}.{extension}", "{name}-{format}", "../{name}-{format}.{extension}",
    "/{name}-{format}.{extension}", "{name}-{format}.{extension}{", "{nmae}-{format}.{extension}",
  ])
  func `What would mix files up is refused`(text: String) { #expect(fault(text) != nil) }
}

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4 and one that fills many blocks, of which others' programs say the same.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `Digests are those of the standard`(text: String, digest: String) {
    #expect(SHA256.digest(Array(text.utf8)) == digest)
    var hash = SHA256()
    for piece in stride(from: 0, to: text.utf8.count, by: 77_777) {
      hash.add(Array(text.utf8.dropFirst(piece).prefix(77_777)))
    }
    #expect(hash.finish() == digest)
  }
}

@Suite struct ShardTests {
  private func reports(_ sizes: [Int]) -> [BuildPlan.Report] {
    sizes.enumerated().map { number, size in
      BuildPlan.Report(
        source: SourceSearch.Found(
          path: "r\(number).md", relative: "r\(number).md", size: size, selection: 0),
        keepsExtension: false)
    }
  }

  @Test(arguments: 1...9) func `Every report is in one part`(count: Int) throws {
    let reports = reports((0..<100).map { ($0 * 7_919) % 1_000 * 1_000 })
    var all: [Int] = []
    var loads: [Int] = []
    for index in 1...count {
      let own = try #require(Shard(index: index, of: count)).reports(of: reports)
      all += own
      loads.append(own.reduce(0) { $0 + reports[$1].source.size })
    }
    #expect(all.sorted() == Array(0..<100))
    let (least, most) = (try #require(loads.min()), try #require(loads.max()))
    #expect(Double(most - least) <= 0.05 * Double(most), "\(loads)")
  }

  @Test(arguments: ["0/3", "4/3", "3", "a/b", "1/0", "1/99999", "1/2/3", "-1/3"])
  func `A part that there is not is refused`(text: String) { #expect(Shard(text) == nil) }

  @Test(arguments: [
    (["SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "3"], "3/4"),
    (["JOB_COMPLETION_INDEX": "0", "JOB_COMPLETIONS": "8"], "1/8"),
    (["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "3"], "2/3"),
    (["CIRCLE_NODE_INDEX": "1", "CIRCLE_NODE_TOTAL": "2"], "2/2"),
    (["BUILDKITE_PARALLEL_JOB": "0", "BUILDKITE_PARALLEL_JOB_COUNT": "2"], "1/2"),
  ])
  func `The environment of a job says which part it does`(variables: [String: String], shard: String) {
    #expect(Shard.inEnvironment { variables[$0] } == Shard(shard))
  }

  @Test func `Outside of jobs there is no part`() {
    #expect(Shard.inEnvironment { _ in nil } == nil)
    #expect(Shard.inEnvironment { ["CI_NODE_TOTAL": "3"][$0] } == nil)
  }
}

import Foundation
import TestSupport
import Testing

@testable import Coformat

/// What `--watch` takes for a change.
@Suite struct BuildWatchTests {
  private let folder: TemporaryFolder
  private let run: BuildRun

  init() throws {
    folder = try TemporaryFolder()
    var configuration = BuildConfiguration()
    configuration.folder = folder.path
    configuration.sources = [SourceSelection("*.md")]
    configuration.output = folder("out")
    var run = BuildRun(configuration, worker: WorkerCommand(program: "", arguments: []))
    run.cache = folder("cache")
    self.run = run
    try write("one.md", "# One\n")
  }

  private func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: folder(name)))
  }

  @Test func `Nothing has changed where nothing was touched`() {
    var watch = BuildWatch(run, configuration: folder("coformat.yml"))
    watch.noteWhatWasFound()
    #expect(!watch.hasChanged())
  }

  @Test func `What comes, changes or goes while a build runs is a change`() throws {
    for change in ["comes", "changes", "goes", "is configured"] {
      try write("two.md", "# Two\n")
      var watch = BuildWatch(run, configuration: folder("coformat.yml"))
      switch change {
      case "comes": try write("three.md", "# Three\n")
      case "changes": try write("two.md", "# Two, and longer\n")
      case "goes": try FileManager.default.removeItem(atPath: folder("two.md"))
      default: try write("coformat.yml", "title: A\n")
      }
      watch.noteWhatWasFound()
      #expect(watch.hasChanged(), "\(change)")
    }
  }
}

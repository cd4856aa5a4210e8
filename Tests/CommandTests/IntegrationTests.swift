import Foundation
import TestSupport
import Testing

/// What is there for other systems (`Integrations`, `action.yml`, the hook for pre-commit) asks the program
/// for nothing it does not have.
@Suite struct IntegrationTests {
  /// The files, and how many commands each gives the program.
  private static let files = [
    ("action.yml", 2), (".pre-commit-hooks.yaml", 1), ("Integrations/gitlab/formats.gitlab-ci.yml", 2),
    ("Integrations/kubernetes/build-job.yaml", 2), ("Integrations/slurm/build.sbatch", 2),
    ("Integrations/github/formats.yml", 0), ("Integrations/Containerfile", 0),
  ]

  private static let commands = [
    "build", "init", "braille", "large-print", "easy-read", "epub", "daisy", "audio", "check", "inspect",
    "formats", "codes",
  ]

  private func text(_ path: String) throws -> String {
    try String(contentsOf: SharedData.packageRoot.appending(path: path), encoding: .utf8)
  }

  /// The commands a file gives the program: `coformat build …` to the end of the line or of the quotation,
  /// and `args: [build, …]` of a container whose program it is.
  private func commands(in text: String) -> [[String]] {
    var found: [[String]] = []
    for line in text.split(separator: "\n") {
      if let match = line.firstMatch(of: /args: \[(.*)\]/) {
        found.append(match.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) })
      }
      for match in line.matches(of: /coformat ([a-z-]+)(?=[ '\n]|$)([^']*)/)
      where Self.commands.contains(String(match.1)) {
        found.append(
          [String(match.1)] + match.2.split(separator: " ").map { $0.trimmingCharacters(in: ["\"", "'"]) })
      }
    }
    return found
  }

  private func help(_ command: String) throws -> String {
    let folder = try TemporaryFolder()
    let outcome = try BuiltProgram.run([command, "--help"], in: URL(filePath: folder.path))
    #expect(outcome.exitCode == 0)
    return String(decoding: outcome.output, as: UTF8.self)
  }

  @Test(arguments: files) func `Every option that is passed is in the help of its command`(
    path: String, count: Int
  ) throws {
    let commands = commands(in: try text(path))
    #expect(commands.count == count, "\(commands)")
    for command in commands {
      let help = try help(command[0])
      let options = Set(help.matches(of: /--?[a-z]+(?:-[a-z]+)*/).map { String($0.output) })
      for argument in command.dropFirst() where argument.hasPrefix("-") {
        let name = argument.split(separator: "=")[0]
        #expect(options.contains(String(name)), "\(path): coformat \(command[0]) has no \(name)")
      }
    }
  }

  @Test func `Every file that is there for others is looked at`() throws {
    let place = SharedData.packageRoot.appending(path: "Integrations").path
    let there = (FileManager.default.enumerator(atPath: place)?.allObjects as? [String] ?? []).filter {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(place)/\($0)", isDirectory: &isFolder)
      return !isFolder.boolValue
    }
    #expect(there.count > 4)
    for name in there { #expect(Self.files.contains { $0.0 == "Integrations/\(name)" }, "\(name)") }
  }

  @Test func `A fault is seen`() {
    let planted = """
      args: [build, --merg]
      # sbatch --wrap 'coformat build --shard 1/1 --joined'
      run: coformat check --loud "$X"
      """
    #expect(
      commands(in: planted) == [
        ["build", "--merg"], ["build", "--shard", "1/1", "--joined"], ["check", "--loud", "$X"],
      ])
  }

  /// What an action hands on is what it takes in.
  @Test func `The action has every input it uses, and uses every one`() throws {
    let text = try text("action.yml")
    let inputs = text.split(separator: "inputs:\n")[1].split(separator: "\nruns:")[0]
    let names = Set(inputs.matches(of: /(?m)^  ([a-z-]+):$/).map { String($0.1) })
    let used = Set(text.matches(of: /inputs\.([a-z-]+)/).map { String($0.1) })
    #expect(names == used && names.count == 4)
  }

  /// What files are passed on to the program as its options' choices.
  @Test func `The choices that are named are there`() throws {
    let action = try text("action.yml")
    for choice in ["note", "warning", "error", "never"] {
      #expect(action.contains(choice))
      #expect(try help("build").contains(choice))
    }
  }
}

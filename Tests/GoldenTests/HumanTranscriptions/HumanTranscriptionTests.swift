import TestSupport
import Testing

/// The same document as ours and as human transcribers brailled it: the words are the same, and so is
/// every line but for the differences listed in `Differences.swift`.
@Suite(.enabled(if: SharedData.isPresent)) struct HumanTranscriptionTests {
  @Test(arguments: Transcription.all) func everyLineIsTheSameButForTheListedDifferences(
    transcription: Transcription
  ) throws {
    let ours = try transcription.ourPages(applying: transcription.differences)
    let theirs = try transcription.theirPages(applying: transcription.differences)
    #expect(theirs.count > 1)
    for (number, (ours, theirs)) in zip(ours, theirs).enumerated() {
      #expect(ours == theirs, "page \(number + 1)")
    }
    #expect(ours.count == theirs.count)
  }

  /// A difference that is none any more leaves the list.
  @Test(arguments: Transcription.all) func everyListedDifferenceIsOne(transcription: Transcription) throws {
    for index in transcription.differences.indices {
      var others = transcription.differences
      let one = others.remove(at: index)
      let ours = try transcription.ourPages(applying: others)
      let theirs = try transcription.theirPages(applying: others)
      #expect(ours != theirs, "\(one.name)")
      #expect(!one.reason.isEmpty)
    }
  }

  @Test(arguments: Transcription.all) func wordsAreTheSame(transcription: Transcription) throws {
    let wordDifferences = transcription.differences.filter {
      if case .indicator = $0.change { true } else { false }
    }
    let ours = try transcription.words(of: transcription.ourPages(applying: []))
    let theirs = try transcription.words(of: transcription.theirPages(applying: wordDifferences))
    #expect(ours.count > 600)
    #expect(ours == theirs)
  }
}

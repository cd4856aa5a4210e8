/// The ways to part a sentence that are only offered, in the order they are tried.
enum OfferedSplits {
  static func splits(_ reading: Reading) -> [Split] {
    guard reading.canBeParted, !reading.leadsListIn else { return [] }
    var splits = ColonRule.splits(reading)
    splits += BracketRule.splits(reading)
    splits += AppositionRule.splits(reading)
    splits += SubordinationRule.splits(reading)
    splits += ParticipleRule.splits(reading)
    splits += SharedAuxiliaryRule.splits(reading)
    splits += RelativeClauseRule.restrictive(reading)
    if reading.wordCount > 15 { splits += PhraseRule.splits(reading) }
    return splits
  }
}

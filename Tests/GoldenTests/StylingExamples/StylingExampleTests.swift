import TestSupport
import Testing

/// The examples of good braille formatting that BANA's transcribers made for the eBraille working
/// group, against what we make of the same documents, cell by cell.
///
/// Their licence is not known to allow copying, so nothing of their text is here: `Recipes` holds a
/// description of each, and the words come from the example when the test runs.
@Suite(.enabled(if: SharedData.isPresent)) struct StylingExampleTests {
  @Test func everyExampleHasARecipe() throws {
    let examples = Set(
      SharedData.files(below: Recipe.folder, extensions: ["brf"])
        .map { $0.pathComponents.suffix(2).joined(separator: "/") })
    #expect(examples.count == 49)
    #expect(Set(Recipe.all.compactMap { $0["example"] }) == examples)
  }

  @Test(arguments: Recipe.all.filter { $0["differs"] == nil }) func isReproduced(recipe: Recipe) throws {
    let example = try recipe.example()
    let ours = try recipe.part(of: recipe.ours(from: example))
    let differences = ours.differences(from: recipe.part(of: example))
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  /// One that is reproduced after all leaves the list of those that are not.
  @Test func `Those that differ are as listed`() throws {
    for recipe in Recipe.all where recipe["differs"] != nil && recipe.hasSource {
      let example = try recipe.example()
      #expect(try recipe.part(of: recipe.ours(from: example)) != recipe.part(of: example), "\(recipe)")
    }
  }
}

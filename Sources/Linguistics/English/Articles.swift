/// `a` and `an`: by how a word sounds at its beginning.
enum Articles {
  /// Beginnings with a vowel letter that sound like *you* or *one*.
  private static let consonants = [
    "uni", "use", "usu", "uti", "ute", "ura", "uto", "ubi", "eu", "ewe", "one", "once", "ufo", "ukr", "uran",
    "euro", "ukulele",
    "ur-",
  ]
  /// Those of them that begin with a vowel all the same.
  private static let vowelsAfterAll = ["unin", "unim", "unid", "unil", "unint", "onei", "usher"]
  /// Words whose h is not said.
  private static let silent = ["hour", "honest", "honour", "honor", "heir"]
  /// Letters whose names begin with a vowel.
  private static let vowelNames = "AEFHILMNORSX"

  static func indefinite(before word: String) -> String {
    let written = word.drop { !$0.isLetter && !$0.isNumber }
    guard let first = written.first else { return "a" }
    if first.isNumber { return number(written) }
    let lowered = written.lowercased()
    let letters = written.prefix { $0.isLetter }
    // Letters that are said one by one: an NHS, a UK; but NATO and the like are words.
    if letters.count > 1, letters.allSatisfy(\.isUppercase) {
      if letters.count <= 3 || !letters.contains(where: { "AEIOU".contains($0) }) {
        return vowelNames.contains(first) ? "an" : "a"
      }
    }
    if letters.count == 1 { return vowelNames.contains(first.uppercased()) ? "an" : "a" }
    if silent.contains(where: lowered.hasPrefix) { return "an" }
    if vowelsAfterAll.contains(where: lowered.hasPrefix) { return "an" }
    if consonants.contains(where: lowered.hasPrefix) { return "a" }
    return "aeiou".contains(lowered.prefix(1)) ? "an" : "a"
  }

  /// 8, 11, 18, 80 and 800 begin with a vowel, 1,100 does not.
  private static func number(_ written: Substring) -> String {
    let digits = written.prefix { $0.isNumber || $0 == "," }.filter(\.isNumber)
    if digits.first == "8" { return "an" }
    return (digits.hasPrefix("11") || digits.hasPrefix("18")) && digits.count % 3 == 2 ? "an" : "a"
  }
}

/// Syllables: by rule, and by a table of the words where the rule is wrong.
enum Syllables {
  /// The syllables of a word in small letters.
  static func count(in word: String) -> Int {
    if let place = EnglishData.syllables.place(of: word) { return EnglishData.syllables.byte(place) }
    return byRule(word)
  }

  /// Groups of vowels, without those that are not said. The same as `rule_syllables` in
  /// Scripts/language/make-word-tables.py.
  static func byRule(_ word: String) -> Int {
    let letters = Array(word.utf8)
    func isVowel(_ place: Int) -> Bool { place >= 0 && "aeiouy".utf8.contains(letters[place]) }
    func ends(_ ending: String) -> Bool {
      letters.count >= ending.utf8.count && letters.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
    let count = letters.count
    var groups = 0
    for place in letters.indices where isVowel(place) && !isVowel(place - 1) { groups += 1 }
    if ends("e"), count > 2, !isVowel(count - 2) {
      if !(ends("le") && count > 3 && !isVowel(count - 3)) { groups -= 1 }
    } else if ends("es"), count > 3, !isVowel(count - 3), !"szxcg".utf8.contains(letters[count - 3]) {
      let isLes = letters[count - 3] == UInt8(ascii: "l") && count > 4 && !isVowel(count - 4)
      if !isLes, !ends("ches"), !ends("shes") { groups -= 1 }
    } else if ends("ed"), count > 3, !isVowel(count - 3), !"td".utf8.contains(letters[count - 3]) {
      groups -= 1
    }
    return max(groups, 1)
  }
}

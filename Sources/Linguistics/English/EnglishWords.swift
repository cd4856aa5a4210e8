/// Closed lists of English words.
enum EnglishWords {
  /// What stands before a hyphen without being a word, so that the hyphen stays.
  static let prefixes: Set<String> = words(
    """
    e anti counter co re pre non un multi semi ex inter intra sub super ultra pro bi tri mid over under vice \
    micro mini mega meta macro quasi pseudo neo post trans uni de dis mis auto eco bio geo hydro electro psycho \
    socio socio afro anglo euro indo sino franco extra infra hyper hypo proto tele thermo x t
    """)

  /// Words that are written with a full stop after them.
  static let abbreviations: Set<String> = words(
    """
    mr mrs ms mx messrs dr drs prof profs rev hon st sr jr jnr snr fr gen maj col lt capt cpt cmdr sgt cpl adm gov \
    sen rep reps sens pres supt insp det dept asst assoc vs viz etc al ca approx esp incl excl inc ltd co corp bros \
    no nos vol vols fig figs eq eqs pp para paras ch chap sec secs art ex app ref refs tab tel ext cf ed eds ave \
    blvd rd sq jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri univ govt dist \
    natl intl min max est ft oz lb lbs hr hrs mins ph.d m.d b.a m.a vol
    """)

  /// Those of them that keep it when it also ends the sentence.
  static let abbreviationsAtEnd: Set<String> = words("etc inc ltd co corp jr sr al bros ph.d")

  private static let domains = [
    ".com", ".org", ".net", ".gov", ".edu", ".uk", ".eu", ".info", ".ie", ".scot", ".wales", ".html", ".htm",
    ".pdf", ".doc", ".docx", ".xls", ".xlsx",
  ]

  /// Whether a word in small letters looks like `example.org` or `file.pdf`.
  static func hasDomain(_ word: String) -> Bool {
    guard word.utf8.contains(0x2E) else { return false }
    return domains.contains { domain in
      word.hasSuffix(domain) && word.utf8.count > domain.utf8.count || word.contains(domain + "/")
    }
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

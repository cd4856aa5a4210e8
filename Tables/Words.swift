extension Tables {
  /// The words the program adds of its own, by the tag of their language, English first: tab-separated
  /// lines each.
  public static var words: [(language: String, lines: [UInt8])] {
    [
      ("en", PackageResources.en_tsv), ("cy", PackageResources.cy_tsv), ("ga", PackageResources.ga_tsv),
      ("fr", PackageResources.fr_tsv), ("de", PackageResources.de_tsv), ("es", PackageResources.es_tsv),
      ("pt", PackageResources.pt_tsv), ("it", PackageResources.it_tsv), ("nl", PackageResources.nl_tsv),
      ("pl", PackageResources.pl_tsv), ("uk", PackageResources.uk_tsv), ("ru", PackageResources.ru_tsv),
      ("el", PackageResources.el_tsv), ("tr", PackageResources.tr_tsv), ("ar", PackageResources.ar_tsv),
      ("fa", PackageResources.fa_tsv), ("ur", PackageResources.ur_tsv), ("hi", PackageResources.hi_tsv),
      ("pa", PackageResources.pa_tsv), ("pa-Arab", PackageResources.pa_Arab_tsv),
      ("bn", PackageResources.bn_tsv), ("gu", PackageResources.gu_tsv), ("zh", PackageResources.zh_tsv),
      ("zh-Hant", PackageResources.zh_Hant_tsv), ("so", PackageResources.so_tsv),
    ]
  }
}

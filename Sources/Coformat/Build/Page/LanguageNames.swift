/// What languages are called in English.
enum LanguageNames {
  private static let names: [String: String] = [
    "en": "English", "cy": "Welsh", "ga": "Irish", "gd": "Scottish Gaelic", "fr": "French", "de": "German",
    "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "ro": "Romanian",
    "uk": "Ukrainian", "ru": "Russian", "tr": "Turkish", "ar": "Arabic", "fa": "Persian", "ur": "Urdu",
    "hi": "Hindi", "bn": "Bengali", "gu": "Gujarati", "pa": "Punjabi", "ta": "Tamil", "so": "Somali",
    "zh": "Chinese", "el": "Greek", "lt": "Lithuanian", "bg": "Bulgarian", "hu": "Hungarian",
  ]

  /// The name of a language; its tag where it has none here.
  static func english(_ tag: String) -> String {
    names[tag.prefix { $0 != "-" && $0 != "_" }.lowercased()] ?? tag
  }
}

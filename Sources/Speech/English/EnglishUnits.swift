/// Units, currencies and short forms of large numbers, as they are said after a number in English.
enum EnglishUnits {
  /// A unit in the singular and the plural.
  struct Unit {
    var one: String
    var many: String
  }

  static func unit(_ sign: Substring) -> Unit? {
    if let words = table[String(sign)] { return words }
    // Something per something: km/h, mg/l.
    let parts = sign.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let top = table[String(parts[0])], let bottom = table[String(parts[1])] else {
      return nil
    }
    return Unit(one: "\(top.one) per \(bottom.one)", many: "\(top.many) per \(bottom.one)")
  }

  private static let table: [String: Unit] = {
    let plain = [
      "km kilometre", "m metre", "cm centimetre", "mm millimetre", "nm nanometre", "kg kilogram", "g gram",
      "mg milligram", "l litre", "L litre", "ml millilitre", "mL millilitre", "h hour", "hr hour", "hrs hour",
      "min minute", "mins minute", "s second", "sec second", "secs second", "ms millisecond", "W watt",
      "kW kilowatt", "MW megawatt", "GW gigawatt", "kWh kilowatt-hour", "MWh megawatt-hour",
      "GWh gigawatt-hour",
      "TWh terawatt-hour", "V volt", "A amp", "J joule", "kJ kilojoule", "kcal kilocalorie", "KB kilobyte",
      "kB kilobyte", "MB megabyte", "GB gigabyte", "TB terabyte", "Mbps megabit/s", "Gbps gigabit/s",
      "ha hectare", "t tonne", "lb pound", "lbs pound", "oz ounce", "mi mile", "yd yard", "dB decibel",
      "px pixel",
      "kbit kilobit", "Pa pascal", "kPa kilopascal", "N newton",
    ]
    var table: [String: Unit] = [:]
    for entry in plain {
      let parts = entry.split(separator: " ")
      let word = String(parts[1])
      table[String(parts[0])] =
        word.hasSuffix("/s")
        ? Unit(one: "\(word.dropLast(2)) per second", many: "\(word.dropLast(2))s per second")
        : Unit(one: word, many: word + "s")
    }
    for (sign, word) in [
      ("%", "per cent"), ("‰", "per thousand"), ("Hz", "hertz"), ("kHz", "kilohertz"), ("MHz", "megahertz"),
      ("GHz", "gigahertz"), ("mph", "miles per hour"), ("km/h", "kilometres per hour"),
      ("kph", "kilometres per hour"),
      ("K", "kelvin"), ("pp", "percentage points"), ("ppm", "parts per million"),
      ("fps", "frames per second"),
      ("dpi", "dots per inch"),
    ] { table[sign] = Unit(one: word, many: word) }
    for (sign, one, many) in [
      ("°C", "degree Celsius", "degrees Celsius"), ("℃", "degree Celsius", "degrees Celsius"),
      ("°F", "degree Fahrenheit", "degrees Fahrenheit"), ("°", "degree", "degrees"), ("ft", "foot", "feet"),
      ("in", "inch", "inches"), ("′", "foot", "feet"), ("″", "inch", "inches"),
      ("m²", "square metre", "square metres"), ("km²", "square kilometre", "square kilometres"),
      ("cm²", "square centimetre", "square centimetres"), ("m³", "cubic metre", "cubic metres"),
      ("cm³", "cubic centimetre", "cubic centimetres"), ("sq", "square", "square"), ("p", "penny", "pence"),
      ("µg", "microgram", "micrograms"), ("μg", "microgram", "micrograms"),
      ("µm", "micrometre", "micrometres"),
      ("μm", "micrometre", "micrometres"), ("CO₂", "C O 2", "C O 2"), ("Ω", "ohm", "ohms"),
    ] { table[sign] = Unit(one: one, many: many) }
    return table
  }()

  /// `m`, `bn` and the like, after an amount of money.
  static func scale(_ sign: Substring) -> String? {
    switch sign.lowercased() {
    case "k": "thousand"
    case "m", "mn", "mil": "million"
    case "bn", "b": "billion"
    case "tn": "trillion"
    case "million", "billion", "trillion", "thousand", "hundred": sign.lowercased()
    default: nil
    }
  }

  /// What a currency's sign stands for: the unit, and the hundredth part of it.
  static func currency(_ sign: Character) -> (unit: Unit, part: Unit)? {
    switch sign {
    case "£": (Unit(one: "pound", many: "pounds"), Unit(one: "penny", many: "pence"))
    case "$": (Unit(one: "dollar", many: "dollars"), Unit(one: "cent", many: "cents"))
    case "€": (Unit(one: "euro", many: "euros"), Unit(one: "cent", many: "cents"))
    case "¥": (Unit(one: "yen", many: "yen"), Unit(one: "sen", many: "sen"))
    case "₹": (Unit(one: "rupee", many: "rupees"), Unit(one: "paisa", many: "paise"))
    default: nil
    }
  }

  /// An amount of money: `£3.50`, `€2.5m`; nil when it is none.
  ///
  /// - Parameter scaled: a scale that stands apart: `£2.5 million`.
  static func money(_ word: Substring, scaled: Substring? = nil) -> (words: String, usesNext: Bool)? {
    var prefix = ""
    var word = word
    if let first = word.first, first == "-" || first == "\u{2212}" {
      prefix = "minus "
      word = word.dropFirst()
    }
    for (letters, name) in [("US$", "US "), ("A$", "Australian "), ("C$", "Canadian ")]
    where word.hasPrefix(letters) {
      prefix += name
      word = word.dropFirst(letters.count - 1)
    }
    guard let sign = word.first, let (unit, part) = currency(sign) else { return nil }
    let rest = word.dropFirst()
    let amount = rest.prefix { $0.isASCIIDigit || $0 == "," || $0 == "." }
    let suffix = rest.dropFirst(amount.count)
    guard let number = EnglishNumbers.number(amount) else { return nil }
    if !suffix.isEmpty {
      guard let scale = scale(suffix) else { return nil }
      return ("\(prefix)\(number) \(scale) \(unit.many)", false)
    }
    if let scaled, let scale = scale(scaled), scaled.count > 3 {
      return ("\(prefix)\(number) \(scale) \(unit.many)", true)
    }
    let parts = amount.split(separator: ".")
    if parts.count == 2, parts[1].count == 2, let whole = EnglishNumbers.number(parts[0]),
      let cents = Int(parts[1])
    {
      let name = parts[0] == "1" ? unit.one : unit.many
      if cents == 0 { return ("\(prefix)\(whole) \(name)", false) }
      let hundredth = "\(EnglishNumbers.cardinal(cents)) \(cents == 1 ? part.one : part.many)"
      return (prefix + (parts[0] == "0" ? hundredth : "\(whole) \(name) \(hundredth)"), false)
    }
    return ("\(prefix)\(number) \(amount == "1" ? unit.one : unit.many)", false)
  }
}

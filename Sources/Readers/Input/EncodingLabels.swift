/// An encoding a page may declare, by the names of the Encoding Standard (section 4.2).
enum DeclaredEncoding: Equatable {
  case utf8
  case windows1252
  /// Any other, by the name the system's converter knows it by.
  case converted(String)

  /// The encoding a label names; nil when it names none.
  init?(label: String) {
    let label = String(label.trimmingSpace).lowercased()
    switch label {
    // The standard reads a page that declares UTF-16 in its own text as UTF-8, since that text could
    // not have been read otherwise.
    case "utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8",
      "utf-16", "utf-16le", "utf-16be", "unicode", "ucs-2":
      self = .utf8
    case "windows-1252", "cp1252", "x-cp1252", "ansi_x3.4-1968", "ascii", "us-ascii", "cp819", "ibm819",
      "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987", "iso-ir-100", "l1", "latin1",
      "csisolatin1":
      self = .windows1252
    default:
      guard let name = Self.names[label] else { return nil }
      self = .converted(name)
    }
  }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, labels) in families {
      for label in labels.split(separator: " ") { names[String(label)] = name }
    }
    return names
  }()

  private static let families: [(String, String)] = [
    ("IBM866", "866 cp866 csibm866 ibm866"),
    (
      "ISO-8859-2",
      "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"
    ),
    (
      "ISO-8859-3",
      "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"
    ),
    (
      "ISO-8859-4",
      "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"
    ),
    ("ISO-8859-5", "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5"),
    (
      "ISO-8859-6", "arabic asmo-708 csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso8859-6"
    ),
    (
      "ISO-8859-7",
      "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso8859-7 iso88597 sun_eu_greek"
    ),
    ("ISO-8859-8", "csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-8859-8-i iso8859-8 logical visual"),
    ("ISO-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"),
    ("ISO-8859-13", "iso-8859-13 iso8859-13 iso885913"),
    ("ISO-8859-14", "iso-8859-14 iso8859-14 iso885914"),
    ("ISO-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
    ("ISO-8859-16", "iso-8859-16"),
    ("KOI8-R", "cskoi8r koi koi8 koi8-r koi8_r"),
    ("KOI8-U", "koi8-ru koi8-u"),
    ("MACINTOSH", "csmacintosh mac macintosh x-mac-roman"),
    ("MAC-CYRILLIC", "x-mac-cyrillic x-mac-ukrainian"),
    ("CP874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
    ("CP1250", "cp1250 windows-1250 x-cp1250"),
    ("CP1251", "cp1251 windows-1251 x-cp1251"),
    ("CP1253", "cp1253 windows-1253 x-cp1253"),
    // The Encoding Standard reads ISO-8859-9 as its superset.
    ("CP1254", "cp1254 windows-1254 x-cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 l5 latin5"),
    ("CP1255", "cp1255 windows-1255 x-cp1255"),
    ("CP1256", "cp1256 windows-1256 x-cp1256"),
    ("CP1257", "cp1257 windows-1257 x-cp1257"),
    ("CP1258", "cp1258 windows-1258 x-cp1258"),
    ("GB18030", "gb18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"),
    ("BIG5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
    ("EUC-JP", "cseucpkdfmtjapanese euc-jp x-euc-jp"),
    ("ISO-2022-JP", "csiso2022jp iso-2022-jp"),
    ("CP932", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
    (
      "CP949",
      "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 windows-949"
    ),
  ]
}

extension DecodedBytes {
  /// Reads windows-1252 as the Encoding Standard has it: all bytes have a meaning.
  static func windows1252(_ bytes: [UInt8]) -> DecodedBytes {
    var result = DecodedBytes(utf8: [])
    result.utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        result.utf8.append(byte)
      } else {
        result.append(byte < 0xA0 ? windows1252Block[Int(byte) - 0x80] : UInt32(byte), at: index)
      }
    }
    return result
  }

  private static let windows1252Block: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}

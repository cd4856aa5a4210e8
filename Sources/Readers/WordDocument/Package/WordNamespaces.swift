/// The namespaces of Word's files and the prefixes the reader knows them by: transitional ones, those
/// of the strict form (ISO/IEC 29500-1) and those of later versions of Word.
enum WordNamespaces {
  static let prefixes: [String: String] = {
    let transitional = "http://schemas.openxmlformats.org/"
    let strict = "http://purl.oclc.org/ooxml/"
    let microsoft = "http://schemas.microsoft.com/office/"
    return [
      transitional + "wordprocessingml/2006/main": "w", strict + "wordprocessingml/main": "w",
      // Word 2003's own XML and betas of 2007 are other formats; they are not read.
      transitional + "officeDocument/2006/relationships": "r",
      strict + "officeDocument/relationships": "r",
      transitional + "officeDocument/2006/math": "m", strict + "officeDocument/math": "m",
      transitional + "drawingml/2006/main": "a", strict + "drawingml/main": "a",
      transitional + "drawingml/2006/picture": "pic", strict + "drawingml/picture": "pic",
      transitional + "drawingml/2006/wordprocessingDrawing": "wp",
      strict + "drawingml/wordprocessingDrawing": "wp",
      transitional + "drawingml/2006/chart": "c", strict + "drawingml/chart": "c",
      transitional + "drawingml/2006/diagram": "dgm", strict + "drawingml/diagram": "dgm",
      transitional + "drawingml/2006/lockedCanvas": "lc",
      transitional + "markup-compatibility/2006": "mc",
      transitional + "package/2006/relationships": "rel",
      transitional + "package/2006/content-types": "ct",
      transitional + "package/2006/metadata/core-properties": "cp",
      transitional + "officeDocument/2006/extended-properties": "ep",
      strict + "officeDocument/extendedProperties": "ep",
      "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
      "urn:schemas-microsoft-com:vml": "v", "urn:schemas-microsoft-com:office:office": "o",
      "urn:schemas-microsoft-com:office:word": "w10",
      microsoft + "word/2010/wordml": "w14", microsoft + "word/2012/wordml": "w15",
      microsoft + "word/2010/wordprocessingShape": "wps",
      microsoft + "word/2010/wordprocessingGroup": "wpg",
      microsoft + "word/2010/wordprocessingCanvas": "wpc",
      microsoft + "drawing/2010/main": "a14", microsoft + "drawing/2016/SVG/main": "asvg",
      microsoft + "drawing/2017/decorative": "adec",
      microsoft + "drawing/2014/chartex": "cx",
      "http://www.w3.org/XML/1998/namespace": "xml",
    ]
  }()

  /// What `mc:Choice` may ask for and the reader has, by the prefixes all programs use.
  static let understood: Set<String> = [
    "w", "wps", "wpg", "wpc", "w14", "w15", "w16", "wp14", "a14", "v", "m", "c14", "w16se", "w16cid",
  ]
}

/// Short forms in languages other than English that every reader says in full.
enum ShortForms {
  /// The text with the short forms of its language said in full; digits are left to the voice.
  static func expanded(_ text: String, language: String) -> String {
    let forms = all[language] ?? [:]
    var words: [Substring] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      let opening = word.prefix { "\"'([\u{201E}\u{201C}\u{00AB}\u{2018}*_`".contains($0) }
      let rest = word.dropFirst(opening.count)
      let core = rest.prefix { !",;:!?\"')]\u{201C}\u{201D}\u{00BB}*`".contains($0) }
      if let said = forms[core.lowercased()] {
        words.append("\(opening)\(said)\(rest.dropFirst(core.count))")
      } else {
        let stops = core.reversed().prefix { $0 == "." }.count
        let plain = core.dropLast(stops)
        if let said = SpokenAddress.spoken(plain, language: language) {
          words.append("\(opening)\(said)\(rest.dropFirst(plain.count))")
        } else {
          words.append(word)
        }
      }
    }
    return words.joined(separator: " ").replacing("*", with: "").replacing("`", with: "")
  }

  private static let all: [String: [String: String]] = [
    "fr": [
      "m.": "monsieur", "mm.": "messieurs", "mme": "madame", "mmes": "mesdames", "mlle": "mademoiselle",
      "dr": "docteur", "pr": "professeur", "me": "me", "p.": "page", "pp.": "pages", "art.": "article",
      "n°": "numéro", "nº": "numéro", "p.ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "etc.": "et cetera",
      "cf.": "voir", "fig.": "figure", "vol.": "volume", "chap.": "chapitre", "env.": "environ", "&": "et",
      "av.": "avenue", "tél.": "téléphone", "éd.": "édition",
    ],
    "de": [
      "z.b.": "zum Beispiel", "d.h.": "das heißt", "u.a.": "unter anderem", "usw.": "und so weiter",
      "bzw.": "beziehungsweise", "vgl.": "vergleiche", "ca.": "circa", "nr.": "Nummer", "s.": "Seite",
      "abs.": "Absatz", "art.": "Artikel", "dr.": "Doktor", "prof.": "Professor", "hr.": "Herr",
      "fr.": "Frau",
      "str.": "Straße", "evtl.": "eventuell", "ggf.": "gegebenenfalls", "inkl.": "inklusive",
      "etc.": "et cetera",
      "abb.": "Abbildung", "tab.": "Tabelle", "kap.": "Kapitel", "bd.": "Band", "i.d.r.": "in der Regel",
      "o.ä.": "oder Ähnliches", "s.o.": "siehe oben", "s.u.": "siehe unten", "sog.": "sogenannt",
      "st.": "Sankt",
      "&": "und", "mio.": "Millionen", "mrd.": "Milliarden", "§": "Paragraf", "tel.": "Telefon",
    ],
    "es": [
      "sr.": "señor", "sra.": "señora", "srta.": "señorita", "dr.": "doctor", "dra.": "doctora", "d.": "don",
      "dña.": "doña", "ud.": "usted", "uds.": "ustedes", "p.ej.": "por ejemplo", "etc.": "etcétera",
      "pág.": "página", "págs.": "páginas", "art.": "artículo", "núm.": "número", "n.º": "número",
      "vol.": "volumen",
      "cap.": "capítulo", "fig.": "figura", "ee.uu.": "Estados Unidos", "&": "y", "tel.": "teléfono",
      "av.": "avenida",
    ],
    "it": [
      "sig.": "signor", "sig.ra": "signora", "dott.": "dottor", "prof.": "professor", "p.es.": "per esempio",
      "ecc.": "eccetera", "pag.": "pagina", "art.": "articolo", "n.": "numero", "cap.": "capitolo",
      "fig.": "figura",
      "vol.": "volume", "cfr.": "confronta", "&": "e",
    ],
    "nl": [
      "dhr.": "de heer", "mevr.": "mevrouw", "bijv.": "bijvoorbeeld", "d.w.z.": "dat wil zeggen",
      "enz.": "enzovoort", "o.a.": "onder andere", "nr.": "nummer", "blz.": "bladzijde", "art.": "artikel",
      "ca.": "circa", "t.a.v.": "ten aanzien van", "m.b.t.": "met betrekking tot", "&": "en",
    ],
    "cy": [
      "mr": "Mister", "mrs": "Misus", "dr": "Doctor", "e.e.": "er enghraifft", "h.y.": "hynny yw",
      "ayyb": "ac yn y blaen",
      "ayyb.": "ac yn y blaen", "t.": "tudalen", "tt.": "tudalennau", "rhif.": "rhif", "&": "a",
    ],
  ]
}

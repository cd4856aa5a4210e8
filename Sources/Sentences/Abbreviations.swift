/// The abbreviations of a language, as far as they bear on where sentences end.
struct Abbreviations: Sendable {
  /// What follows an abbreviation.
  enum Kind: Sendable {
    /// A name or a word that belongs to it: `Dr. Smith`. It ends no sentence.
    case beforeName
    /// A number: `No. 5`. Before anything else it is a word.
    case beforeNumber
    /// Anything: it ends a sentence when the next word certainly begins one.
    case anywhere
    /// Nothing of the same sentence that begins with a capital: `etc.`
    case atEnd
  }

  /// How ordinal numbers are written.
  enum Ordinals: Sendable {
    /// With a full stop after the digits: `3. Mai`.
    case withStop
    /// Otherwise.
    case otherwise
  }

  /// The primary subtag of the language.
  let language: String
  /// Abbreviations in lower case, without their last full stop.
  let kinds: [String: Kind]
  /// Words in lower case that begin sentences.
  let starters: Set<String>
  let ordinals: Ordinals

  private init(
    _ language: String, names: String = "", numbers: String = "", anywhere: String = "", ends: String = "",
    starters: String = "", ordinals: Ordinals = .otherwise
  ) {
    self.language = language
    var kinds: [String: Kind] = [:]
    for (list, kind) in [
      (names, Kind.beforeName), (numbers, .beforeNumber), (anywhere, .anywhere), (ends, .atEnd),
    ] {
      for word in list.split(whereSeparator: \.isWhitespace) { kinds[String(word)] = kind }
    }
    self.kinds = kinds
    self.starters = Set(starters.split(whereSeparator: \.isWhitespace).map(String.init))
    self.ordinals = ordinals
  }

  /// The abbreviations of a language; none for a language that is not known here.
  static func of(_ tag: String?) -> Abbreviations {
    let primary = tag?.prefix { $0 != "-" && $0 != "_" }.lowercased() ?? ""
    return all[primary] ?? Abbreviations(primary)
  }

  private static let all: [String: Abbreviations] = Dictionary(
    uniqueKeysWithValues: (western + others).map { ($0.language, $0) })

  private static let western = [
    Abbreviations(
      "en",
      names: """
        mr mrs ms mx messrs dr drs prof profs rev hon st sr fr gen maj col lt capt cpt cmdr sgt cpl adm gov sen rep \
        reps sens pres supt insp det pte mt ft cf vs viz e.g eg i.e ie ca approx esp incl excl resp asst assoc dept \
        ph.d.s attn fwd re adj
        """,
      numbers: """
        no nos vol vols fig figs eq eqs p pp para paras pt pts ch chap sec secs sect art arts ex app ref refs \
        tab tel ext col line l ll n nn s ss reg regs sched jan feb mar apr jun jul aug sep sept oct nov dec
        """,
      anywhere: """
        inc ltd co corp plc bros llc jr snr jnr esq u.s u.k u.n e.u ph.d m.d b.a m.a m.sc b.sc d.phil a.m p.m \
        ave blvd rd sq ed eds trans univ govt al min max mon tue tues wed thu thur thurs fri sat sun d.c n.y \
        ft lb lbs oz cm mm km kg hr hrs mins secs mgr dist intl natl
        """,
      ends: "etc ibid op.cit loc.cit",
      starters: """
        the this that these those it he she we they i you there in on at if as for but and or so a an however when \
        while where what who why how its his her our their my your all some many most no not by with from to after \
        before since although because then yet also each every both such one
        """),
    Abbreviations(
      "fr",
      names: "m mm mme mmes mlle mlles dr drs pr me st ste sts mgr cf c.-à-d p.ex ex env resp boul av vs adr",
      numbers: "n no nos p pp art arts fig figs vol chap t éd par al tél app ann §",
      anywhere: "cie sté éds coll trad apr av j.-c s.a u.e", ends: "etc ibid",
      starters: """
        le la les l un une des il elle ils elles on nous vous je ce cette ces cet dans en pour par à au aux mais et \
        si de du d que qui quand comme selon après avant depuis son sa ses leur leurs chaque tous toutes aucun
        """),
    Abbreviations(
      "de",
      names: """
        hr hrn fr dr prof dipl ing st z.b d.h u.a i.d.r bzw vgl ca evtl ggf inkl exkl sog bes insb insbes zzgl abzgl \
        gem ehem geb gest o.g s.o s.u i.e.s allg entspr einschl lt mio mrd
        """,
      numbers: "nr nrn s abs art bd bde kap abb tab ziff anm fn rn tel aufl jg jh §",
      anywhere: "str hrsg verf e.v co gmbh z.t usf u.dgl o.ä u.ä", ends: "usw etc",
      starters: """
        der die das ein eine einer dem den des er sie es wir ich ihr in im auf bei für mit von zu aber und oder wenn \
        als wie nach vor seit diese dieser dieses jede jeder jedes alle kein keine so da dann doch auch am an
        """,
      ordinals: .withStop),
    Abbreviations(
      "es",
      names: "sr sra srta sres dr dra d dña prof profa lic ing ud uds vd vds p.ej ej sto sta mons av avda",
      numbers: "n núm núms no art arts p pp pág págs fig figs vol cap t tel apdo ap",
      anywhere: "s.a ee.uu a.c d.c ed eds cía a.m p.m", ends: "etc ibíd",
      starters: """
        el la los las un una unos unas en de por para con sin a al y o pero si no que cuando como este esta estos \
        estas ese esa su sus lo se es son hay todo todos según después antes desde
        """),
    Abbreviations(
      "it", names: "sig sigg sig.ra dott dr prof avv ing arch on sen s.e p.es es cfr c.d ss",
      numbers: "n nn p pp pag art artt fig cap vol tel §", anywhere: "s.p.a s.r.l a.c d.c ed",
      ends: "ecc etc",
      starters: """
        il lo la i gli le un una uno in di da per con su a al ma e se non che quando come questo questa questi \
        queste suo sua ogni tutti dopo prima
        """),
    Abbreviations(
      "pt", names: "sr sra srs sras dr dra drs prof profa eng arq exmo exma d p.ex ex av r",
      numbers: "n nº art arts p pp pág págs fig vol cap tel", anywhere: "s.a ltda cia a.c d.c ed",
      ends: "etc",
      starters: """
        o a os as um uma em de do da por para com sem ao mas e se não que quando como este esta estes estas seu \
        sua todos cada segundo depois antes
        """),
    Abbreviations(
      "nl",
      names:
        "dhr mevr mw dr drs prof ir ing mr bijv d.w.z o.a m.b.t t.a.v i.p.v b.v ca vgl resp incl excl evt",
      numbers: "nr nrs p pp pag art fig afb tab hfst blz tel", anywhere: "n.v e.d red", ends: "enz etc",
      starters: """
        de het een in op bij voor met van te maar en of als dat die dit deze hij zij ze wij we ik je u er na \
        alle elke geen
        """),
    Abbreviations(
      "cy", names: "mr mrs ms dr parch prof e.e h.y sef cyf", numbers: "rhif tud tt t pen cyf ffig adran",
      anywhere: "cyf a.y.b", ends: "ayyb ac.ati",
      starters: """
        mae y yr yn roedd oedd bydd os ond ac a ar i o gan nid ni fe mi dyma dyna pan er cyn wedi bu hwn hon hyn
        """),
    Abbreviations("ga", names: "uas an.t dr m.sh .i", numbers: "lch uimh alt", ends: "srl etc"),
    Abbreviations("gd", names: "mgr bh dr m.e", numbers: "àir td", ends: "msaa etc"),
  ]

  private static let others = [
    Abbreviations(
      "pl", names: "p dr prof inż mgr hab ks św ul al np tzn tzw m.in ok por",
      numbers: "nr s str art ust pkt rozdz tab rys tel", anywhere: "sp r w", ends: "itd itp etc",
      ordinals: .withStop),
    Abbreviations(
      "sv", names: "dr prof hr fr t.ex bl.a d.v.s s.k ca jfr resp inkl exkl", numbers: "nr s sid kap fig art",
      ends: "osv etc m.m m.fl"),
    Abbreviations(
      "da", names: "hr fr dr prof f.eks bl.a d.v.s dvs ca jf inkl ekskl pga", numbers: "nr s kap fig art stk",
      ends: "osv mv m.v m.m", ordinals: .withStop),
    Abbreviations(
      "nb", names: "hr fr dr prof f.eks bl.a dvs ca jf inkl ekskl pga", numbers: "nr s kap fig art",
      ends: "osv mv m.m", ordinals: .withStop),
    Abbreviations(
      "cs", names: "p pan dr prof ing mgr doc sv tj tzv např ul ca", numbers: "č s str čl odst obr tab kap",
      ends: "atd apod", ordinals: .withStop),
    Abbreviations(
      "fi", names: "hra rva tri prof esim ns mm ym ks vrt n", numbers: "nro s luku kuva taul", ends: "jne",
      ordinals: .withStop),
    Abbreviations(
      "tr", names: "dr prof doç av sn örn bkz vb.si", numbers: "no s md şek tab cilt", ends: "vb vs",
      ordinals: .withStop),
    Abbreviations(
      "ru", names: "г гг им ул д кв г-н г-жа проф акад др т.е т.к напр см ср",
      numbers: "с стр ст рис табл гл п пп №",
      anywhere: "тыс млн млрд руб коп", ends: "т.д т.п др"),
  ]
}

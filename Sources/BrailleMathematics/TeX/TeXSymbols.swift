/// The commands of LaTeX that stand for one character, or for none.
enum TeXSymbols {
  /// Signs.
  static let signs: [String: String] = pairs(
    """
    pm ± mp ∓ times × div ÷ cdot ⋅ cdotp · centerdot ⋅ ast ∗ star ⋆ circ ∘ bullet ● oplus ⊕ ominus ⊖
    otimes ⊗ oslash ⊘ odot ⊙ cup ∪ cap ∩ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ amalg ⨿
    uplus ⊎ sqcup ⊔ sqcap ⊓ dagger † ddagger ‡ wr ≀ boxplus ⊞ boxminus ⊟ boxtimes ⊠
    leq ≤ le ≤ leqslant ⩽ leqq ≦ geq ≥ ge ≥ geqslant ⩾ geqq ≧ lt < gt > ll ≪ gg ≫ neq ≠ ne ≠ equiv ≡
    approx ≈ thickapprox ≈ sim ∼ thicksim ∼ simeq ≃ cong ≅ propto ∝ varpropto ∝ doteq ≐ triangleq ≜
    coloneqq ≔ coloneq ≔ asymp ≍ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳
    in ∈ isin ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋
    nsubseteq ⊈ nsupseteq ⊉ mid ∣ nmid ∤ parallel ∥ nparallel ∦ perp ⊥ bot ⊥ top ⊤ models ⊨ vDash ⊨
    vdash ⊢ dashv ⊣ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ ncong ≇ nsim ≁
    to → rightarrow → longrightarrow ⟶ leftarrow ← gets ← longleftarrow ⟵ leftrightarrow ↔
    longleftrightarrow ↔ Rightarrow ⇒ Longrightarrow ⇒ implies ⇒ Leftarrow ⇐ Longleftarrow ⇐ impliedby ⇐
    Leftrightarrow ⇔ Longleftrightarrow ⇔ iff ⇔ mapsto ↦ longmapsto ↦ uparrow ↑ downarrow ↓
    updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
    hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽
    rightleftharpoons ⇌ leftrightarrows ⇆ rightleftarrows ⇄ rightsquigarrow ↝ leadsto ↝ nrightarrow ↛
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁
    bigotimes ⨂ partial ∂ nabla ∇ infty ∞ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅
    varnothing ∅ angle ∠ measuredangle ∡ triangle △ square □ Box □ blacksquare ■ bigcirc ○
    therefore ∴ because ∵ prime ′ backprime ‵ degree ° ldots … dots … dotsc … dotso … cdots ⋯ dotsb ⋯ dotsm ⋯
    dotsi ⋯ vdots ⋮ ddots ⋱ colon : surd √ checkmark ✓ pounds £ euro € S § P ¶ copyright © flat ♭ sharp ♯
    natural ♮ lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉
    lvert | rvert | vert | lVert ‖ rVert ‖ Vert ‖ backslash \\ slash / lgroup ( rgroup ) textbackslash \\
    textdegree ° textpm ± texttimes × textasciitilde ~ textasciicircum ^ textendash – textemdash —
    textquoteleft ‘ textquoteright ’ textquotedblleft “ textquotedblright ” textbar | qed ∎ aleph ℵ
    { { } } | ‖ % % $ $ & & # # _ _
    """)

  /// Letters.
  static let letters: [String: String] = pairs(
    """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ
    varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π
    Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω varGamma Γ varDelta Δ varTheta Θ varLambda Λ varPi Π varSigma Σ
    varPhi Φ varPsi Ψ varOmega Ω ell ℓ imath ı jmath ȷ hbar ℏ hslash ℏ Re ℜ Im ℑ wp ℘ AA Å aa å
    R ℝ N ℕ Z ℤ Q ℚ C ℂ
    """)

  /// Functions, which are set upright under their own names.
  static let functions: Set<String> = words(
    """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln
    log max min Pr sec sin sinh sup tan tanh argmax argmin arcsec arccsc arccot sech csch injlim projlim
    """)

  /// Functions whose scripts stand below them in displayed mathematics.
  static let limitFunctions: Set<String> = words(
    "lim liminf limsup max min sup inf det gcd Pr argmax argmin injlim projlim")

  /// Spaces, in ems.
  static let spaces: [String: Double] = [
    ",": 0.17, "thinspace": 0.17, ":": 0.22, ">": 0.22, "medspace": 0.22, ";": 0.28, "thickspace": 0.28,
    "!": -0.17, "negthinspace": -0.17, " ": 0.33, "~": 0.33, "quad": 1, "qquad": 2, "enspace": 0.5,
    "enskip": 0.5, "space": 0.33, "nobreakspace": 0.33, "hfill": 1, "\n": 0.33, "\t": 0.33,
  ]

  /// Commands that concern size, place and numbering.
  static let ignored: Set<String> = words(
    """
    displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag limits nolimits hline mathstrut
    strut null allowbreak nobreak noindent centering small normalsize large Large footnotesize relax
    protect hfil vfill newpage medskip smallskip bigskip boldmath unboldmath /
    """)

  /// Commands that give a bracket a size.
  static let sizes: Set<String> = words(
    "big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm biggm Biggm")

  /// Marks over an argument.
  static let over: [String: String] = pairs(
    """
    bar ¯ overline ¯ hat ^ widehat ^ tilde ~ widetilde ~ vec → overrightarrow → overleftarrow ←
    overleftrightarrow ↔ dot ˙ ddot ¨ dddot … check ˇ widecheck ˇ breve ˘ acute ´ grave ` mathring ˚
    overbrace ⏞ overparen ⌒ wideparen ⌒
    """)

  /// Marks under an argument.
  static let under: [String: String] = pairs(
    "underline ¯ underbar ¯ underbrace ⏟ underrightarrow → underleftarrow ← utilde ~")

  /// Commands whose argument is words.
  static let textCommands: Set<String> = words(
    """
    text textrm textbf textit textsf texttt textnormal textup textsl textsc mbox hbox emph textmd intertext
    shortintertext
    """)

  /// Signs with a stroke through them.
  static let negations: [String: String] = pairs(
    """
    = ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ≡ ≢ ∼ ≁ ≈ ≉ ≅ ≇ ∣ ∤ ∥ ∦ ⊢ ⊬ ⊨ ⊭ ∃ ∄ → ↛ ← ↚ ⇒ ⇏
    """)

  private static func pairs(_ text: String) -> [String: String] {
    let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
    var result: [String: String] = [:]
    for index in stride(from: 0, to: parts.count - 1, by: 2) { result[parts[index]] = parts[index + 1] }
    return result
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}

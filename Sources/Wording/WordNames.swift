extension ProgramWords {
  /// What words are for. The raw value is their name in `Tables/words`; what stands in braces there is
  /// put in by whoever asks.
  public enum Name: String, CaseIterable, Sendable {
    case contents
    case volumeContents = "volume-contents"
    case volume
    case volumeOfVolumes = "volume-of-volumes"
    case volumes
    case endOfVolume = "end-of-volume"
    case theEnd = "the-end"
    case notes
    case note
    case footnote
    case backToText = "back-to-text"
    case page
    case pageNumber = "page-number"
    case pageReference = "page-reference"
    case pageOfVolume = "page-of-volume"
    case braillePageReference = "braille-page-reference"
    case printPages = "print-pages"
    case braillePages = "braille-pages"
    case oneBraillePage = "one-braille-page"
    case print
    case braille
    case braillePage = "braille-page"
    case printPage = "print-page"
    case untitled
    case contact
    case firstHeading = "first-heading"
    case specialSymbols = "special-symbols"
    case transcribersNotes = "transcribers-notes"
    case transcribersNote = "transcribers-note"
    case picture
    case pictureWithoutDescription = "picture-without-description"
    case pictureDescription = "picture-description"
    case endOfDescription = "end-of-description"
    case figure
    case table
    case columns
    case row
    case column
    case blank
    case crossedOut = "crossed-out"
    case endOfCrossedOut = "end-of-crossed-out"
    case noHeading = "no-heading"
    case skipToContent = "skip-to-content"
    case startOfText = "start-of-text"
    case titlePage = "title-page"
    case cover
    case listOfTables = "list-of-tables"
    case listOfPictures = "list-of-pictures"
    case description
    case author
    case publisher
    case date
    case language
    case code
    case formula
    case quotation
    case important
    case tip
    case warning
    case noteHeading = "note-heading"
    case details
    case taskDone = "task-done"
    case taskOpen = "task-open"
    case example
    case summary
    case tableInParagraphForm = "table-in-paragraph-form"
    case columnsInOrder = "columns-in-order"
    case columnsInPrintOrder = "columns-in-print-order"
    case tableInSteps = "table-in-steps"
    case tableInStepsWithoutHeadings = "table-in-steps-without-headings"
    case tableAsList = "table-as-list"
    case tableAsListWithoutHeadings = "table-as-list-without-headings"
    case columnsWithoutEntries = "columns-without-entries"
    case blankEntry = "blank-entry"
    case blankSpace = "blank-space"
    case volumePages = "volume-pages"
    case volumeOnePage = "volume-one-page"
    case volumePrintedPages = "volume-printed-pages"
    case pageInVolume = "page-in-volume"
    case continued
    case largePrintSize = "large-print-size"
    case printTableAsList = "print-table-as-list"
    case printTableAsListWithoutHeadings = "print-table-as-list-without-headings"
    case sizeOfTable = "size-of-table"
    case readingSettings = "reading-settings"
    case textSize = "text-size"
    case pointSize = "point-size"
    case spacing
    case usual
    case wide
    case wider
    case colours
    case coloursOfDevice = "colours-of-device"
    case blackOnWhite = "black-on-white"
    case blackOnCream = "black-on-cream"
    case yellowOnBlack = "yellow-on-black"
    case bookList = "book-list"
    case bookNote = "book-note"
    case bookBox = "book-box"
    case bookBoxes = "book-boxes"
    case pageNumbers = "page-numbers"
    case noteReferences = "note-references"
    case lineNumbers = "line-numbers"
    case easyRead = "easy-read"
    case easyReadDraft = "easy-read-draft"
    case easyReadMadeByProgram = "easy-read-made-by-program"
    case easyReadToBeChecked = "easy-read-to-be-checked"
    case easyReadReadersCheck = "easy-read-readers-check"
    case easyReadOriginal = "easy-read-original"
    case easyReadOriginalPart = "easy-read-original-part"
    case whatTheWordsMean = "what-the-words-mean"
    case formatsTitle = "formats-title"
    case formatsSkip = "formats-skip"
    case formatsIntroduction = "formats-introduction"
    case formatsPages = "formats-pages"
    case formatsPagesAfter = "formats-pages-after"
    case formatsPageOf = "formats-page-of"
    case formatsDate = "formats-date"
    case formatsLanguage = "formats-language"
    case formatsLanguageNames = "formats-language-names"
    case formatsSummary = "formats-summary"
    case formatsOverview = "formats-overview"
    case formatsFullReport = "formats-full-report"
    case formatsStory = "formats-story"
    case formatsTranscript = "formats-transcript"
    case formatsNoneYet = "formats-none-yet"
    case formatsNoContracted = "formats-no-contracted"
    case formatsNoUncontracted = "formats-no-uncontracted"
    case formatsPart = "formats-part"
    case formatsOf = "formats-of"
    case formatsOnePage = "formats-one-page"
    case formatsPageCount = "formats-page-count"
    case formatsVolumeCount = "formats-volume-count"
    case formatsBytes = "formats-bytes"
    case formatsKilobytes = "formats-kilobytes"
    case formatsMegabytes = "formats-megabytes"
    case formatsDecimal = "formats-decimal"
    case formatsContracted = "formats-contracted"
    case formatsUncontracted = "formats-uncontracted"
    case formatsBRFPurpose = "formats-brf-purpose"
    case formatsPEFPurpose = "formats-pef-purpose"
    case formatsEBraillePurpose = "formats-ebraille-purpose"
    case formatsBrailleText = "formats-braille-text"
    case formatsBrailleTextPurpose = "formats-braille-text-purpose"
    case formatsLargePrint = "formats-large-print"
    case formatsLargePrintPurpose = "formats-large-print-purpose"
    case formatsLargePrintPDF = "formats-large-print-pdf"
    case formatsLargePrintPDFPurpose = "formats-large-print-pdf-purpose"
    case formatsLargePrintWord = "formats-large-print-word"
    case formatsLargePrintWordPurpose = "formats-large-print-word-purpose"
    case formatsEasyRead = "formats-easy-read"
    case formatsEasyReadPurpose = "formats-easy-read-purpose"
    case formatsDTBookPurpose = "formats-dtbook-purpose"
    case formatsDaisy = "formats-daisy"
    case formatsDaisyPurpose = "formats-daisy-purpose"
    case formatsDaisy202 = "formats-daisy202"
    case formatsDaisy202Purpose = "formats-daisy202-purpose"
    case formatsEPUB = "formats-epub"
    case formatsEPUBPurpose = "formats-epub-purpose"
    case formatsAudio = "formats-audio"
    case formatsAudioPurpose = "formats-audio-purpose"
    case formatsVideos = "formats-videos"
    case formatsVideo = "formats-video"
    case formatsTranscriptOf = "formats-transcript-of"
    case formatsAsk = "formats-ask"
    case formatsAskUs = "formats-ask-us"
    case formatsAskPublisher = "formats-ask-publisher"
    case formatsEmail = "formats-email"
    case formatsTelephone = "formats-telephone"
    case formatsPost = "formats-post"
    case formatsWeb = "formats-web"
    case formatsReply = "formats-reply"
    case formatsMadeWith = "formats-made-with"

    /// Whether it stands on the page of formats, and in no document.
    var isOfFormatsPage: Bool { rawValue.hasPrefix("formats-") }
  }
}

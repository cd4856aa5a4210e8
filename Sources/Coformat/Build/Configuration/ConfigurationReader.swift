import Diagnostics
import DocumentModel
import Readers

/// Reads `coformat.yml`. Every key that is not known is an error with the nearest that is, and every
/// fault names its line.
struct ConfigurationReader {
  private(set) var faults: [Diagnostic] = []
  private let registry: Registry
  /// What sources say they are in, to be looked for when all collections are known.
  var references: [Reference] = []

  private init(_ registry: Registry) { self.registry = registry }

  /// The configuration in a file.
  ///
  /// - Throws: the first fault; the others go to the log before it.
  static func read(
    _ bytes: [UInt8], path: String, registry: Registry = .standard, log: inout DiagnosticLog
  ) throws(ConversionFailure) -> BuildConfiguration {
    let value: StructuredValue?
    do throws(StructuredText.Problem) { value = try StructuredText.read(bytes) } catch {
      throw ConversionFailure(.configurationNotYAML(error.message, at: error.range))
    }
    var reader = ConfigurationReader(registry)
    var configuration = reader.configuration(value ?? .fields([]))
    configuration.folder = Path.folder(of: path)
    if let last = reader.faults.popLast() {
      for fault in reader.faults { log.report(fault) }
      throw ConversionFailure(last)
    }
    return configuration
  }

  private mutating func configuration(_ value: StructuredValue) -> BuildConfiguration {
    var configuration = BuildConfiguration()
    var own: [String: BuildFormat] = [:]
    // Formats may be referred to by sources, so they are read first, wherever they stand.
    if case .fields(let fields) = value {
      for field in fields where field.name == "formats" {
        configuration.formats = formats(field, own: &own)
      }
    }
    eachField(of: value, "the file", among: Self.keys) { reader, field in
      switch field.name {
      case "title": configuration.title = reader.text(field)
      case "language": configuration.language = reader.language(field)
      case "sources": configuration.sources = reader.list(field).compactMap { reader.source($0, field, own) }
      case "exclude": configuration.excluded = reader.texts(field)
      case "output": configuration.output = reader.text(field) ?? configuration.output
      case "names": configuration.naming = reader.naming(field) ?? configuration.naming
      case "metadata": configuration.metadata = reader.metadata(field)
      case "contact": configuration.contact = reader.contact(field)
      case "collections": configuration.collections = reader.collections(field)
      case "page": configuration.page = reader.choice(field)
      default: break
      }
    }
    checkReferences(configuration.collections)
    return configuration
  }

  static let keys = [
    "title", "language", "sources", "exclude", "formats", "output", "names", "metadata", "contact",
    "collections", "page",
  ]

  // MARK: - Sources

  static let sourceKeys = ["path", "from", "formats", "options", "metadata", "collection", "strand", "role"]

  private mutating func source(
    _ value: StructuredValue, _ parent: StructuredField, _ own: [String: BuildFormat]
  ) -> SourceSelection? {
    if let pattern = value.words {
      var selection = SourceSelection(pattern)
      selection.range = parent.range
      return selection
    }
    var selection = SourceSelection("")
    var strandRange: SourceRange?
    selection.range = parent.range
    eachField(
      of: value, "a source", among: Self.sourceKeys, parent
    ) { reader, field in
      if selection.range == parent.range { selection.range = field.range ?? parent.range }
      switch field.name {
      case "path": selection.pattern = reader.text(field) ?? ""
      case "from":
        selection.from = reader.text(field)
        reader.checkReader(field)
      case "formats":
        var own = own
        selection.formats = reader.formats(field, own: &own)
      case "options": selection.options = reader.options(field, of: reader.registry.renderers)
      case "metadata": selection.metadata = reader.metadata(field)
      case "collection":
        selection.collection = reader.text(field)
        selection.collection.map { reader.references.append(Reference(collection: $0, range: field.range)) }
      case "strand": (selection.strand, strandRange) = (reader.text(field), field.range)
      case "role": selection.role = reader.role(field)
      default: break
      }
    }
    if let strand = selection.strand {
      if let collection = selection.collection {
        references.append(Reference(collection: collection, strand: strand, range: strandRange))
      } else {
        fault(.configurationLacks("a source with a strand", "collection"), strandRange)
      }
    }
    guard !selection.pattern.isEmpty else {
      fault(.configurationLacks("a source", "path"), selection.range)
      return nil
    }
    return selection
  }

  private mutating func checkReader(_ field: StructuredField) {
    guard let name = field.value.words else { return }
    do throws(ConversionFailure) { _ = try registry.reader(named: name) } catch {
      fault(error.diagnostic, field.range)
    }
  }

  // MARK: - Formats

  /// Formats as a list of names, or as fields whose names are the formats' and whose values their options.
  private mutating func formats(_ field: StructuredField, own: inout [String: BuildFormat]) -> [BuildFormat] {
    var formats: [BuildFormat] = []
    switch field.value {
    case .text, .list:
      for name in texts(field) {
        if let format = own[name] ?? BuildFormat.find(name), isMade(format) {
          formats.append(format)
        } else {
          fault(.configurationUnknown("format", name, among: formatNames(own)), field.range)
        }
      }
    case .fields(let fields):
      for field in fields {
        guard let format = format(field, own) else { continue }
        own[format.name] = format
        formats.append(format)
      }
    }
    for (index, format) in formats.enumerated()
    where formats[..<index].contains(where: { $0.name == format.name }) {
      fault(.configurationTwice("the format '\(format.name)'"), field.range)
    }
    return formats
  }

  private func formatNames(_ own: [String: BuildFormat]) -> [String] {
    own.keys.sorted() + BuildFormat.named.filter(isMade).map(\.name)
  }

  private func isMade(_ format: BuildFormat) -> Bool {
    registry.renderers.contains { $0.name == format.renderer }
  }

  private mutating func format(_ field: StructuredField, _ own: [String: BuildFormat]) -> BuildFormat? {
    guard Self.isFileName(field.name) else {
      fault(.configurationNotAName(field.name), field.range)
      return nil
    }
    var format = own[field.name] ?? BuildFormat.find(field.name)
    if case .fields(let fields) = field.value, let base = fields.first(where: { $0.name == "format" }) {
      let name = base.value.words ?? ""
      if let found = BuildFormat.find(name), isMade(found) {
        format = BuildFormat(field.name, found.renderer, found.options)
      } else if registry.renderers.contains(where: { $0.name == name }) {
        format = BuildFormat(field.name, name)
      } else {
        fault(
          .configurationUnknown(
            "format", name, among: formatNames(own) + registry.renderers.map(\.name)), base.range)
        return nil
      }
    }
    guard var format, isMade(format),
      let renderer = registry.renderers.first(where: { $0.name == format.renderer })
    else {
      fault(
        .configurationUnknown("format", field.name, among: formatNames(own)), field.range,
        hint: "a name of your own needs 'format:' with the kind of format it is")
      return nil
    }
    if field.value.words != nil { fault(.configurationExpects(field.name, "options by name"), field.range) }
    format.options.merge(options(field, of: [renderer], besides: "format")) { _, new in new }
    return format
  }

  /// A name that may stand in the name of a file on every system.
  private static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 60 && name.first != "." && name.first != "-"
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_.".unicodeScalars.contains($0)
      }
  }

  /// Options by key, each accepted by one of the renderers.
  private mutating func options(
    _ field: StructuredField, of renderers: [RendererDescriptor], besides other: String? = nil
  ) -> [String: String] {
    guard case .fields(let fields) = field.value else { return [:] }
    var options: [String: String] = [:]
    for option in fields where option.name != other {
      guard let value = option.value.words else {
        fault(.configurationExpects(option.name, "a value"), option.range)
        continue
      }
      let tables = renderers.map(\.options)
      let definitions = tables.compactMap { $0[option.name] }
      guard !definitions.isEmpty else {
        let known = Set(tables.flatMap(\.definitions).map(\.key)).sorted()
        fault(.configurationUnknown("option", option.name, among: known), option.range)
        continue
      }
      guard let text = Self.value(value, definitions) else { continue }
      let faults = definitions.compactMap { definition -> Diagnostic? in
        do throws(ConversionFailure) { try definition.validate(text) } catch { return error.diagnostic }
        return nil
      }
      if let first = faults.first, faults.count == definitions.count {
        fault(first, option.range)
      } else {
        options[option.name] = text
      }
    }
    return options
  }

  /// A value as an option takes it; nil for a flag that is not set. YAML writes a flag as `true`.
  private static func value(_ text: String, _ definitions: [OptionDefinition]) -> String? {
    guard definitions.contains(where: { $0.kind == .flag }) else { return text }
    return ["false", "no", "off"].contains(text.lowercased()) ? nil : text
  }

  // MARK: - The rest

  private mutating func naming(_ field: StructuredField) -> NamingPattern? {
    guard let text = text(field) else { return nil }
    var reason: String?
    if let pattern = NamingPattern(text, fault: &reason) { return pattern }
    fault(.configurationNaming(text, reason ?? ""), field.range)
    return nil
  }

  private mutating func language(_ field: StructuredField) -> Language? {
    guard let text = text(field) else { return nil }
    if let language = Language(text) { return language }
    fault(.configurationExpects(field.name, "the tag of a language, such as cy"), field.range)
    return nil
  }

  private mutating func metadata(_ field: StructuredField) -> MetadataDefaults {
    var defaults = MetadataDefaults()
    eachField(of: field.value, "metadata", among: MetadataDefaults.Field.allCases.map(\.rawValue), field) {
      reader, field in
      if let name = MetadataDefaults.Field(rawValue: field.name) {
        defaults.fields[name] = reader.text(field)
      }
    }
    return defaults
  }

  private mutating func contact(_ field: StructuredField) -> FormatContact {
    var contact = FormatContact()
    if let words = field.value.words {
      contact.name = words
      return contact
    }
    let keys = ["name", "email", "telephone", "address", "web", "reply"]
    eachField(of: field.value, "the contact", among: keys, field) { reader, field in
      let text = reader.text(field)
      switch field.name {
      case "name": contact.name = text
      case "email": contact.email = text
      case "telephone": contact.telephone = text
      case "address": contact.address = text
      case "web":
        contact.web = text
        reader.checkAddress(text, field)
      case "reply": contact.reply = text
      default: break
      }
    }
    return contact
  }

  /// Addresses end up on a web page: nothing there may run.
  mutating func checkAddress(_ text: String?, _ field: StructuredField) {
    guard let text, let colon = text.firstIndex(of: ":"), !text[..<colon].contains("/") else { return }
    if !["http", "https", "mailto", "tel"].contains(text[..<colon].lowercased()) {
      fault(.configurationExpects(field.name, "an address of the web, or a path"), field.range)
    }
  }

  private mutating func choice(_ field: StructuredField) -> Bool {
    switch text(field)?.lowercased() {
    case "true", "yes", "on": return true
    case "false", "no", "off": return false
    default:
      fault(.configurationExpects(field.name, "true or false"), field.range)
      return true
    }
  }

  // MARK: - Values

  mutating func text(_ field: StructuredField) -> String? {
    if let words = field.value.words { return words }
    fault(.configurationExpects(field.name, "a text"), field.range)
    return nil
  }

  mutating func list(_ field: StructuredField) -> [StructuredValue] {
    switch field.value {
    case .list(let values): return values
    case .text, .fields: return [field.value]
    }
  }

  mutating func texts(_ field: StructuredField) -> [String] {
    list(field).compactMap { value in
      if let words = value.words { return words }
      fault(.configurationExpects(field.name, "a list of texts"), field.range)
      return nil
    }
  }

  mutating func eachField(
    of value: StructuredValue, _ place: String, among keys: [String], _ parent: StructuredField? = nil,
    do body: (inout ConfigurationReader, StructuredField) -> Void
  ) {
    guard case .fields(let fields) = value else {
      fault(.configurationExpects(parent?.name ?? place, "fields by name"), parent?.range)
      return
    }
    var seen: Set<String> = []
    for field in fields {
      if !seen.insert(field.name).inserted {
        fault(.configurationTwice("'\(field.name)'"), field.range)
      } else if keys.contains(field.name) {
        body(&self, field)
      } else {
        fault(.configurationUnknown("key", field.name, among: keys, in: place), field.range)
      }
    }
  }

  mutating func fault(_ diagnostic: Diagnostic, _ range: SourceRange?, hint: String? = nil) {
    var diagnostic = diagnostic
    diagnostic.range = range
    if let hint { diagnostic.hint = hint }
    faults.append(diagnostic)
  }
}

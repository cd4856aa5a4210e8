public import Diagnostics

extension BuildConfiguration {
  /// The name of a configuration's file where none is named.
  public static let fileName = "coformat.yml"

  /// The most bytes of a configuration.
  private static let maximumSize = 16 << 20

  /// The configuration in a file.
  ///
  /// - Throws: `ConversionFailure` with the line when it cannot be read or says what there is not.
  public static func load(_ path: String, log: inout DiagnosticLog) throws(ConversionFailure)
    -> BuildConfiguration
  {
    let bytes = try Input.file(path).load(limit: maximumSize).source.bytes
    return try ConfigurationReader.read(bytes, path: path, log: &log)
  }

  /// Whether there is a configuration's file in the current folder.
  public static var isThere: Bool { (try? Platform.status(fileName))?.kind == .file }

  /// Names reports instead of the sources the configuration says.
  public mutating func name(reports: [String]) {
    sources = reports.map { SourceSelection(Path.absolute($0) == $0 ? $0 : Path.outOf(folder, $0)) }
  }

  /// Asks for formats by their names, separated by commas.
  ///
  /// - Throws: when there is no format of a name.
  public mutating func ask(for names: String) throws(ConversionFailure) {
    var asked: [BuildFormat] = []
    for name in names.split(separator: ",") {
      let name = name.split(whereSeparator: \.isWhitespace).joined()
      let made = BuildFormat.named.filter { format in
        Registry.standard.renderers.contains { $0.name == format.renderer }
      }
      guard var format = formats.first(where: { $0.name == name }) ?? made.first(where: { $0.name == name })
      else {
        throw ConversionFailure(.configurationUnknown("format", name, among: made.map(\.name)))
      }
      format.isAsked = true
      if !asked.contains(format) { asked.append(format) }
    }
    formats = asked
    for index in sources.indices { sources[index].formats = nil }
  }
}

extension Path {
  /// A path that counts from the current folder, so that it counts from another.
  static func outOf(_ folder: String, _ path: String) -> String { folder == "." ? path : absolute(path) }
}

/// The project's data, built into the program so that it works from any directory: registries of
/// braille codes, layout profiles, and what stands for characters no braille table knows.
public enum Tables {
  /// The braille codes there are, as JSON.
  public static var codes: [UInt8] { PackageResources.codes_json }
  /// The layout profile that follows UKAAF's guidance, as JSON.
  public static var ukaafProfile: [UInt8] { PackageResources.ukaaf_json }
  /// What is brailled for characters a braille table does not know, as tab-separated lines.
  public static var equivalents: [UInt8] { PackageResources.equivalents_tsv }
  /// What braille tables read back as, and what is meant, as tab-separated lines.
  public static var readBack: [UInt8] { PackageResources.read_back_tsv }
}

extension Tables {
  /// Signs of mathematics in Unified English Braille, as tab-separated lines.
  public static var mathematicsSigns: [UInt8] { PackageResources.signs_tsv }
}

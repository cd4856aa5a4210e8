extension Tables {
  /// The profiles of large print, the default first, as JSON.
  public static var largePrintProfiles: [UInt8] { PackageResources.large_print_profiles_json }
}

extension Tables {
  /// The layout profiles, the default first, each as JSON.
  public static var profiles: [(name: String, json: [UInt8])] {
    [
      ("ukaaf", PackageResources.ukaaf_json), ("bana", PackageResources.bana_json),
      ("display", PackageResources.display_json),
    ]
  }
  /// What a layout profile may hold, as JSON Schema.
  public static var layoutProfileSchema: [UInt8] { PackageResources.layout_profile_schema_json }
}

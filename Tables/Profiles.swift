extension Tables {
  /// The layout profiles, the default first, each as JSON.
  public static var profiles: [(name: String, json: [UInt8])] {
    [("ukaaf", PackageResources.ukaaf_json), ("bana", PackageResources.bana_json)]
  }
}

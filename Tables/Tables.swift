/// The project's data, built into the program so that it works from any directory: registries of
/// braille codes, layout profiles, and what stands for characters no braille table knows.
public enum Tables {}

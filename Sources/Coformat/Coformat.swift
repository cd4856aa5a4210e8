// Importing Coformat is enough: what a host needs of the stages comes with it.
@_exported public import struct BrailleTranslation.BrailleCode
@_exported public import enum BrailleTranslation.BrailleCodes
@_exported public import Diagnostics
@_exported public import DocumentModel
@_exported public import EasyRead
@_exported public import struct Linguistics.ReadabilityScores
@_exported public import Readers
@_exported public import Renderers

/// The version of the library and of the command.
public let coformatVersion = "0.1.0"

import Accounts

/// A place in an input; the testing library has a `SourceLocation` of its own.
typealias Place = Accounts.SourceLocation

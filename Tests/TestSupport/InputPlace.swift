package import Accounts

/// A place in an input; the testing library has a `SourceLocation` of its own.
package typealias InputPlace = Accounts.SourceLocation

/// What a request (请求) says before its body: nothing in it is ambiguous, since whatever could be read in two ways was refused.
package struct RequestHead: Sendable, Equatable {
  /// The two things that can be asked for.
  package enum Method: String, Sendable, CaseIterable {
    /// To be shown something.
    case get = "GET"
    /// To have something done.
    case post = "POST"
  }

  /// What is asked for.
  package let method: Method
  /// The path, decoded; it begins with a slash.
  package let path: String
  /// The values of the query by their names, decoded.
  package let query: [String: String]
  /// The fields by their names in lower case; each stands once.
  package let fields: [String: String]
  /// How many bytes of body follow.
  package let bodySize: Int
}

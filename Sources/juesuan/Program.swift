#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program of the system, found on PATH and run without a shell.
enum Program {
  /// Starts a program and does not wait for it; false when there is none of that name.
  static func start(_ name: String, _ arguments: [String]) -> Bool {
    var words: [UnsafeMutablePointer<CChar>?] = ([name] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = pid_t()
    return posix_spawnp(&process, name, nil, nil, words, environ) == 0
  }
}

// The C library of the platform, for every file of this target and for those that import it: the one place that knows
// which it is. Swift re-exports no package import, hence `public`.
#if canImport(Glibc)
  @_exported public import Glibc
#elseif canImport(Musl)
  @_exported public import Musl
#else
  @_exported public import Darwin
#endif

extension stat {
  /// When the file was last changed; platforms name it differently.
  var modified: timespec {
    #if canImport(Darwin)
      st_mtimespec
    #else
      st_mtim
    #endif
  }
}

extension sigaction {
  /// Whether the signal is ignored; platforms keep the handler in unions of different names.
  var isIgnoring: Bool {
    #if canImport(Darwin)
      let handler = __sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = __sa_handler.sa_handler
    #else
      let handler = __sigaction_handler.sa_handler
    #endif
    // SIG_IGN is the address 1.
    return unsafeBitCast(handler, to: Int.self) == 1
  }
}

/// The kind of socket that carries a stream of bytes; platforms spell it as different types.
var streamSocket: Int32 {
  #if canImport(Glibc)
    Int32(SOCK_STREAM.rawValue)
  #else
    SOCK_STREAM
  #endif
}

/// How a socket is told that nothing more will be written.
var endOfWriting: Int { Int(SHUT_WR) }

/// With which a write to a socket whose other side is gone fails, rather than ending the run by a signal.
var quietSending: Int32 {
  #if canImport(Glibc) || canImport(Musl)
    Int32(MSG_NOSIGNAL)
  #else
    0
  #endif
}

/// The same where it is a property of the socket.
func refuseBrokenPipeSignal(_ descriptor: Int32) {
  #if canImport(Darwin)
    var yes: Int32 = 1
    _ = setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
  #endif
}

/// Where the program of this run is; nil where the system does not tell.
package var ownProgram: String? {
  #if canImport(Darwin)
    var size: UInt32 = 0
    _ = _NSGetExecutablePath(nil, &size)
    var path = [CChar](repeating: 0, count: Int(size) + 1)
    guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
    return realPath(of: PathBytes.text(ofCString: path))
  #else
    let path = realPath(of: "/proc/self/exe")
    return path == "/proc/self/exe" ? nil : path
  #endif
}

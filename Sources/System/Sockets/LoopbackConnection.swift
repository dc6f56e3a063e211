/// A connection to a port of this machine, which waits for what it reads; nil where nobody listens there.
package func loopbackConnection(to port: UInt16) -> Int32? {
  let descriptor = socket(AF_INET, streamSocket, 0)
  guard descriptor >= 0 else { return nil }
  _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  refuseBrokenPipeSignal(descriptor)
  var place = sockaddr_in()
  place.sin_family = sa_family_t(AF_INET)
  place.sin_port = port.bigEndian
  place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
  let connected = withUnsafeMutablePointer(to: &place) { pointer in
    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
  }
  guard connected == 0 else {
    closeFile(descriptor)
    return nil
  }
  return descriptor
}

/// A socket that listens on this machine alone (只在本机监听): nothing that comes over a network reaches it.
package struct LoopbackListener: Sendable {
  /// The two addresses by which a machine speaks to itself.
  package enum Address: Sendable {
    /// 127.0.0.1
    case v4
    /// ::1
    case v6
  }

  /// Its number among the open files.
  package let descriptor: Int32
  /// The port it listens on.
  package let port: UInt16

  /// Begins to listen; port 0 takes one that is free. Nil where the machine lacks the address, or the port is taken.
  package init?(_ address: Address, port: UInt16) {
    let family = address == .v4 ? AF_INET : AF_INET6
    let descriptor = socket(family, streamSocket, 0)
    guard descriptor >= 0 else { return nil }
    var yes: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, size)
    let bound: Int32
    switch address {
    case .v4:
      var place = sockaddr_in()
      place.sin_family = sa_family_t(AF_INET)
      place.sin_port = port.bigEndian
      place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      bound = Self.bind(descriptor, &place)
    case .v6:
      _ = setsockopt(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &yes, size)
      var place = sockaddr_in6()
      place.sin6_family = sa_family_t(AF_INET6)
      place.sin6_port = port.bigEndian
      withUnsafeMutableBytes(of: &place.sin6_addr) { $0[15] = 1 }
      bound = Self.bind(descriptor, &place)
    }
    guard bound == 0, listen(descriptor, 128) == 0, let chosen = Self.port(of: descriptor) else {
      closeFile(descriptor)
      return nil
    }
    Self.prepare(descriptor)
    self.descriptor = descriptor
    self.port = chosen
  }

  /// Whether this machine has the address ::1 at all.
  package static var hasV6: Bool {
    guard let probe = LoopbackListener(.v6, port: 0) else { return false }
    probe.close()
    return true
  }

  /// The next connection that waits, as a descriptor that never blocks; nil where none does.
  package func accepted() -> Int32? {
    let connection = accept(descriptor, nil, nil)
    guard connection >= 0 else { return nil }
    Self.prepare(connection)
    return connection
  }

  /// Listens no more.
  package func close() { closeFile(descriptor) }

  /// Neither blocks nor is handed on to programs that are started, nor ends the run when the other side is gone.
  private static func prepare(_ descriptor: Int32) {
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    refuseBrokenPipeSignal(descriptor)
  }

  private static func bind<Place>(_ descriptor: Int32, _ place: inout Place) -> Int32 {
    withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bindSocket(descriptor, address, socklen_t(MemoryLayout<Place>.size))
      }
    }
  }

  private static func port(of descriptor: Int32) -> UInt16? {
    var place = sockaddr_storage()
    var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let found = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
    }
    guard found == 0 else { return nil }
    // The port stands in the same place for both families.
    return withUnsafeBytes(of: &place) { UInt16($0[2]) << 8 | UInt16($0[3]) }
  }

}

private func bindSocket(_ descriptor: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
  bind(descriptor, address, size)
}

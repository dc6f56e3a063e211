import FoundationEssentials

/// The peak resident memory of this process.
enum PeakMemory {
  /// Lets the system count the peak from here; does nothing where it cannot.
  static func reset() { try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8) }

  /// The peak in KiB; 0 where the system does not tell.
  static var kibibytes: Int {
    guard let data = FileManager.default.contents(atPath: "/proc/self/status"),
      let line = String(decoding: data, as: UTF8.self).split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
    else { return 0 }
    return Int(line.filter { ("0"..."9").contains($0) }) ?? 0
  }
}

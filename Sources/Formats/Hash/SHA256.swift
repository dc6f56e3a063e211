/// The hash SHA-256 of bytes (FIPS 180-4), by which a page names the scripts it lets run and a file is told from
/// another.
///
/// CryptoKit is not there on Linux.
package struct SHA256: Hashable, Sendable {
  /// The 32 bytes of the hash.
  package let bytes: [UInt8]

  /// Hashes a message; linear in its length.
  package init(of message: [UInt8]) {
    var state: [UInt32] = Self.initialState
    let whole = message.count / 64 * 64
    Self.absorb(message, upTo: whole, into: &state)
    // What is left is closed with a one bit, noughts, and the number of bits in the last eight bytes.
    var tail = Array(message[whole...]) + [0x80]
    tail += Array(repeating: 0, count: (tail.count <= 56 ? 56 : 120) - tail.count)
    let bits = UInt64(message.count) * 8
    tail += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> UInt64($0)) }
    Self.absorb(tail, upTo: tail.count, into: &state)
    bytes = state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  /// The hash as 64 hexadecimal digits in small letters.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Takes whole blocks of 64 bytes into the state. A package is hashed every time it is written, so this looks up nothing
  /// twice.
  private static func absorb(_ bytes: [UInt8], upTo end: Int, into state: inout [UInt32]) {
    bytes.withUnsafeBytes { bytes in
      constants.withUnsafeBufferPointer { constants in
        state.withUnsafeMutableBufferPointer { state in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for start in stride(from: 0, to: end, by: 64) { absorb(bytes, at: start, constants, schedule, into: state) }
          }
        }
      }
    }
  }

  /// Takes one block of 64 bytes into the state (FIPS 180-4, 6.2.2).
  private static func absorb(
    _ bytes: UnsafeRawBufferPointer, at start: Int, _ constants: UnsafeBufferPointer<UInt32>,
    _ schedule: UnsafeMutableBufferPointer<UInt32>, into state: UnsafeMutableBufferPointer<UInt32>
  ) {
    func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }
    for index in 0..<16 {
      schedule[index] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start &+ index &* 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let late = schedule[index - 2]
      let early = schedule[index - 15]
      let lateMix = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
      let earlyMix = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
      schedule[index] = lateMix &+ schedule[index - 7] &+ earlyMix &+ schedule[index - 16]
    }
    // a to h are the standard's names. Each round takes the next step's a for its h and its e for its d, so that eight rounds
    // leave every name where it was and nothing has to be moved.
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    func round(
      _ index: Int, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
      _ h: inout UInt32
    ) {
      let choice = g ^ e & (f ^ g)
      let majority = a & b | c & (a | b)
      let sum = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice
      let first = sum &+ constants[index] &+ schedule[index]
      d &+= first
      h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
    }
    for index in stride(from: 0, to: 64, by: 8) {
      round(index, a, b, c, &d, e, f, g, &h)
      round(index + 1, h, a, b, &c, d, e, f, &g)
      round(index + 2, g, h, a, &b, c, d, e, &f)
      round(index + 3, f, g, h, &a, b, c, d, &e)
      round(index + 4, e, f, g, &h, a, b, c, &d)
      round(index + 5, d, e, f, &g, h, a, b, &c)
      round(index + 6, c, d, e, &f, g, h, a, &b)
      round(index + 7, b, c, d, &e, f, g, h, &a)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// The first 32 bits of the fractions of the square roots of the first eight primes.
  private static let initialState: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

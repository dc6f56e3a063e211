/// A parsed template.
struct Program: Sendable {
  let source: [UInt8]

  /// The offsets at which the lines that stay in the output start, which is where a partial's indentation goes.
  let lineStarts: [Int]

  let instructions: [Instruction]
}

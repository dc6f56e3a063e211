import System

/// One connection from its first byte to its last (一次往来): one request is read, one answer is sent, and it is closed.
///
/// What comes behind the request is never looked at, so that there is nothing to smuggle a second one in.
package struct Exchange {
  /// How far it is.
  enum Stage {
    /// The head is coming; the bytes of it so far.
    case head([UInt8])
    /// The body is coming: where it goes, and how many bytes are still to come.
    case body(RequestHead, ReceivedFile, left: Int)
    /// The answer is going out; the position in it.
    case answer([UInt8], sent: Int)
    /// The answer is out, and what still comes is thrown away, so that the other side can read it.
    case leaving
    /// Nothing is left to do.
    case over
  }

  /// How long each stage may take, in seconds; tests have less patience.
  package struct Patience: Sendable {
    package var head = 10
    /// Between two pieces of a body or an answer.
    package var piece = 20
    /// For a body or an answer as a whole.
    package var whole = 900
    package init() {}
  }

  let descriptor: Int32
  private(set) var stage = Stage.head([])
  private let patience: Patience
  private var stageEnd: ContinuousClock.Instant
  private var pieceEnd: ContinuousClock.Instant

  init(_ descriptor: Int32, _ patience: Patience, now: ContinuousClock.Instant) {
    self.descriptor = descriptor
    self.patience = patience
    stageEnd = now + .seconds(patience.head)
    pieceEnd = stageEnd
  }

  /// What it waits for.
  var wait: Readiness.Wait {
    if case .answer = stage { return Readiness.Wait(descriptor, isForWriting: true) }
    return Readiness.Wait(descriptor)
  }

  /// Whether it is over.
  var isOver: Bool { if case .over = stage { true } else { false } }

  /// Whether nothing that is known of it would be lost with it.
  var isUnheard: Bool { if case .head = stage { true } else { false } }

  /// Ends it where its time is up.
  mutating func expire(now: ContinuousClock.Instant) {
    guard now >= min(stageEnd, pieceEnd) else { return }
    switch stage {
    case .head(let bytes):
      // Browsers open connections that they may never use.
      if bytes.isEmpty { stage = .over } else { refuse(.tooSlow, now) }
    case .body(_, let file, _):
      file.discard()
      refuse(.tooSlow, now)
    case .answer, .leaving, .over: stage = .over
    }
  }

  /// Goes on as far as it can without waiting.
  mutating func advance(_ buffer: inout [UInt8], _ service: some Service, now: ContinuousClock.Instant) {
    if case .answer(let bytes, let sent) = stage { return send(bytes, from: sent, now) }
    switch SocketTraffic.receive(from: descriptor, into: &buffer) {
    case .blocked: return
    case .ended:
      if case .body(_, let file, _) = stage { file.discard() }
      stage = .over
    case .moved(let count):
      pieceEnd = min(stageEnd, now + .seconds(patience.piece))
      take(buffer[..<count], service, now)
    }
  }

  private mutating func take(_ new: ArraySlice<UInt8>, _ service: some Service, _ now: ContinuousClock.Instant) {
    switch stage {
    case .head(let before):
      let bytes = before + new
      do throws(Refusal) {
        guard let end = try RequestHeadReader.end(in: bytes, from: before.count) else {
          stage = .head(bytes)
          return
        }
        try begin(RequestHeadReader.head(of: Array(bytes[..<end])), bytes[end...], service, now)
      } catch {
        refuse(error, now)
      }
    case .body(let head, let file, let left): receive(new, head, file, left, service, now)
    case .answer, .leaving, .over: break
    }
  }

  private mutating func begin(
    _ head: RequestHead, _ rest: ArraySlice<UInt8>, _ service: some Service, _ now: ContinuousClock.Instant
  ) throws(Refusal) {
    switch try service.intake(of: head) {
    case .nothing:
      guard head.bodySize == 0 else { throw Refusal(413, "这里不收文件。") }
      answer(service.response(to: head, received: nil), now)
    case .file(let path):
      guard let file = ReceivedFile(path) else {
        throw Refusal(507, "不能写入临时目录。请检查磁盘空间，或以环境变量 TMPDIR 指定别处。")
      }
      stageEnd = now + .seconds(patience.whole)
      pieceEnd = now + .seconds(patience.piece)
      receive(rest, head, file, head.bodySize, service, now)
    }
  }

  private mutating func receive(
    _ bytes: ArraySlice<UInt8>, _ head: RequestHead, _ file: ReceivedFile, _ left: Int, _ service: some Service,
    _ now: ContinuousClock.Instant
  ) {
    let piece = bytes.prefix(left)
    guard piece.isEmpty || file.add(piece) else {
      file.discard()
      return refuse(Refusal(507, "文件没有收完：磁盘满了。请腾出空间再试。"), now)
    }
    let left = left - piece.count
    guard left == 0 else {
      stage = .body(head, file, left: left)
      return
    }
    file.close()
    answer(service.response(to: head, received: file.path), now)
    Folder.remove(file.path)
  }

  /// Refuses what has come.
  mutating func refuse(_ refusal: Refusal, _ now: ContinuousClock.Instant) { answer(Response(refusal), now) }

  private mutating func answer(_ response: Response, _ now: ContinuousClock.Instant) {
    stageEnd = now + .seconds(patience.whole)
    send(response.wire, from: 0, now)
  }

  private mutating func send(_ bytes: [UInt8], from start: Int, _ now: ContinuousClock.Instant) {
    var sent = start
    while sent < bytes.count {
      switch SocketTraffic.send(bytes, from: sent, to: descriptor) {
      case .moved(let count):
        sent += count
        pieceEnd = now + .seconds(patience.piece)
      case .blocked:
        stage = .answer(bytes, sent: sent)
        return
      case .ended:
        stage = .over
        return
      }
    }
    SocketTraffic.finish(descriptor)
    stage = .leaving
    stageEnd = now + .seconds(2)
    pieceEnd = stageEnd
  }

  /// Ends it at once.
  mutating func abandon() {
    if case .body(_, let file, _) = stage { file.discard() }
    stage = .over
  }
}

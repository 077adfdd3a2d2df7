import CTerminal
package import Canvas
import Glibc

/// Why the main loop woke up.
package enum Wakeup: Hashable, Sendable {
  /// The terminal or a signal.
  case event(TerminalEvent)
  /// At least one `Mailbox` has something.
  case messages
  /// The terminal told something of itself: see `Session.answers`.
  case answered
  /// One of the caller's descriptors can be read; the caller empties it.
  case descriptor(CInt)
}

extension Session {
  /// Waits until something happens, then returns all that is there, in order; [] only after `timeout`.
  ///
  /// Without a timeout it sleeps for as long as nothing happens: an idle program does not wake.
  package func nextEvents(timeout: Duration? = nil, wakeups: [CInt] = []) -> [Wakeup] {
    let end = timeout.map { ContinuousClock.now + $0 }
    var gathered = kept
    kept.removeAll()
    var waiting = wakeups
    // Bounded, or a terminal that never falls silent would never see a frame.
    for _ in 0..<64 {
      let wait = gathered.isEmpty ? milliseconds(until: end) : 0
      var descriptors = polled(waiting)
      let ready = poll(&descriptors, nfds_t(descriptors.count), wait)
      if ready > 0 { gathered += collect(descriptors, waiting: &waiting) }
      gathered += input.expire().map(Wakeup.event)
      if ready == 0, !gathered.isEmpty || end.map({ $0 <= ContinuousClock.now }) == true { break }
    }
    return gathered
  }

  private func polled(_ waiting: [CInt]) -> [pollfd] {
    let own = [ct_wake_descriptor(), input.isClosed ? -1 : STDIN_FILENO]
    return (own + waiting).map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
  }

  private func collect(_ descriptors: [pollfd], waiting: inout [CInt]) -> [Wakeup] {
    var found: [Wakeup] = []
    if descriptors[0].revents != 0 { found += signalled() }
    let terminal = descriptors[1].revents
    if terminal & Int16(POLLIN) != 0 {
      found += read()
    } else if terminal != 0 {
      found += input.hangUp().map(Wakeup.event)
    }
    for descriptor in descriptors.dropFirst(2) where descriptor.revents != 0 {
      found.append(.descriptor(descriptor.fd))
      waiting.removeAll { $0 == descriptor.fd }
    }
    return found
  }

  private func signalled() -> [Wakeup] {
    let bits = ct_signals_take()
    func has(_ bit: Int) -> Bool { Int(bits) & bit != 0 }
    var found: [Wakeup] = []
    if has(CT_CONTINUED) {
      resume()
      found.append(.event(.resize(size)))
    } else if has(CT_RESIZED), fitToTerminal() {
      found.append(.event(.resize(size)))
    }
    if has(CT_MESSAGE) { found.append(.messages) }
    if has(CT_INTERRUPT) { found.append(.event(.interrupt)) }
    if has(CT_STOP) { found.append(.event(.suspendRequested)) }
    if has(CT_TERMINATE) { found.append(.event(.terminate)) }
    if has(CT_HANGUP) { found.append(.event(.hangup)) }
    return found
  }

  /// Milliseconds, rounded up, to the nearer of `end` and the decoder's deadline; -1 for ever.
  private func milliseconds(until end: ContinuousClock.Instant?) -> CInt {
    guard let nearest = [end, input.deadline].compactMap({ $0 }).min() else { return -1 }
    let left = max(.zero, nearest - ContinuousClock.now)
    let (seconds, attoseconds) = left.components
    return CInt(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}

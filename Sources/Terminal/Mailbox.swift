import CTerminal
import Synchronization

/// Where workers leave messages for the main loop, from any thread; the loop wakes and takes them all at once.
package final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])

  /// Empty; may be made before the session and outlive it.
  package init() {}

  /// Leaves a message and wakes the loop (`Wakeup.messages`).
  package func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    ct_wake()
  }

  /// Everything posted since the last call, in the order of posting.
  package func take() -> [Message] {
    messages.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }
}

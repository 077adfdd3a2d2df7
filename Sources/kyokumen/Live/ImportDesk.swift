import Domain
import Foundation
import Interface
import Synchronization
import Terminal

/// Reads files that are to come in, beside the loop: one at a time, the latest asked for.
final class ImportDesk: Sendable {
  /// Whether a reading is still wanted; each has its own.
  private final class Wish: Sendable {
    let isOver = Atomic(false)
  }

  private struct Unwanted: Error {}

  private let folders: Folders
  private let latest = Mutex<Wish?>(nil)

  init(_ folders: Folders) { self.folders = folders }

  /// Reads a file by a worker, which tells how far it has come and at last what it came to.
  ///
  /// - Parameters:
  ///   - request: The file, or what was read of it before.
  ///   - assessment: What it is compared with.
  ///   - context: Who acts, and the catalogues.
  ///   - mailbox: Where the answers go.
  func read(
    _ request: ImportRequest, _ assessment: Assessment, _ context: Context, into mailbox: Mailbox<Message>
  ) {
    let wish = Wish()
    latest.withLock { before in
      before?.isOver.store(true, ordering: .relaxed)
      before = wish
    }
    Thread.detachNewThread { [folders] in
      guard let answer = Self.answer(request, assessment, context, folders, wish, mailbox) else { return }
      mailbox.post(.importRead(answer))
    }
  }

  /// The reading under way ends; what it found so far is nobody's.
  func cancel() {
    latest.withLock { $0?.isOver.store(true, ordering: .relaxed) }
  }

  /// Nil where nobody waits any more.
  private static func answer(
    _ request: ImportRequest, _ assessment: Assessment, _ context: Context, _ folders: Folders, _ wish: Wish,
    _ mailbox: Mailbox<Message>
  ) -> ImportAnswer? {
    do {
      let tables = try request.tables ?? TablesImport.tables(InputFile(folders.expanded(request.path)))
      var request = request
      request.tables = tables
      var told = ContinuousClock.now
      let read = try TableImport(tables, request.order, assessment, context) { done, total in
        guard !wish.isOver.load(ordering: .relaxed) else { throw Unwanted() }
        guard ContinuousClock.now - told > .milliseconds(200) else { return }
        told = ContinuousClock.now
        mailbox.post(.importRead(.progress(done, total)))
      }
      return wish.isOver.load(ordering: .relaxed) ? nil : .read(request, read)
    } catch is Unwanted {
      return nil
    } catch {
      return .failed(Failure(error).words)
    }
  }
}

import Domain
import Exchange
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

  /// What a file is compared with, and for whom.
  struct Ground: Sendable {
    let assessment: Assessment
    let context: Context
    let language: Language
  }

  private let folders: Folders
  private let clock: Clock
  private let latest = Mutex<Wish?>(nil)

  init(_ folders: Folders, _ clock: Clock) {
    self.folders = folders
    self.clock = clock
  }

  /// Reads a file by a worker, which tells how far it has come and at last what it came to.
  ///
  /// - Parameters:
  ///   - request: The file, or what was read of it before.
  ///   - ground: What it is compared with.
  ///   - mailbox: Where the answers go.
  func read(_ request: ImportRequest, on ground: Ground, into mailbox: Mailbox<Message>) {
    let wish = Wish()
    latest.withLock { before in
      before?.isOver.store(true, ordering: .relaxed)
      before = wish
    }
    Thread.detachNewThread { [self] in
      guard let answer = answer(request, ground, wish, mailbox) else { return }
      mailbox.post(.importRead(answer))
    }
  }

  /// The reading under way ends; what it found so far is nobody's.
  func cancel() {
    latest.withLock { $0?.isOver.store(true, ordering: .relaxed) }
  }

  /// A document belongs to the party that was chosen for it, else to the one it names, else to the one on screen.
  private func document(
    _ bytes: [UInt8], _ request: ImportRequest, _ ground: Ground, notes: [ImportNote] = []
  ) throws -> DocumentPreview {
    let assessment = ground.assessment
    let onScreen = request.order.party ?? assessment.participants.first
    let plan = try DocumentPlan(bytes, path: request.path, into: assessment, ground.context, notes: notes) {
      if request.isPartyChosen { return request.order.party }
      return $0.isShared ? nil : $1 ?? onScreen
    }
    return try plan.preview(assessment, clock, ground.language)
  }

  /// Nil where nobody waits any more.
  private func answer(
    _ request: ImportRequest, _ ground: Ground, _ wish: Wish, _ mailbox: Mailbox<Message>
  ) -> ImportAnswer? {
    do {
      let answer = try read(request, ground) { done, total in
        guard !wish.isOver.load(ordering: .relaxed) else { throw Unwanted() }
        mailbox.post(.importRead(.progress(done, total)))
      }
      return wish.isOver.load(ordering: .relaxed) ? nil : answer
    } catch is Unwanted {
      return nil
    } catch {
      return .failed(Failure(error).words)
    }
  }

  private func read(
    _ request: ImportRequest, _ ground: Ground, _ tell: (Int, Int) throws -> Void
  ) throws -> ImportAnswer {
    var request = request
    if request.tables == nil {
      let file = try InputFile(folders.expanded(request.path))
      guard !request.isCatalogue else {
        let list = try file.controlList()
        return .document(request, try document(list.document, request, ground, notes: list.notes))
      }
      switch file.format {
      case .json: return .failed(LiveWords.wholeWorkspace(request.path))
      case .oscal, .library: return .document(request, try document(file.bytes, request, ground))
      case .csv, .xlsx, .catalogue: request.tables = try TablesImport.tables(file)
      }
    }
    var told = ContinuousClock.now
    let read = try TableImport(request.tables ?? [], request.order, ground.assessment, ground.context) {
      guard ContinuousClock.now - told > .milliseconds(200) else { return }
      told = ContinuousClock.now
      try tell($0, $1)
    }
    return .read(request, read)
  }
}

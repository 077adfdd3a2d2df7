import Domain
import Foundation
import Glibc
import Interface
import Reports
import Synchronization
import Terminal

/// Writes reports beside the interface, one at a time: tells how far it is, and leaves off when told to.
final class ReportWorker: Sendable {
  private let mailbox: Mailbox<Message>
  private let isBusy = Atomic(false)
  private let isToStop = Atomic(false)

  init(mailbox: Mailbox<Message>) { self.mailbox = mailbox }

  /// It was told to leave off.
  private struct Stopped: Error {}

  private static let patience = Duration.milliseconds(500)
  private static let pace = Duration.milliseconds(100)

  /// Begins to write; what came of it is left in the mailbox.
  ///
  /// - Parameters:
  ///   - material: What the report is made of.
  ///   - form: How it is written.
  ///   - path: Where to, in full.
  ///   - name: The path as it was typed.
  /// - Returns: Whether it could begin: not while another report is being written.
  func write(_ material: ReportMaterial, as form: ReportForm, to path: String, named name: String) -> Bool {
    guard isBusy.compareExchange(expected: false, desired: true, ordering: .sequentiallyConsistent).exchanged
    else { return false }
    isToStop.store(false, ordering: .sequentiallyConsistent)
    Thread.detachNewThread { [self] in
      let language = material.source.language
      let notice = outcome(language) { try work(material, form, path, named: name) }
      isBusy.store(false, ordering: .sequentiallyConsistent)
      mailbox.post(.worked(.ended(notice)))
    }
    return true
  }

  /// Has it leave off at the next piece; the file that was there before stays.
  func stop() { isToStop.store(true, ordering: .sequentiallyConsistent) }

  private func outcome(_ language: Language, _ work: () throws -> Words) -> Notice {
    do {
      return Notice(try work()[language], .success)
    } catch is Stopped {
      return Notice(LiveWords.reportStopped[language], .warning)
    } catch {
      return Notice(Failure(error).words[language], .error)
    }
  }

  private func work(
    _ material: ReportMaterial, _ form: ReportForm, _ path: String, named name: String
  ) throws -> Words {
    let begun = ContinuousClock.now
    var told = begun
    let document = material.document
    let total = document.rowCount
    var rows = 0
    var bytes = 0
    try Destination(path).write { sink in
      try form.write(document) { piece, count in
        if isToStop.load(ordering: .relaxed) { throw Stopped() }
        try sink(Array(piece.utf8))
        bytes += piece.utf8.count
        rows += count
        let now = ContinuousClock.now
        guard now - begun > Self.patience, now - told > Self.pace else { return }
        told = now
        mailbox.post(.worked(.advanced(LiveWords.writingReport(name), done: rows, of: total)))
      }
    }
    return LiveWords.reportWritten(name, kilobytes: (bytes + 1023) / 1024)
  }
}

import Catalogues
import Domain
import Journal
import Reports
import Testing

/// An assessment with a journal in memory: acts go in, the minutes of the day come out.
struct MinutesDesk {
  static let today = Day(number: 20_781)

  var assessment = Assessment()
  private(set) var entries: [Entry] = []
  private var context = Context(today: today, actor: "Ann", catalogues: Catalogues.shelf)
  private let language: Language
  private var number: UInt32 = 1

  /// The worked case; only its acts of today are in the journal.
  init(_ language: Language) throws {
    self.language = language
    var assessment = Assessment()
    var kept: [([Change], String)] = []
    try WorkedCase.cloud.buildSteps(language: language, today: Self.today) { step in
      var context = Context(today: Self.today, actor: step.actor, catalogues: Catalogues.shelf)
      context.party = step.party
      let changes = try assessment.perform(step.commands, in: context)
      if step.isToday { kept.append((changes, step.actor)) }
      return changes
    }
    self.assessment = assessment
    for (changes, actor) in kept { note(changes, by: actor) }
  }

  /// Carries out one act of the day.
  @discardableResult
  mutating func act(_ commands: [Command]) throws -> [Change] {
    let changes = try assessment.perform(commands, in: context)
    note(changes, by: context.actor)
    return changes
  }

  /// Takes an act back.
  mutating func undo(_ changes: [Change]) {
    let back = changes.reversed().compactMap { $0.inverse(in: assessment) }
    for change in back { assessment.apply(change) }
    note(back, by: context.actor)
  }

  mutating func redo(_ changes: [Change]) {
    for change in changes { assessment.apply(change) }
    note(changes, by: context.actor)
  }

  private mutating func note(_ changes: [Change], by actor: String) {
    let moment = Moment(milliseconds: Int64(Self.today.number) * 86_400_000)
    let head = entries.last.map { Head(seq: $0.seq, digest: $0.digest) } ?? .empty
    let batch = Batch(
      changes, by: Signature(at: moment, actor: actor), after: head,
      first: EntryID(replica: 1, number: number), in: assessment)
    entries += batch.entries
    number += UInt32(batch.entries.count)
  }

  func record(_ label: String) throws -> RecordID { try #require(assessment.record(labelled: label)) }

  func minutes(hiding hidden: Set<RecordID> = []) -> Document {
    Minutes(
      of: Self.today, in: assessment, work: DayWork(entries), language: language,
      hidden: hidden
    ).document
  }
}

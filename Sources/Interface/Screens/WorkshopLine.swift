import Canvas
import Domain

/// One line of the workshop screen: what, about which record, who or how long, and how it stands.
struct WorkshopLine {
  private(set) var title: String
  /// The record it is about, by its label.
  private(set) var about: RecordID?
  private(set) var who = ""
  private(set) var glyph: Glyph?
  private(set) var state = Words("", "")
  private(set) var role = Role.text
  /// Done with: drawn muted.
  private(set) var isSettled = false

  private let assessment: Assessment
  private let today: Day
  private let language: Language

  init(_ record: RecordID, _ section: WorkshopSection, _ model: Model) {
    assessment = model.assessment
    today = model.context.today
    language = model.language
    title = model.assessment.title(of: record) ?? ""
    switch section {
    case .agenda: readAgenda(record, model.now)
    case .participants: readParticipant(record, model)
    case .decisions: about = linked(record, Decision.record)
    case .homework: readHomework(record)
    case .parking: readParking(record)
    }
  }

  private func linked(_ record: RecordID, _ attribute: Attribute<RecordID>) -> RecordID? {
    assessment[record, attribute].flatMap { assessment.exists($0) ? $0 : nil }
  }

  private mutating func readAgenda(_ item: RecordID, _ now: Moment) {
    let timing = assessment.timing(of: item, at: now)
    who = timing.planned.map { Self.minutes($0)[language] } ?? ""
    if timing.isRunning {
      (glyph, state, role) = Self.running(timing)
    } else if timing.isEnded {
      (glyph, state, role) = (
        .check, Words("took \(timing.elapsed) min", "所要 \(timing.elapsed)分"), .textMuted
      )
      isSettled = true
    } else if let day = assessment[item, AgendaItem.day], day != today {
      let date = day.short(seenFrom: today)
      (glyph, state, role) = (.phaseNotStarted, Words(date, date), .textMuted)
    } else {
      (glyph, state, role) = (.phaseNotStarted, Words("to come", "これから"), .textMuted)
    }
  }

  static func minutes(_ count: Int) -> Words { Words("\(count) min", "\(count)分") }

  /// How the running item stands: what is left of its box, or how far it is over.
  static func running(_ timing: AgendaTiming) -> (Glyph, Words, Role) {
    guard let left = timing.left else {
      let words = Words("for \(timing.elapsed) min", "\(timing.elapsed)分経過")
      return (.phaseInProgress, words, .phaseInProgress)
    }
    guard timing.isOver else {
      return (.phaseInProgress, Words("\(left) min left", "残り \(left)分"), .phaseInProgress)
    }
    let words =
      left == 0 ? Words("time is up", "時間です") : Words("\(-left) min over", "\(-left)分超過")
    return (.severityWarning, words, .gateWarning)
  }

  private mutating func readParticipant(_ participant: RecordID, _ model: Model) {
    who = assessment.party(of: participant).map(model.shortName(of:)) ?? model.say(Words("none", "所属なし"))
    if let part = assessment[participant, Participant.role] { title += "   " + part }
    let days = assessment.daysPresent(participant)
    if days.contains(today) {
      (glyph, state, role) = (.check, Words("present", "出席"), .messageSuccess)
    } else {
      let last = days.max().map { $0.short(seenFrom: today) }
      (glyph, state, role) = (
        .absent, last.map { Words("absent (\($0))", "不在 \($0)出席") } ?? Words("absent", "不在"), .textMuted
      )
    }
  }

  private mutating func readHomework(_ item: RecordID) {
    about = linked(item, ActionItem.record)
    who = assessment[item, ActionItem.owner].flatMap { assessment.title(of: $0) } ?? ""
    if let done = assessment[item, ActionItem.doneOn] {
      let date = done.short(seenFrom: today)
      (glyph, state, role) = (.check, Words("done \(date)", "完了 \(date)"), .textMuted)
      isSettled = true
    } else if let due = assessment[item, ActionItem.due] {
      let date = due.short(seenFrom: today)
      (glyph, state, role) =
        due < today
        ? (.severityBlocker, Words("overdue \(date)", "期限超過 \(date)"), .gateBlocker)
        : (.bullet, Words("due \(date)", "期限 \(date)"), .text)
    } else {
      (glyph, state, role) = (
        .severityWarning, Words("\(key: "edit"): due?", "\(key: "edit") 期限?"), .gateWarning
      )
    }
  }

  private mutating func readParking(_ item: RecordID) {
    about = linked(item, ParkingItem.record)
    if let day = assessment[item, ParkingItem.takenUpOn] {
      let date = day.short(seenFrom: today)
      (glyph, state, role) = (.check, Words("taken up \(date)", "取上げ \(date)"), .textMuted)
      isSettled = true
    } else {
      (glyph, state, role) = (.bullet, Words("parked", "保留"), .text)
    }
  }
}

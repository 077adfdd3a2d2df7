import Canvas
import Domain
import Interface
import Journal
import Reports
import Store
import Terminal

/// Carries out the orders of the interface and answers with messages.
final class EffectRunner {
  /// What came of an order.
  struct Answer {
    var messages: [Message] = []
    var isOver = false
    var isFailure = false
  }

  private let workspace: Workspace
  private let seat: any Seat
  /// Nil where nothing is drawn.
  private let desk: ThemeDesk?
  private let surroundings: Surroundings
  private let editor: Editor
  private let evidence: EvidenceReader
  private let mailbox: Mailbox<Message>
  private let imports: ImportDesk
  private var auditDesk: AuditDesk
  private let reportWorker: ReportWorker

  /// Answers that take long are left in the mailbox.
  init(
    _ workspace: Workspace, _ seat: any Seat, _ desk: ThemeDesk?, _ surroundings: Surroundings,
    mailbox: Mailbox<Message>
  ) {
    self.workspace = workspace
    self.seat = seat
    self.desk = desk
    self.surroundings = surroundings
    editor = Editor(environment: surroundings.environment)
    evidence = EvidenceReader(beside: workspace.path, surroundings.folders)
    self.mailbox = mailbox
    imports = ImportDesk(surroundings.folders, surroundings.clock)
    auditDesk = AuditDesk(workspace: workspace, surroundings: surroundings)
    reportWorker = ReportWorker(mailbox: mailbox)
  }

  /// Carries out one order, on the spot: every change is in the file before the frame that shows it.
  func run(_ effect: Effect, _ model: inout Model) -> Answer {
    switch effect {
    case .perform(let commands, let origin):
      return perform(commands, origin, &model)
    case .cast(let ballots):
      return act(.estimate, &model) { workspace, assessment, context, moment in
        try workspace.cast(
          ballots.map { Opening($0, salt: Salt.fresh()) }, on: &assessment, in: context, at: moment)
      }
    case .reveal(let round, let leavingOut):
      return act(.estimate, &model) { workspace, assessment, context, moment in
        try workspace.reveal(
          round, leavingOut: leavingOut, on: &assessment, in: context, at: moment)
      }
    case .undo:
      return act(.undo, &model) { workspace, assessment, context, moment in
        try workspace.undo(on: &assessment, in: context, at: moment)
      }
    case .redo:
      return act(.redo, &model) { workspace, assessment, context, moment in
        try workspace.redo(on: &assessment, in: context, at: moment)
      }
    case .readHistory(let record):
      return attempt(model) {
        let reader = HistoryReader(workspace: workspace, clock: surroundings.clock)
        let lines = try reader.lines(of: record, filter: model.historyFilter, in: model.present)
        return [.historyRead(lines, of: record)]
      }
    case .readPast(let point): return readPast(point, model)
    case .readCycles:
      return attempt(model) { [.cyclesRead(try workspace.closedCycles(day: surroundings.clock.day(of:)))] }
    case .edit(let text, let target):
      return edit(text, target, model)
    case .copy(let text):
      if seat.copy(text) { return Answer() }
      return notice(LiveWords.tooLongToCopy, .warning, model)
    case .redraw:
      seat.redraw()
      return Answer()
    case .suspend:
      seat.suspend()
      return Answer(messages: [.terminal(.resize(seat.size))])
    case .toggleMouse:
      seat.setMouse(model.isMouseOn)
      return notice(model.isMouseOn ? LiveWords.mouseOn : LiveWords.mouseOff, .info, model)
    case .useTheme(let name): return use(theme: name, &model)
    case .saveCopy(let path):
      return saveCopy(to: path, model)
    case .readMinutes(let day):
      return attempt(model) {
        let reader = MinutesReader(
          workspace: workspace, clock: surroundings.clock, latest: surroundings.clock.today,
          assessment: model.present, language: model.language)
        let minutes = try reader.minutes(of: day)
        return [.minutesRead(minutes.day, ScreenLines.write(minutes.document))]
      }
    case .readEvidence(let places):
      evidence.read(places, into: mailbox)
      return Answer()
    case .readStop(let record):
      return attempt(model) {
        let reader = HistoryReader(workspace: workspace, clock: surroundings.clock)
        return [.stopRead(try reader.lines(of: record, in: model.present), of: record)]
      }
    case .readChanged(let day):
      return attempt(model) { [.changedRead(try auditDesk.changed(since: day), since: day)] }
    case .openNotes(let path):
      return attempt(model) {
        try auditDesk.openNotes(path)
        return [.notesOpened(path)]
      }
    case .writeNote(let note, let heading):
      return attempt(model) {
        try auditDesk.write(note, about: heading)
        return [.noticed(Notice(LiveWords.noteWritten(model.walk.notes ?? "")[model.language], .success))]
      }
    case .readAudit(let walk):
      return attempt(model) {
        [.auditRead(walk, ScreenLines.write(try material(ReportOrder(.audit, walk: walk), model).document))]
      }
    case .writeReport(let order, let path, let replacing):
      return write(order, to: path, replacing, model)
    case .stopWork:
      reportWorker.stop()
      return Answer()
    case .readImport(let request):
      imports.read(
        request, on: .init(assessment: model.present, context: model.context, language: model.language),
        into: mailbox)
      return Answer()
    case .cancelImport:
      imports.cancel()
      return Answer()
    case .bell:
      seat.beep()
      return Answer()
    case .quit:
      return Answer(isOver: true)
    }
  }

  /// A file that becomes evidence is read first, so that its digest is part of the act.
  private func perform(_ commands: [Command], _ origin: Origin, _ model: inout Model) -> Answer {
    let commands = evidence.settled(commands)
    let places = commands.evidencePlaces
    if !places.isEmpty {
      _ = model.update(.evidenceRead(evidence.read(places)))
      // A reading begun before may still come in: what holds is read once more behind it.
      evidence.read(places, into: mailbox)
    }
    return act(origin, &model) { workspace, assessment, context, moment in
      try workspace.perform(commands, on: &assessment, in: context, at: moment)
    }
  }

  /// Folds in what other programs stored.
  func refresh(_ model: inout Model) -> [Message] {
    do {
      let changes = try model.withPresent { assessment, _ in try workspace.refresh(&assessment) }
      return changes.isEmpty ? [] : [.changedElsewhere(changes)]
    } catch {
      return [.noticed(Notice(model.say(Failure(error).words), .error))]
    }
  }

  private func act(
    _ origin: Origin, _ model: inout Model,
    _ perform: (Workspace, inout Assessment, Context, Moment) throws -> [Change]
  ) -> Answer {
    let outcome: Outcome
    do {
      let moment = surroundings.clock.now
      outcome = .done(
        try model.withPresent { assessment, context in
          try perform(workspace, &assessment, context, moment)
        })
    } catch let refusal as Refusal {
      outcome = .refused(refusal)
    } catch {
      outcome = .failed(model.say(Failure(error).words))
    }
    // What others stored was folded in on the way; the lines must know before they show the act.
    let others = refresh(&model)
    return Answer(messages: others + [.performed(outcome, origin)])
  }

  private func readPast(_ point: PastPoint, _ model: Model) -> Answer {
    attempt(model) {
      let clock = surroundings.clock
      guard let state = try workspace.past(point, startOfDay: clock.start(of:)) else {
        return [.noticed(Notice(model.say(PastWords.noSuchMoment), .warning))]
      }
      return [.pastRead(state, at: clock.time(of: state.moment.at))]
    }
  }

  /// What a report is made of. A day's minutes and what a walk came to are of the present, as their pages on screen
  /// are; the others tell of the past moment on screen, if there is one.
  private func material(_ order: ReportOrder, _ model: Model) throws -> ReportMaterial {
    let desk = ReportDesk(workspace: workspace, clock: surroundings.clock, language: model.language)
    guard order.day == nil, order.walk == nil else {
      return try desk.material(order, of: model.present, model.context)
    }
    return try desk.material(order, of: model.assessment, model.context, at: model.past?.name)
  }

  /// A report into a file, by a worker, since it may take long; asks before one that is there is replaced.
  private func write(_ order: ReportOrder, to path: String, _ replacing: Bool, _ model: Model) -> Answer {
    let full = surroundings.folders.expanded(path)
    guard replacing || !FileText.exists(full) else { return Answer(messages: [.reportExists(order, path)]) }
    return attempt(model) {
      let form = try ReportForm(path: full)
      try Destination(full).admit()
      guard reportWorker.write(try material(order, model), as: form, to: full, named: path) else {
        return [.noticed(Notice(LiveWords.stillWriting[model.language], .warning))]
      }
      return []
    }
  }

  private func use(theme name: String, _ model: inout Model) -> Answer {
    switch desk?.choose(name) {
    case .changed(let theme, _): model.glyphs = theme.glyphs
    case .same: break
    case .broken(let words): return notice(words, .error, model)
    case nil: return notice(UI.noThemes, .warning, model)
    }
    return notice(LiveWords.themeChosen(name), .info, model)
  }

  private func saveCopy(to path: String, _ model: Model) -> Answer {
    let name = path.hasSuffix(".kyokumen") ? path : path + ".kyokumen"
    let full = surroundings.folders.expanded(name)
    return attempt(model) {
      try workspace.saveCopy(to: full)
      RecentFiles(folders: surroundings.folders).note(full)
      return [.noticed(Notice(LiveWords.savedAs(name)[model.language], .success))]
    }
  }

  private func edit(_ text: String, _ target: EditTarget, _ model: Model) -> Answer {
    guard seat.canBeLent else { return notice(LiveWords.noEditor, .warning, model) }
    return attempt(model) {
      let edited = try seat.away { try editor.edit(text) }
      return [.terminal(.resize(seat.size)), .edited(edited, target)]
    }
  }

  private func attempt(_ model: Model, _ work: () throws -> [Message]) -> Answer {
    do {
      return Answer(messages: try work())
    } catch {
      let sentence = model.say(Failure(error).words)
      return Answer(messages: [.noticed(Notice(sentence, .error))], isFailure: true)
    }
  }

  private func notice(_ words: Words, _ tone: Notice.Tone, _ model: Model) -> Answer {
    Answer(messages: [.noticed(Notice(model.say(words), tone))])
  }
}

import Canvas
import Domain

/// Where a spoken screen's model lives: messages are folded into it, with all they order, before the next is sent.
package protocol PlainHost: AnyObject {
  var model: Model { get }
  func send(_ message: Message)
}

/// Reads typed lines as what a person wants, and says in lines what came of it: the same model and the same messages
/// as on the drawn screen, for screen readers, terminals that cannot place a cursor, and scripts.
package struct PlainReader {
  /// What the last numbered list offered, where it was not the screen's own.
  enum Menu {
    case actions([String])
    case screens([ScreenID])
  }

  /// What is to be said at the end of a turn.
  struct Turn {
    /// Said before anything else.
    var lines: [String] = []
    var wantsAll = false
    var wantsDetail = false
    /// What was too much stays to be read.
    var readsOn = false
  }

  var menu: Menu?
  var turn = Turn()
  /// The place in the list at which the next part begins.
  var next = 0
  /// Lines that were too many to be said at once.
  var unsaid: [String] = []
  /// The field of the form in front that the next line is for.
  var openField: Int?
  /// The lines of a long text so far; nil where none is typed.
  var gathered: [String]?
  private var seen = Seen()

  package init() {}

  /// What was said last, to tell what is new.
  private struct Seen {
    var spot: Spot?
    var cursor = 0
    var column = 0
    var inCell = false
    var pane = Model.Pane.main
    var count = 0
    var layers = 0
    var account: PlainAccount?
    var notice: Notice?
  }

  /// What a page is about: another of it is a page of its own.
  private struct Spot: Hashable {
    let screen: ScreenID
    let party: RecordID?
    let variant: Int
    let sort: GridSort?
    let filter: String?
    let focus: RecordID?
    let isPast: Bool

    init(_ model: Model) {
      screen = model.screen
      party = model.party
      variant = model.state.variant
      sort = model.state.sort
      filter = model.filterText
      focus = Screens.screen(model.screen).followsFocus ? model.focus : nil
      isPast = model.past != nil
    }
  }

  // MARK: Turns

  /// The first page.
  package mutating func begin(_ host: some PlainHost) -> [String] {
    turn = Turn(wantsAll: true)
    return say(host.model, isAnswer: true)
  }

  /// Takes a line in, and says what came of it.
  package mutating func take(_ line: String, _ host: some PlainHost) -> [String] {
    turn = Turn()
    if host.model.notice != nil { host.send(.asked(.silence)) }
    if host.model.layers.isEmpty { command(line, host) } else { answer(line, host) }
    return say(host.model, isAnswer: true)
  }

  /// Says what happened without anybody's asking; nothing when nothing did.
  package mutating func news(_ host: some PlainHost) -> [String] {
    turn = Turn()
    return say(host.model, isAnswer: false)
  }

  /// What stands before the cursor where somebody types.
  package func prompt(_ model: Model) -> String {
    guard let layer = model.layers.last else { return "> " }
    switch layer.account(model).way {
    case .line(let field): return (field.label.isEmpty ? "" : field.label + " ") + "> "
    case .fields(let fields, _):
      guard let openField, fields.indices.contains(openField) else { return "> " }
      return PlainText.said(fields[openField].label, model.language) + " > "
    case .keys, .numbers: return "> "
    }
  }

  /// A whole number as people type it; nil for any other text.
  static func number(_ text: String) -> Int? {
    let half = TypedText.token(text)
    guard (1...9).contains(half.count), half.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return Int(half)
  }

  // MARK: Saying

  /// More at once is hard to keep in mind.
  private static let most = PlainPage.part + 6

  private mutating func say(_ model: Model, isAnswer: Bool) -> [String] {
    var lines = turn.lines
    if let notice = model.notice, isAnswer || notice != seen.notice { lines.append(said(notice, model)) }
    if let layer = model.layers.last {
      lines += says(layer.account(model), model)
    } else {
      openField = nil
      gathered = nil
      lines += saysScreen(model)
    }
    remember(model)
    let all = lines.map { PlainText.said($0, model.language) }.filter { !$0.isEmpty }
    guard all.count > Self.most else {
      if !turn.readsOn, !all.isEmpty { unsaid = [] }
      return all
    }
    unsaid = Array(all.dropFirst(PlainPage.part))
    return all.prefix(PlainPage.part) + [left(model)]
  }

  private func left(_ model: Model) -> String {
    model.say(Words("\(unsaid.count) more lines: more", "あと\(unsaid.count)行: 続き（more）"))
  }

  /// Reads on: what was too much at once, else the next part of the list.
  mutating func readOn(_ model: Model) {
    turn.readsOn = true
    if !unsaid.isEmpty {
      turn.lines = Array(unsaid.prefix(PlainPage.part))
      unsaid.removeFirst(min(PlainPage.part, unsaid.count))
      if !unsaid.isEmpty { turn.lines.append(left(model)) }
    } else if model.layers.isEmpty, menu == nil, next < model.state.rows.count {
      turn.lines = PlainPage(model).list(from: &next)
    } else {
      turn.lines = [model.say(PlainWords.noMore)]
    }
  }

  private func said(_ notice: Notice, _ model: Model) -> String {
    switch notice.tone {
    case .info, .success: notice.text
    case .warning: model.say(PlainWords.warning) + ": " + notice.text
    case .error: model.say(PlainWords.error) + ": " + notice.text
    }
  }

  private mutating func remember(_ model: Model) {
    seen.spot = Spot(model)
    seen.cursor = model.state.cursor
    seen.column = model.state.column
    seen.inCell = model.state.inCell
    seen.pane = model.pane
    seen.count = model.state.rows.count
    seen.layers = model.layers.count
    seen.account = model.layers.last?.account(model)
    seen.notice = model.notice
  }

  private mutating func saysScreen(_ model: Model) -> [String] {
    let page = PlainPage(model)
    if turn.wantsAll || seen.spot != Spot(model) {
      next = 0
      menu = nil
      if turn.wantsDetail, model.pane == .main, !turn.wantsAll { return page.head + atLine(page) }
      return page.lines(from: &next) + [page.actions]
    }
    if model.state.inCell { return [page.currentCell] + (seen.inCell ? [] : [page.cellKeys]) }
    if model.pane == .gate { return seen.pane == .gate && !turn.wantsDetail ? [] : page.findings }
    if turn.wantsDetail { return atLine(page) }
    if seen.column != model.state.column { return [page.currentCell] }
    if seen.cursor != model.state.cursor || seen.layers > 0 || seen.pane == .gate {
      return [page.line(model.state.cursor) ?? page.title]
    }
    return seen.count == model.state.rows.count ? [] : [page.title]
  }

  private func atLine(_ page: PlainPage) -> [String] {
    [page.line(page.model.state.cursor)].compactMap(\.self) + page.detail
  }

  private func says(_ account: PlainAccount, _ model: Model) -> [String] {
    if let gathered, !gathered.isEmpty { return [] }
    if let openField, case .fields(let fields, _) = account.way, fields.indices.contains(openField) {
      return PlainQuestion(model).open(fields[openField])
    }
    guard turn.wantsAll || account != seen.account else { return [] }
    let before = turn.wantsAll || seen.account?.title != account.title ? nil : seen.account
    return PlainQuestion(model).lines(account, after: before)
  }
}

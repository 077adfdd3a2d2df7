import Canvas
import Domain

/// A line as a command on the screen in front.
extension PlainReader {
  mutating func command(_ line: String, _ host: some PlainHost) {
    let typed = TypedText.token(line.trimmed)
    if typed.isEmpty { return again(host) }
    if let number = Self.number(typed), !host.model.state.inCell { return take(number, host) }
    let offered = menu
    menu = nil
    if typed == "." || typed == "。" {
      guard host.model.state.inCell else {
        turn.lines = [host.model.say(PlainWords.nothingToLeave)]
        return
      }
      return press([.escape], host)
    }
    if host.model.state.inCell, let key = Key(name: typed) { return press([key], host) }
    if let steering = PlainWords.steering[typed.lowercased()] { return steer(steering, offered, host) }
    let parts = typed.split(separator: " ", maxSplits: 1).map(String.init)
    let word = parts[0].lowercased()
    // As it was typed: what goes into a record keeps its characters.
    let raw = line.trimmed.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    let rest = raw.count > 1 ? raw[1].trimmed : ""
    if word == "key", let key = Key(name: TypedText.token(rest)) { return press([key], host) }
    if word == "party" || word == "組織", !rest.isEmpty { return turn(to: rest, host) }
    if let phase = Self.phase(typed) {
      return host.send(.asked(.action("phase-\(phase.rawValue)", word: "")))
    }
    if let record = host.model.assessment.record(labelled: typed) {
      turn.wantsDetail = true
      let isParty = host.model.assessment.kind(of: record) == .party
      return host.send(.asked(isParty ? .party(record) : .record(record)))
    }
    if let number = Self.number(parts[0]), !rest.isEmpty {
      go(to: number, host)
      return order(rest, "", host)
    }
    order(typed, rest, host)
  }

  private mutating func again(_ host: some PlainHost) {
    menu = nil
    if host.model.pane != .main { host.send(.asked(.line(host.model.state.cursor))) }
    turn.wantsAll = true
  }

  // MARK: Numbers

  private mutating func take(_ number: Int, _ host: some PlainHost) {
    switch menu {
    case .actions(let ids)?:
      guard ids.indices.contains(number - 1) else { break }
      menu = nil
      return run(ids[number - 1], "", host)
    case .screens(let ids)?:
      guard ids.indices.contains(number - 1) else { break }
      menu = nil
      return host.send(.asked(.screen(ids[number - 1])))
    case nil:
      if number == 0 { return host.send(.asked(.screen(.overview))) }
      if host.model.pane == .gate, host.model.shownFindings.indices.contains(number - 1) {
        turn.wantsDetail = true
        return host.send(.asked(.finding(number - 1)))
      }
      guard host.model.state.rows.indices.contains(number - 1) else { break }
      turn.wantsDetail = true
      return go(to: number, host)
    }
    turn.lines = [host.model.say(PlainWords.noSuchNumber)]
  }

  private func go(to number: Int, _ host: some PlainHost) { host.send(.asked(.line(number - 1))) }

  // MARK: Words that steer

  private mutating func steer(
    _ steering: PlainWords.Steering, _ offered: Menu?, _ host: some PlainHost
  ) {
    let model = host.model
    switch steering {
    case .again: again(host)
    case .more:
      menu = offered
      readOn(model)
    case .back: back(offered, host)
    case .help: help(model)
    case .whereNow: turn.lines = [PlainPage(model).title] + PlainPage(model).standings
    case .detail: turn.wantsDetail = true
    case .gate:
      turn.wantsDetail = true
      host.send(.asked(.gate))
    case .screens: listScreens(model)
    case .next: step(1, host)
    case .previous: step(-1, host)
    case .first: host.send(.asked(.line(0)))
    case .last: host.send(.asked(.line(model.state.rows.count - 1)))
    case .quit: host.send(.asked(.action("quit", word: "")))
    }
  }

  /// Out of a list, out of what stands in the way, along the trail, at last to the overview.
  private mutating func back(_ offered: Menu?, _ host: some PlainHost) {
    if offered != nil || host.model.pane != .main {
      again(host)
    } else if !host.model.back.isEmpty {
      host.send(.asked(.action("back", word: "")))
    } else {
      host.send(.asked(.screen(.overview)))
    }
  }

  /// To the next line that says something.
  private mutating func step(_ by: Int, _ host: some PlainHost) {
    let model = host.model
    let page = PlainPage(model)
    var place = model.state.cursor + by
    while model.state.rows.indices.contains(place), page.isSilent(place) { place += by }
    guard model.state.rows.indices.contains(place) else {
      turn.lines = [model.say(by > 0 ? PlainWords.atEnd : PlainWords.atBeginning)]
      return
    }
    host.send(.asked(.line(place)))
  }

  private mutating func listScreens(_ model: Model) {
    let ids = ScreenID.allCases.filter { id in
      Screens.isBuilt(id) && Screens.screen(id).isOffered(in: model.assessment.scope)
        && ![.history, .difference, .trace, .estimate].contains(id)
    }
    menu = .screens(ids)
    turn.lines =
      [model.say(PlainWords.screens) + ":"]
      + ids.enumerated().map { place, id in
        let phase = id.phase.map { model.say(Words("phase", "局面")) + " \($0.rawValue), " } ?? ""
        return "\(place + 1). " + phase + Self.name(of: id, model) + ", " + id.rawValue
      }
  }

  private static func name(of id: ScreenID, _ model: Model) -> String {
    let title = Screens.screen(id).title(model)
    return PlainText.pieces(of: Array(title)).first?.text ?? id.rawValue
  }

  // MARK: Places

  /// `phase 4`, `局面4`.
  private static func phase(_ typed: String) -> Phase? {
    for word in ["phase", "局面"] where typed.lowercased().hasPrefix(word) {
      return number(String(typed.dropFirst(word.count)).trimmed).flatMap(Phase.init)
    }
    return nil
  }

  /// A party by its key or name, or all of them.
  private mutating func turn(to typed: String, _ host: some PlainHost) {
    let model = host.model
    if ["all", "全組織", "全部"].contains(typed.lowercased()) { return host.send(.asked(.party(nil))) }
    let found =
      model.assessment.party(key: typed.lowercased())
      ?? model.assessment.ids(.party).first { model.name(of: $0).contains(typed) }
    guard let found else {
      turn.lines = [model.say(PlainWords.notUnderstood)]
      return
    }
    host.send(.asked(.party(found)))
  }
}

import Canvas
import Domain

/// The few lines a new workspace needs, or the path of one that is there.
struct StartForm: Sendable {
  /// What came of a key.
  enum Result {
    case stays
    case closes
    case orders(StartEffect)
  }

  /// What a line asks for.
  enum Question: Hashable, Sendable {
    case scope
    case title
    /// Names of this role, several between commas where the role takes several.
    case names(PartyRole)
    case path
  }

  private(set) var scope = Scope.cloud
  private(set) var cursor = 0
  private(set) var problem: Words?
  private let isNew: Bool
  private var fields: [Question: TextField] = [:]

  /// Asks for a path only.
  static func openFile() -> StartForm { StartForm(isNew: false) }

  /// Asks for all a new workspace needs.
  static func new(_ language: Language) -> StartForm { StartForm(isNew: true) }

  private init(isNew: Bool) { self.isNew = isNew }

  var title: Words { isNew ? StartWords.new : StartWords.openFile }

  var questions: [Question] {
    guard isNew else { return [.path] }
    return [.scope, .title] + roles.map(Question.names) + [.path]
  }

  private var roles: [PartyRole] {
    switch scope {
    case .singleOrganization: [.standalone]
    case .cloud: [.cloudServiceCustomer, .cloudServiceProvider]
    case .cyberspace: [.cyberspaceUser, .cyberspaceOperator]
    }
  }

  func field(_ question: Question) -> TextField { fields[question] ?? TextField() }

  mutating func receive(_ key: Key, _ language: Language) -> Result {
    problem = nil
    switch key {
    case .escape, .control("c"): return .closes
    case .control("s"): return order()
    case .enter:
      if cursor == questions.count - 1 { return order() }
      cursor += 1
    case .tab, .down: cursor = min(questions.count - 1, cursor + 1)
    case .backTab, .up: cursor = max(0, cursor - 1)
    case .left where questions[cursor] == .scope: turn(-1)
    case .right where questions[cursor] == .scope: turn(1)
    default: type(key)
    }
    return .stays
  }

  mutating func paste(_ text: String) {
    guard questions[cursor] != .scope else { return }
    var field = field(questions[cursor])
    field.paste(text)
    fields[questions[cursor]] = field
  }

  private mutating func type(_ key: Key) {
    guard questions[cursor] != .scope else { return }
    var field = field(questions[cursor])
    _ = field.receive(key)
    fields[questions[cursor]] = field
  }

  private mutating func turn(_ step: Int) {
    let all = Scope.allCases
    let now = all.firstIndex(of: scope) ?? 0
    scope = all[(now + step + all.count) % all.count]
  }

  // MARK: Answering

  private mutating func order() -> Result {
    let path = field(.path).text.trimmed
    guard isNew else { return path.isEmpty ? miss(.path) : .orders(.open(path)) }
    for question in questions where question != .scope && field(question).text.trimmed.isEmpty {
      return miss(question)
    }
    let parties = roles.flatMap { role in names(role).map { (role: role, name: $0) } }
    let full = path.hasSuffix(".kyokumen") ? path : path + ".kyokumen"
    return .orders(
      .create(StartRequest(scope: scope, title: field(.title).text.trimmed, parties: parties, path: full)))
  }

  private mutating func miss(_ question: Question) -> Result {
    cursor = questions.firstIndex(of: question) ?? cursor
    problem = StartWords.fillIn
    return .stays
  }

  private func names(_ role: PartyRole) -> [String] {
    let text = field(.names(role)).text
    guard role != .standalone else { return [text.trimmed] }
    return text.split { ",、，".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }
}

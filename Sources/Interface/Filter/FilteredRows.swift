package import Domain

/// The records of a kind that a filter let through when it was last applied.
///
/// They stay until the person filters anew, whatever becomes of them meanwhile: an edit never takes a line from
/// under the hands that made it. What the person makes joins them whether it fits or not; what others make, if
/// it fits.
struct FilteredRows: Sendable {
  let text: String
  /// Tells applications apart.
  let turn: Int
  /// The parties it names with @, where those have columns of their own; nil when it names none.
  let parties: [RecordID]?
  private var members: Set<RecordID>

  init(_ filter: Filter, _ kind: RecordKind, _ assessment: Assessment, turn: Int) {
    text = filter.text
    self.turn = turn
    let named = filter.parties
    parties = named.isEmpty ? nil : assessment.ids(.party).filter(named.contains)
    members = Set(filter.admitted(assessment.ids(kind), assessment))
  }

  func contains(_ record: RecordID) -> Bool { members.contains(record) }

  mutating func add(_ records: [RecordID]) { members.formUnion(records) }
}

extension Model {
  /// The filter in force on the screen in front, as typed; nil when everything is shown.
  package var filterText: String? { filterKind.flatMap { filtered[$0]?.text } }

  /// The kind of record that `f` filters on the screen in front; nil where there is no filter.
  package var filterKind: RecordKind? { Screens.screen(screen).filteredKind }

  /// The filter in force and how many it lets through, for a screen's title; empty when everything is shown.
  func filterNote(_ count: @autoclosure () -> Int) -> String {
    guard let filter = filterText else { return "" }
    let (shown, all) = (count(), unfilteredCount)
    return "   " + keymap.mention(of: "filter") + " " + filter + " "
      + say(Words("(\(shown) of \(all))", "（\(all)件中 \(shown)件）"))
  }

  /// How many records a filter narrows, of the party shown.
  var unfilteredCount: Int {
    guard let kind = filterKind else { return 0 }
    return party.map { assessment.ids(kind, of: $0).count } ?? assessment.count(kind)
  }

  /// The records of a kind that screens show: those of the party shown, or of all, that the filter let through.
  package func shown(_ kind: RecordKind) -> [RecordID] {
    let all = party.map { assessment.ids(kind, of: $0) } ?? assessment.ids(kind)
    guard let filtered = filtered[kind] else { return all }
    return all.filter(filtered.contains)
  }

  /// The risks that register and matrix are about.
  package var shownRisks: [RecordID] { shown(.risk) }

  /// Reads a filter line for the screen in front.
  func filter(_ text: String, _ kind: RecordKind) throws(FilterFault) -> Filter {
    try Filter(text, kind: kind, party: party, assessment: assessment, today: context.today)
  }

  /// Shows only what a filter admits; nil or an empty one shows everything again.
  mutating func apply(_ filter: Filter?, to kind: RecordKind) {
    turns += 1
    filtered[kind] = filter.flatMap {
      $0.tests.isEmpty ? nil : FilteredRows($0, kind, assessment, turn: turns)
    }
  }

  /// Filters and sorts the screen in front anew: what no longer fits goes, what fits now comes.
  mutating func arrangeAnew() {
    if let kind = filterKind, let text = filtered[kind]?.text { apply(try? filter(text, kind), to: kind) }
    states[screen]?.madeFor = nil
  }

  /// New records join what is shown: the person's own always, others' if they fit.
  mutating func admitNew(_ changes: [Change], areOwn: Bool) {
    guard !filtered.isEmpty else { return }
    for kind in Array(filtered.keys) {
      let born = changes.compactMap {
        if case .created(let id, kind, _, _) = $0 { id } else { nil }
      }
      guard !born.isEmpty, let text = filtered[kind]?.text else { continue }
      let filter = areOwn ? nil : try? filter(text, kind)
      filtered[kind]?.add(filter?.admitted(born, assessment) ?? (areOwn ? born : []))
    }
  }
}

import Domain

/// How a person left the screens of a workspace, so that they find them so again: whose records, which columns,
/// in which order, through which filter.
package struct RememberedLayout: Codable, Hashable, Sendable {
  /// What one screen with columns was like.
  package struct Grid: Codable, Hashable, Sendable {
    package let columns: [String]?
    package let sort: GridSort?
  }

  /// The party's key; nil for all parties.
  package let party: String?
  /// By the screen's name.
  package let grids: [String: Grid]
  /// By the kind of record they filter.
  package let filters: [String: String]
}

extension Model {
  /// What is worth remembering of how the screens are now.
  package var layoutToRemember: RememberedLayout {
    let grids = states.filter { $0.value.sort != nil || $0.value.columns != nil }
    return RememberedLayout(
      party: party.map { assessment.label(of: $0) },
      grids: Dictionary(
        uniqueKeysWithValues: grids.map {
          ($0.key.rawValue, RememberedLayout.Grid(columns: $0.value.columns, sort: $0.value.sort))
        }),
      filters: Dictionary(uniqueKeysWithValues: filtered.map { ($0.key.rawValue, $0.value.text) }))
  }

  /// Puts the screens back as they were left; what is no longer there is left out.
  package mutating func restore(_ layout: RememberedLayout) {
    if let key = layout.party {
      if let party = assessment.party(key: key) { showParty(party) }
    } else {
      showParty(nil)
    }
    for (name, grid) in layout.grids {
      guard let screen = ScreenID(rawValue: name) else { continue }
      states[screen, default: ScreenState()].columns = grid.columns
      states[screen, default: ScreenState()].sort = grid.sort
    }
    for (name, text) in layout.filters {
      guard let kind = RecordKind(rawValue: name), let filter = try? filter(text, kind) else { continue }
      apply(filter, to: kind)
    }
    prepare()
  }
}

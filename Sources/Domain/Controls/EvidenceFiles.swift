/// What was found of local files that evidence names, by the place as it is written there. Domain reads no files: it
/// is passed in as the day is.
package struct EvidenceFiles: Hashable, Sendable {
  /// What lies at a place.
  package enum Reading: Hashable, Sendable {
    /// The SHA-256 of all bytes, as 64 hexadecimal digits.
    case file(digest: String)
    case missing
    /// It is there and may not be read.
    case unreadable
  }

  private var readings: [String: Reading] = [:]

  package init() {}

  package init(_ readings: [String: Reading]) { self.readings = readings }

  /// What was found at a place; nil when nobody looked.
  package subscript(place: String) -> Reading? { readings[place] }

  /// Takes in what was found later.
  package mutating func note(_ later: [String: Reading]) {
    readings.merge(later) { _, later in later }
  }

  /// The digest of the file at a place; nil where none was read.
  package func digest(at place: String?) -> String? {
    guard let place, case .file(let digest)? = readings[place] else { return nil }
    return digest
  }
}

/// Whether the file of a piece of evidence is still what it was when it was taken.
package enum EvidenceState: Hashable, Sendable {
  /// It is no local file, or its digest was never taken.
  case unkept
  /// A digest was taken and nobody has looked since.
  case unchecked
  case asTaken
  case changed
  case missing
  case unreadable

  /// It does not show any more what it was taken for.
  package var isBroken: Bool {
    switch self {
    case .changed, .missing, .unreadable: true
    case .unkept, .unchecked, .asTaken: false
    }
  }
}

extension Assessment {
  /// How the file of a piece of evidence compares with what was taken of it.
  package func state(ofEvidence evidence: RecordID, _ files: EvidenceFiles) -> EvidenceState {
    guard let taken = self[evidence, Evidence.digest], let place = self[evidence, Evidence.place] else {
      return .unkept
    }
    return switch files[place] {
    case nil: .unchecked
    case .file(let digest): digest == taken.lowercased() ? .asTaken : .changed
    case .missing: .missing
    case .unreadable: .unreadable
    }
  }

  /// The places of all evidence whose file has a digest to be held against.
  package var keptPlaces: [String] {
    let places = ids(.evidence).filter { has($0, Evidence.digest) }.compactMap { self[$0, Evidence.place] }
    return Set(places).sorted()
  }
}

extension [Command] {
  /// The places that these orders write into evidence: whatever lies there is read before they are carried out.
  package var evidencePlaces: [String] {
    compactMap { command in
      switch command {
      case .create(let draft) where draft.kind == .evidence: draft.values[Slot(Evidence.place.key)]
      case .set(_, let slot, let value) where slot.key == Evidence.place.key: value
      case .create, .set, .remove, .removeAndUnlink, .phase, .cast, .reveal: nil
      }
    }.compactMap(String.init)
  }
}

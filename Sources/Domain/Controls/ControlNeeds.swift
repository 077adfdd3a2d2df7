/// Which risks ask for a control, and where nobody has answered yet.
extension Assessment {
  /// A party's risks to be modified that no control treats.
  package func uncontrolledRisks(of party: RecordID) -> [RecordID] {
    ids(.risk, of: party).filter { risk in
      treats(risk, .modify)
        && !controls(treating: risk).contains { self[$0, ControlStatement.applicability] != .excluded }
    }
  }

  /// A party's statements that a risk names and that are not found applicable: undecided, or excluded.
  package func neededUndecided(of party: RecordID) -> [RecordID] {
    ids(.controlStatement, of: party).filter {
      self[$0, ControlStatement.applicability] != .applicable && !self[$0, ControlStatement.risks].isEmpty
    }
  }
}

import Crypto

/// What one participant thinks of a risk, open.
package struct Ballot: Hashable, Sendable {
  package let round: RecordID
  package let participant: RecordID
  package let likelihood: Int
  package let consequence: Int

  package init(round: RecordID, participant: RecordID, likelihood: Int, consequence: Int) {
    self.round = round
    self.participant = participant
    self.likelihood = likelihood
    self.consequence = consequence
  }
}

/// A ballot with the chance that went into its seal: whoever has it can open the seal, and nobody else.
package struct Opening: Hashable, Sendable {
  package let ballot: Ballot
  /// 32 hexadecimal digits or more, never used before: there are so few ballots that only they hide one.
  package let salt: String

  package init(_ ballot: Ballot, salt: String) {
    self.ballot = ballot
    self.salt = salt
  }

  /// The commitment: SHA-256 over salt, round, participant and both steps, in 64 hexadecimal digits. It binds
  /// whoever cast it and tells nothing.
  package var seal: String {
    let lines = [
      "kyokumen estimate 1", salt, ballot.round.text, ballot.participant.text, String(ballot.likelihood),
      String(ballot.consequence),
    ]
    return SHA256.hash(data: Array(lines.joined(separator: "\n").utf8)).lazy.map {
      ($0 < 16 ? "0" : "") + String($0, radix: 16)
    }.joined()
  }

  static let shortestSalt = 32
}

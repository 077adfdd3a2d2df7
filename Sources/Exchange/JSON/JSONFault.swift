/// What is wrong with a JSON document, and where; the sentence is made where it is shown.
package struct JSONFault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Why: Hashable, Sendable {
    /// It is not JSON from here on.
    case syntax
    /// It is JSON, but no workspace of ours.
    case notAWorkspace
    /// Written by a later version of the format.
    case newerVersion(Int)
    /// A key that must be there is not.
    case missing(String)
    /// A record kind, field or word this version does not know.
    case unknown(String)
    /// Another type of value, or none that is allowed here.
    case wrongValue
    /// An id, or the label of its kind, that another record has.
    case duplicate(String)
    /// A link that leads to no record of this document, or to one of a kind it may not.
    case danglingReference(String)
    /// A record that hangs from itself, by way of others or at once.
    case circle(String)
    /// An entry whose digest does not follow from it and the one before.
    case digest
  }

  package let why: Why
  /// As in `records.risk[3].fields.owner`; empty at the top.
  package let path: String
  /// From 1.
  package let line: Int
  /// In bytes, from 1.
  package let column: Int
}

extension JSONFault {
  /// A name as it is quoted: one of megabytes says no more than its beginning.
  static func brief(_ name: String) -> String {
    name.utf8.count <= 120 ? name : name.prefix(100) + "…"
  }
}

extension JSONFault.Why {
  /// The same with what it quotes in brief.
  var brief: JSONFault.Why {
    switch self {
    case .missing(let key): .missing(JSONFault.brief(key))
    case .unknown(let name): .unknown(JSONFault.brief(name))
    case .duplicate(let name): .duplicate(JSONFault.brief(name))
    case .danglingReference(let id): .danglingReference(JSONFault.brief(id))
    case .circle(let id): .circle(JSONFault.brief(id))
    case .syntax, .notAWorkspace, .newerVersion, .wrongValue, .digest: self
    }
  }
}

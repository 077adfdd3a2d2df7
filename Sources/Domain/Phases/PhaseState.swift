/// Where one party stands in one phase.
package enum PhaseState: String, Choice {
  case notStarted
  case inProgress
  case inReview
  case agreed
  /// Was agreed; something it rests on changed.
  case stale

  package var words: Words {
    switch self {
    case .notStarted: Words("not started", "未着手")
    case .inProgress: Words("in progress", "作成中")
    case .inReview: Words("in review", "確認中")
    case .agreed: Words("agreed", "合意済")
    case .stale: Words("stale", "要再確認")
    }
  }
}

/// What can happen to a phase; the raw value is the word of the command line and the journal.
package enum PhaseEventKind: String, Choice, Codable {
  case begin
  /// `begin`, brought about by the first field written; the one event that undo takes back.
  case beginByItself
  case submit
  case sendBack
  case agree
  case reopen
  case amend
  case confirm
  case closeCycle
  /// A party goes.
  case leave
  /// A consequence of another party's or record's event.
  case becomeStale

  package var words: Words {
    switch self {
    case .begin: Words("begin", "着手")
    case .beginByItself: Words("begin (first entry)", "着手（最初の記入）")
    case .submit: Words("submit", "提出")
    case .sendBack: Words("send back", "差戻し")
    case .agree: Words("agree", "合意")
    case .reopen: Words("reopen", "再開")
    case .amend: Words("amend", "変更")
    case .confirm: Words("confirm", "再確認")
    case .closeCycle: Words("close the cycle", "期締め")
    case .leave: Words("leave", "離脱")
    case .becomeStale: Words("became stale", "要再確認になった")
    }
  }
}

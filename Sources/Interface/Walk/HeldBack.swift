package import Domain

extension Model {
  /// Why whoever sits here may not do what needs this; nil when they may. The gate itself stands in Domain: this
  /// only says so before anything is typed.
  package func reasonHeldBack(_ capability: Capability) -> Words? {
    // A walk through a past moment begins there, and is kept in the present.
    let mayFind =
      !(past?.isReadOnly ?? context.looksOnly) && (context.audits || past != nil && screen == .walk)
    return switch (context.access, capability) {
    case (.all, _), (_, .look), (.audit, .audit): nil
    case (.look, .audit) where mayFind: nil
    case (.audit, .change):
      Words(
        "Auditor's walk: read-only; only findings (\(key: "raise-finding")) and the walk's own notes can be written.",
        "監査中は読み取り専用です。書けるのは所見（\(key: "raise-finding")）と巡回の記録だけです。")
    case (.look, .audit), (.look, .change): whyReadOnly
    }
  }
}

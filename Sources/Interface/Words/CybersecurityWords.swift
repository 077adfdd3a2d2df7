import Domain

/// What the talk says of the word cybersecurity: two directions in which it is being defined, neither agreed.
enum CybersecurityWords {
  static let title = Words("What cybersecurity means (not agreed)", "サイバーセキュリティの定義（合意されていない）")

  static let lines: [Words] = [
    Words(
      "There were nine drafts of a definition and no conclusion when the talk was given; it tells two directions:",
      "講演の時点で定義案は九通りあり、結論は出ていない。議論の方向は次の二つ:"),
    Words(
      "1  Dealing with the risks of a digital society: not only keeping information secure in cyberspace, but also "
        + "answering cyber attacks. E.g. safeguarding of society, people, organization and nation from digital risks.",
      "1  デジタル化社会のリスクへの対応。サイバー空間における情報セキュリティの維持だけでなく、サイバー攻撃への対処も含む。"
        + "例: safeguarding of society, people, organization and nation from digital risks"),
    Words(
      "2  Keeping cyberspace safe as a common good, beyond the self-defence of each organisation: systems and IoT "
        + "devices are kept in order. E.g. protection of systems, networks and data in cyberspace.",
      "2  組織や個人の自衛の手段としてだけでなく、共有財産であるサイバー空間の安全確保。情報システムやIoT機器の適正な維持が必要。"
        + "例: protection of systems, networks and data in cyberspace"),
    Words(
      "Either way, say for whom it is to be safe and who acts: protect: and act: on objectives, aff: and acts: on risks.",
      "どちらの場合も、誰にとっての安全か、誰が施策を担うかを明確にする。目的では 守る: と 担い手:、リスクでは 影響: と 担い手: に書く。"),
  ]
}

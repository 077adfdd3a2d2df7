import Glibc

/// What the system has against a call, as a Japanese sentence says it.
enum SystemReason {
  /// The usual ones; others stay in the system's own words.
  static func japanese(_ said: String) -> String { usual[said] ?? said }

  private static let usual = Dictionary(
    [
      (ENOENT, "フォルダがありません"), (EACCES, "権限がありません"), (EPERM, "許可されていません"),
      (ENOSPC, "空き容量がありません"), (EDQUOT, "割当て容量を使い切りました"), (EROFS, "読み取り専用の場所です"),
      (ENOTDIR, "途中の名前がフォルダではありません"), (EISDIR, "フォルダです"), (EEXIST, "既に存在します"),
      (ENAMETOOLONG, "名前が長すぎます"), (ELOOP, "リンクが循環しています"), (EFBIG, "大きすぎます"),
      (EIO, "入出力の異常です"), (EPIPE, "受け手が閉じています"), (EMFILE, "開いているファイルが多すぎます"),
    ].map { (String(cString: strerror($0)), $1) }, uniquingKeysWith: { first, _ in first })
}

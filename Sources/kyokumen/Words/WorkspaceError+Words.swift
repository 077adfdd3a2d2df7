import Domain
import Store

extension WorkspaceError {
  /// What happened to which file, what to do, and the exit status.
  var failure: Failure {
    switch self {
    case .notFound(let path):
      Failure(
        .noFile, "\(path): there is no such file; `kyokumen new` makes one",
        "\(path): ファイルがありません。`kyokumen new` で作成できます")
    case .exists(let path):
      Failure(
        .cannotCreate, "\(path): the file exists already and was left as it is; choose another name",
        "\(path): 既に存在するため、上書きしていません。別の名前を指定してください")
    case .cannotCreate(let path, let reason):
      Failure(
        .cannotCreate, "\(path): cannot be created (\(reason)); check the folder",
        "\(path): 作成できません（\(SystemReason.japanese(reason))）。フォルダを確かめてください")
    case .notAWorkspace(let path):
      Failure(
        .data, "\(path): is not a Kyokumen workspace; check the name",
        "\(path): 局面のファイルではありません。ファイル名を確かめてください")
    case .newerFormat(let path, let major, let known):
      Failure(
        .data,
        "\(path): was written by a newer Kyokumen (format \(major), this program knows \(known)); update the program",
        "\(path): 新しい版の局面で書かれています（形式 \(major)、この版は \(known) まで）。プログラムを更新してください")
    case .readOnly(let path):
      Failure(
        .inputOutput, "\(path): may not be written to; check its permissions",
        "\(path): 書込みが許可されていません。権限を確かめてください")
    case .locked(let path):
      Failure(
        .inputOutput, "\(path): another program has held it for five seconds; try again",
        "\(path): 他のプログラムが使用中です（5秒待ちました）。もう一度試してください")
    case .diskFull(let path):
      Failure(
        .inputOutput, "\(path): the disk is full, nothing was stored; make room and try again",
        "\(path): ディスクに空きがなく、保存していません。空きを作ってからやり直してください")
    case .vanished(let path):
      Failure(
        .inputOutput, "\(path): was removed or replaced while open; open it again",
        "\(path): 使用中に削除又は置換されました。開き直してください")
    case .damaged(let path, let reason):
      Failure(
        .data, "\(path): is damaged (\(reason)); `kyokumen repair` says what can be done",
        "\(path): 壊れています（\(reason)）。`kyokumen repair` で修復できるか確かめてください")
    case .inputOutput(let path, let reason):
      Failure(
        .inputOutput, "\(path): cannot be read or written (\(reason)); try again",
        "\(path): 読み書きできません（\(SystemReason.japanese(reason))）。もう一度試してください")
    case .unreadable(let path, let seq):
      Failure(
        .data, "\(path): entry \(seq) of the journal cannot be read; `kyokumen repair` says what can be done",
        "\(path): 履歴の \(seq) 番目を読めません。`kyokumen repair` で修復できるか確かめてください")
    }
  }
}

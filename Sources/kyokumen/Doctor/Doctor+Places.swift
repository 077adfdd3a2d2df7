import Domain
import Glibc

extension Doctor {
  var configuration: Symptom {
    let title = Words("configuration", "設定")
    let path = surroundings.folders.configurationFile
    if let problem = surroundings.configurationProblem {
      return Symptom("configuration", title, .problem, Words(path, path), problem.words)
    }
    let isThere = access(path, R_OK) == 0
    return Symptom(
      "configuration", title, .ok,
      isThere ? Words(path, path) : Words("none (\(path))", "なし（\(path)）"))
  }

  var keys: Symptom {
    let title = Words("own keys", "自分のキー")
    let path = surroundings.ownKeys.path
    guard FileText.exists(path) else {
      return Symptom("keys", title, .ok, Words("none (\(path))", "なし（\(path)）"))
    }
    do {
      _ = try surroundings.ownKeys.keymap()
      return Symptom("keys", title, .ok, Words(path, path))
    } catch {
      return Symptom(
        "keys", title, .problem, Words(path, path),
        Words(
          "it cannot be used, so no screen opens: `kyokumen keys check` says what is wrong",
          "使えないため画面を開けません。kyokumen keys check で誤りを確かめてください"))
    }
  }

  var state: Symptom {
    let title = Words("state", "状態")
    let path = surroundings.folders.state
    do {
      try Folders.make(path)
    } catch {
      return Symptom("state", title, .problem, Words(path, path), Failure(error).words)
    }
    guard access(path, W_OK) == 0 else {
      return Symptom(
        "state", title, .problem, Words(path, path),
        Words(
          "it cannot be written to: drafts and recent files are lost; mend its rights or set XDG_STATE_HOME",
          "書き込めないため下書きや最近のファイルを残せません。権限を直すか XDG_STATE_HOME を設定してください"))
    }
    return Symptom("state", title, .ok, Words(path, path))
  }

  var editor: Symptom {
    let title = Words("editor", "エディタ")
    let command = Editor.command(environment)
    let program = command.split(separator: " ").first.map(String.init) ?? command
    let folders =
      program.contains("/") ? [""] : (variable("PATH") ?? "").split(separator: ":").map { $0 + "/" }
    let isThere = folders.contains { access($0 + program, X_OK) == 0 }
    return Symptom(
      "editor", title, isThere ? .ok : .note, Words(command, command),
      isThere
        ? nil
        : Words(
          "there is no such program; set VISUAL to the editor you use",
          "このプログラムがありません。VISUAL に使うエディタを設定してください"
        ))
  }
}

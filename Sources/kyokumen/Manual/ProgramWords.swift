import Domain
import Interface

/// What `kyokumen(1)` says beyond commands and keys.
enum ProgramWords {
  static let description = Words(
    """
    Kyokumen takes a room of people through an information-security management assessment in six phases: agreement, \
    policy, objectives, risk management, controls, evaluation. Several organisations share the phases out between \
    them, and a phase is agreed only when nothing stands in its way. Everything is kept in one file, and of every \
    value it can say who wrote it, when, and why it is there.

    Without a terminal the same is had from the commands below. `kyokumen tutorial` takes ten minutes.
    """,
    """
    局面は、情報セキュリティマネジメントのアセスメントを、合意・方針・目的・リスクマネジメント・管理策・評価の六つの局面に沿って\
    関係者全員で進める道具である。局面は複数の組織で分担し、妨げるものがなくなって初めて合意できる。全てを一つのファイルに保ち、\
    どの値についても、誰がいつ書き、なぜそこにあるかを示せる。

    端末の画面がなくても、以下のコマンドで同じことができる。`kyokumen tutorial` は約十分の手引である。
    """)

  static let entry = Words(
    "One line per record, typed as people speak, after the key \(key: "new") or with `kyokumen add`. A text runs to the next token.",
    "記録一件を一行で、話すとおりに入力する（\(key: "new") のキー、又は `kyokumen add`）。文は次の記号まで続く。")

  static let tokens: [(String, Words)] = [
    ("@csp", Words("the party, by key or name", "組織（略号又は名称）")),
    ("^O-2", Words("the record it hangs from: objective, parent", "上位の記録（目的など）")),
    ("src:  why:", Words("risk source, cause", "リスク源、原因（源: 因:）")),
    ("cia:C2I1A3", Words("loss of confidentiality, integrity, availability", "損失（損失:機2完1可3）")),
    ("->", Words("consequence", "結果（→）")),
    ("l:3  c:5", Words("steps of likelihood and consequence", "起こりやすさ、結果の段階（起:3 結:5）")),
    ("own:", Words("owner; somebody new is made along with it", "責任者（担当:）。未登録の人は同時に登録")),
    ("!modify", Words("treatment: !modify !retain !avoid !share", "対応（!低減 !保有 !回避 !共有）")),
    ("+5.15", Words("a control", "管理策")),
    ("due:2027-03  #tag", Words("due day, tag", "期限（期限:）、タグ")),
  ]

  static let keys = Words(
    """
    As they are bound where this page was made; kyokumen-keys(5) tells how to have others. Inside the program \(key: "help") shows \
    those of the screen in front.
    """,
    "このページを作った環境での割当て。変更の方法は kyokumen-keys(5) を参照。プログラムの中では \(key: "help") が今の画面のキーを示す。")

  static let plain = Words(
    """
    With --plain, or where ACCESSIBLE is set, nothing is drawn: the same screens, forms and questions are said in \
    lines of text, for screen readers, for terminals that cannot place a cursor, and for scripts. Lists are numbered, \
    a form's fields too; marks are words. The end of the input leaves, and everything done by then is kept.
    """,
    """
    --plain を付けるか ACCESSIBLE を設定すると、画面を描かず、同じ画面・フォーム・質問を文字の行で示す。スクリーンリーダー、\
    カーソルを動かせない端末、スクリプトのためのものである。一覧とフォームの欄には番号が付き、記号は語になる。入力が終わると\
    終了し、それまでの変更は保存されている。
    """)

  static let plainWays: [(String, Words)] = [
    ("3", Words("goes to line 3 and reads what is on record", "3 行目へ移り、内容を読む")),
    ("edit 3", Words("an action, by name, id or key, on line 3", "3 行目に対する操作（名前・ID・キー）")),
    ("new TEXT", Words("quick entry; the line stays open for the next", "簡易入力。続けて次の行を入力できる（new 文）")),
    ("4 TEXT, save", Words("in a form: fills field 4, then keeps all", "フォームで 4 番の欄に記入し、保存する")),
    ("phase 4, matrix, party csp", Words("to a phase, a screen, a party", "局面・画面・組織を替える（局面4 も可）")),
    ("gate, advance", Words("what stands in the way; moves the phase on", "合意を妨げるもの。局面を進める")),
    ("where", Words("how every party stands in every phase", "全組織・全局面の状況")),
    ("search TEXT, filter TEXT", Words("finds, narrows down", "検索、絞り込み")),
    ("more, back, ?, quit", Words("reads on, one step back, help, leaves", "続き、戻る、ヘルプ、終了")),
    ("s/old/new/", Words("mends a line that was not understood", "解釈できなかった行の一部を直す")),
    (".", Words("alone on a line: leaves what is open", "その文字だけの行で、開いているものをやめる")),
  ]

  static let files: [(String, Words)] = [
    ("NAME.kyokumen", Words("a workspace, an SQLite database", "ワークスペース（SQLite データベース）")),
    (
      "~/.config/kyokumen/config.yaml",
      Words(
        """
        language:, theme: NAME or { dark: NAME, light: NAME }, and terminal: with colours (all, 256, 16, none), \
        background (dark, light), ambiguous (narrow, wide) and synchronized (on, off)
        """,
        """
        language:、theme: 名前 又は { dark: 名前, light: 名前 }、terminal: に colours（all、256、16、none）、\
        background（dark、light）、ambiguous（narrow、wide）、synchronized（on、off）
        """)
    ),
    ("~/.config/kyokumen/keys.yaml", Words("own keys, see kyokumen-keys(5)", "自分のキー。kyokumen-keys(5) を参照")),
    (
      "~/.config/kyokumen/themes/", Words("own themes, see kyokumen-theme(5)", "自分のテーマ。kyokumen-theme(5) を参照")
    ),
    ("~/.local/state/kyokumen/", Words("recent files, demos, drafts", "最近のファイル、デモ、下書き")),
  ]

  static let environment: [(String, Words)] = [
    ("LC_ALL, LC_MESSAGES, LANG", Words("language, where --lang is not given", "言語（--lang がないとき）")),
    ("XDG_CONFIG_HOME", Words("instead of ~/.config", "~/.config の代わり")),
    ("XDG_STATE_HOME", Words("instead of ~/.local/state", "~/.local/state の代わり")),
    ("ACCESSIBLE", Words("speak in lines, as with --plain", "行単位で表示（--plain と同じ）")),
    ("NO_COLOR", Words("no colour", "色を使わない")),
    ("KYOKUMEN_EDITOR, VISUAL, EDITOR", Words("the editor for long text", "長文用のエディタ")),
    ("KYOKUMEN_NOW", Words("the program's clock, for tests", "プログラムの時計（試験用）")),
  ]

  static let statuses: [(String, Words)] = [
    ("0", Words("done", "終了")),
    ("1", Words("a check or verification found something, or a guard refused", "点検・検証で問題が見つかった、又は拒まれた")),
    ("64", Words("the command was called wrongly", "使い方の誤り")),
    ("65", Words("bad input data", "入力データの誤り")),
    ("66", Words("no such file", "ファイルがない")),
    ("73", Words("cannot create", "作成できない")),
    ("74", Words("input or output error", "入出力エラー")),
    ("130", Words("interrupted", "中断された")),
  ]
}

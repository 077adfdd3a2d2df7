import Canvas
import Domain
import Interface

/// `kyokumen-keys(5)`: how a keys file is written, and every action by name.
struct KeysPage {
  let keymap: Keymap
  let language: Language

  func text() -> String {
    var page = Roff("kyokumen-keys", section: 5, manual: ManualPage.manual, language)
    page.section(ManualPage.name)
    page.plain("kyokumen-keys - " + Words("own keys for kyokumen", "局面のキー割当て")[language])
    page.section(ManualPage.description)
    page.paragraphs(Self.description)
    page.example(Self.example[language])
    page.section(Words("Keys", "キー"))
    page.paragraphs(Self.keyNames)
    page.paragraphs(Self.fixed)
    page.section(Words("Conflicts", "重複"))
    page.paragraphs(Self.conflicts)
    page.section(Words("Actions", "操作"))
    for action in ActionRegistry.actions { write(action, &page) }
    page.section(ManualPage.files)
    page.term("~/.config/kyokumen/keys.yaml", Words("read when a screen is opened", "画面を開くときに読まれる"))
    page.section(ManualPage.seeAlso)
    page.plain("kyokumen(1), kyokumen-theme(5)")
    return page.text
  }

  private func write(_ action: Action, _ page: inout Roff) {
    let usual = action.keys.map(\.name).joined(separator: ", ")
    let now = keymap.keys(of: action).map(\.name).joined(separator: ", ")
    let none = Words("none", "なし")[language]
    var text = action.words[language] + ": " + (usual.isEmpty ? none : usual)
    if keymap.isChanged(action) {
      text += Words(", now \(now.isEmpty ? none : now)", "（現在 \(now.isEmpty ? none : now)）")[language]
    }
    if let screens = action.screens { text += " [" + screens.map(\.rawValue).joined(separator: ", ") + "]" }
    page.term(action.id, text, width: 24)
  }

  private static let description = Words(
    """
    A YAML file with one line per action: its name, a colon, and the key it is to have, or several in brackets. The \
    keys named replace all it had; [] takes them away. What is not named keeps its usual keys. Help, footer, palette \
    and `kyokumen manual` show what is bound. `kyokumen keys` lists every action, `kyokumen keys check` says what is \
    wrong with a file, line by line.

    Keys inside what is open are everybody's and are not changed by it: in forms and lines Tab, Shift-Tab, Enter, Esc, \
    Ctrl-S, Ctrl-E, Ctrl-F, Ctrl-T and Ctrl-U; in lists and questions arrows, Space, Enter, Esc, digits and the letters \
    shown beside what they do. Sentences on the screen name the keys that are bound; an action without one is named as \
    it is typed after the key of the palette. Signs that mean something to YAML, such as ! # @ [ ] \
    or digits, stand in quotes.
    """,
    """
    一行に一つの操作を書く YAML ファイル。操作の名前、コロン、そのキー（複数なら角括弧で並べる）。書いたキーが標準のキー全てに\
    置き換わり、[] はキーを全て外す。書かない操作は標準のまま。ヘルプ、フッター、パレット、`kyokumen manual` は割当てに従う。\
    `kyokumen keys` は全ての操作を示し、`kyokumen keys check` はファイルの誤りを行ごとに示す。

    開いているものの中のキーは共通で、変えられない。フォームと入力行では Tab、Shift-Tab、Enter、Esc、Ctrl-S、Ctrl-E、\
    Ctrl-F、Ctrl-T、Ctrl-U、一覧と質問では矢印、Space、Enter、Esc、数字、脇に示される文字である。画面の文は割当てたキーを\
    示し、キーのない操作はパレットのキーの後に入力する名前で示す。YAML で意味を持つ記号（! # @ [ ] など）や数字は引用符で囲む。
    """)

  private static let example = Words(
    """
    # ~/.config/kyokumen/keys.yaml
    undo: [U, Ctrl-R]
    redo: F5
    next-view: ["]", F6]
    approve: "+"
    copy-id: []
    """,
    """
    # ~/.config/kyokumen/keys.yaml
    undo: [U, Ctrl-R]     # 元に戻す
    redo: F5              # やり直す
    next-view: ["]", F6]  # 局面の次の画面
    approve: "+"          # 承認
    copy-id: []           # キーなし
    """)

  private static let keyNames = Words(
    """
    One character as typed, upper case apart from lower case; Space, Enter, Tab, Shift-Tab, Esc, Backspace, Del, Ins, \
    Up, Down, Left, Right, Home, End, PgUp, PgDn; F1 to F24; Ctrl-A to Ctrl-Z; Alt- and a character, Alt-Left, \
    Alt-Right; Shift-Up, Shift-Down, Shift-Left, Shift-Right.
    """,
    """
    1文字（大文字と小文字は別）、Space、Enter、Tab、Shift-Tab、Esc、Backspace、Del、Ins、Up、Down、Left、Right、Home、End、\
    PgUp、PgDn、F1〜F24、Ctrl-A〜Ctrl-Z、Alt- と1文字、Alt-Left、Alt-Right、Shift-Up、Shift-Down、Shift-Left、Shift-Right。
    """)

  private static var fixed: Words {
    let names = Keymap.fixed.map(\.name).sorted().joined(separator: ", ")
    let needed = Keymap.needed.joined(separator: ", ")
    return Words(
      """
      \(names) always do what they do: whatever a file says, there is a way out. \(needed) always have a key. Ctrl-I is \
      Tab, Ctrl-M is Enter and Ctrl-H is Backspace in every terminal.
      """,
      """
      \(names) は常に同じ働きをし、どう割り当てても抜け出せる。\(needed) には必ずキーが要る。端末では Ctrl-I は Tab、Ctrl-M は\
       Enter、Ctrl-H は Backspace と区別できない。
      """)
  }

  private static let conflicts = Words(
    """
    A key means one thing on a screen. Where a file gives one key to two actions that are had in one place, both are \
    named with their lines, and the program says so and does not start. An action of a screen goes before one of \
    everywhere: `kyokumen keys check` notes where that hides something.
    """,
    """
    一つの画面で一つのキーの意味は一つである。同じ場所で使う二つの操作に同じキーを割り当てると、両方の名前と行を示し、画面は\
    開かない。画面固有の操作は共通の操作に優先する。それで隠れるものは `kyokumen keys check` が示す。
    """)
}

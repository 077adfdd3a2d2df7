import Canvas
import Domain

extension TutorialStep {
  /// In the order in which they are tried. The text fits three lines of a narrow terminal.
  static let all: [TutorialStep] = looking + entering + following + phases + finding + [end]

  private static func opened(_ screen: ScreenID) -> @Sendable (Model, Tutorial.Standing) -> Bool {
    { model, _ in model.screen == screen }
  }

  private static let looking: [TutorialStep] = [
    TutorialStep(
      at: .overview,
      Words(
        "A customer (CSC) moves into the cloud of a provider (CSP). The second line shows the six phases, a mark for "
          + "each party. Press \(key: "party") for the next party.",
        "顧客（CSC）が提供者（CSP）のクラウドへ移行する事例です。2行目は六つの局面と組織ごとの印です。"
          + "\(key: "party") を押すと次の組織に替わります。"), until: { model, before in model.party != before.party }),
    TutorialStep(
      Words(
        "Each phase has its digit, and \(key: "overview") leads back here. Press \(key: "phase-4"): the risks.",
        "局面はそれぞれの数字で開き、\(key: "overview") でここに戻ります。\(key: "phase-4") でリスクを開きます。"), until: opened(.register)),
    TutorialStep(
      at: .register,
      Words(
        "The register of risks. Arrows move: go down one line. On a wide terminal the boxes at the right "
          + "follow; on a narrow one \(key: "next-pane") turns to them.",
        "リスク登録簿です。矢印キーで動きます。一行下へ。広い端末では右の枠も連動し、狭い端末では \(key: "next-pane") で切り替わります。"),
      until: { model, before in model.screen == .register && model.state.cursor != before.cursor }),
  ]

  private static let entering: [TutorialStep] = [
    TutorialStep(
      at: .register,
      acts: ["new"],
      Words(
        "New risks are written in one line, as people speak. Press \(key: "new").",
        "新しいリスクは話すとおりに一行で書きます。\(key: "new") を押してください。"),
      until: { model, _ in model.layers.last is EntryLayer }),
    TutorialStep(
      at: .register,
      in: "new", acts: ["new"],
      Words(
        "Type: Backup cannot be restored l3 c5 own:Sato. Below stands how it is understood: likelihood 3, consequence "
          + "5, and who owns it. Then Enter.",
        "「バックアップを戻せない 起3 結5 担当:佐藤」と入力します。下に解釈（起こりやすさ3、結果5、責任者）が出ます。Enter で保存。"),
      until: { model, before in model.assessment.ids(.risk).count > before.risks }),
    TutorialStep(
      at: .register,
      isWithin: true,
      Words(
        "Saved, and the line waits for the next. Esc is always one step back, and never loses typed text without asking. "
          + "Press Esc.",
        "保存され、次の行を待っています。Esc は常に一段戻り、入力した文を黙って捨てることはありません。Esc を押してください。"),
      until: { model, _ in model.layers.isEmpty }),
    TutorialStep(
      at: .register,
      acts: ["undo"],
      Words(
        "Nothing is ever lost: every change can be taken back, also tomorrow. Press \(key: "undo").",
        "失われるものはありません。どの変更も、明日でも元に戻せます。\(key: "undo") を押してください。"),
      until: { model, before in model.assessment.ids(.risk).count < before.risks }),
    TutorialStep(
      at: .register,
      acts: ["redo"],
      Words("And \(key: "redo") does it again.", "\(key: "redo") でやり直します。"),
      until: { model, before in model.assessment.ids(.risk).count > before.risks }),
    TutorialStep(
      at: .register,
      acts: ["edit"],
      Words(
        "\(key: "edit") opens a record as a form: all its fields, and what is needed for the gate.",
        "\(key: "edit") で記録をフォームで開きます。全ての欄と、合意に必要な欄が見えます。"),
      until: { model, _ in model.layers.last is FormLayer }),
    TutorialStep(
      at: .register,
      isWithin: true,
      Words(
        "Tab goes from field to field, Ctrl-S saves. Esc leaves it as it was.",
        "Tab で次の欄へ、Ctrl-S で保存します。Esc で変えずに閉じます。"), until: { model, _ in model.layers.isEmpty }),
  ]

  private static let following: [TutorialStep] = [
    TutorialStep(
      Words(
        "The same risks as a map of likelihood and consequence: press \(key: "matrix").",
        "同じリスクを起こりやすさと結果の図で見ます。\(key: "matrix") を押してください。"), until: opened(.matrix)),
    TutorialStep(
      at: .matrix,
      Words(
        "Arrows walk the cells. Go to a cell with a number and press Enter: its risks are listed.",
        "矢印でセルを動きます。数字のあるセルで Enter を押すと、そのリスクが並びます。"), until: { model, _ in model.layers.last is PickLayer }),
    TutorialStep(
      isWithin: true,
      Words(
        "Enter goes to the risk chosen, Space would pick it up to carry it elsewhere. Press Enter.",
        "Enter で選んだリスクへ移り、Space なら持ち上げて別のセルへ運べます。Enter を押してください。"),
      until: { model, _ in model.layers.isEmpty && model.screen == .register }),
    TutorialStep(
      at: .register,
      Words(
        "Why is this risk here? \(key: "trace") follows it up to the objective and the clause it comes from, and down to "
          + "its controls and evidence.",
        "このリスクはなぜここにあるのか。\(key: "trace") で、上は目的と合意事項、下は管理策と証拠までたどれます。"), until: opened(.trace)),
    TutorialStep(
      Words(
        "And who wrote it, when, from which value to which? Press \(key: "history").",
        "誰が、いつ、何を何に変えたか。\(key: "history") を押してください。"), until: opened(.history)),
  ]

  private static let phases: [TutorialStep] = [
    TutorialStep(
      Words(
        "A phase is agreed only when nothing stands in its way. Go back to the risks with \(key: "phase-4").",
        "局面は、妨げるものがなくなって初めて合意できます。\(key: "phase-4") でリスクに戻ってください。"), until: opened(.register)),
    TutorialStep(
      at: .register,
      acts: ["advance"],
      Words(
        "\(key: "advance") moves the phase on for this party: begin, submit, agree. Try it: what is missing is listed.",
        "\(key: "advance") はこの組織の局面を進めます（着手・提出・合意）。試すと、足りないものが並びます。"),
      until: { model, before in
        model.pane == .gate || Tutorial.Standing(model).phases != before.phases
      }),
    TutorialStep(
      isWithin: true,
      Words(
        "The list has the cursor. Enter goes to the record at fault; Esc leaves the list.",
        "一覧にカーソルがあります。Enter で原因の記録へ、Esc で一覧を離れます。"),
      until: { model, _ in model.pane == .main && model.layers.isEmpty }),
    TutorialStep(
      Words(
        "\(key: "phase-5") is the statement of applicability: every control, and what either party does about it.",
        "\(key: "phase-5") は適用宣言書です。全ての管理策と、それぞれの組織の対応が並びます。"), until: opened(.controls)),
    TutorialStep(
      at: .controls,
      acts: ["mark-control"],
      Words(
        "\(key: "mark-control") marks a control, on a heading all below it. What is then changed is changed in all marked, in one undo "
          + "step. Press \(key: "mark-control").",
        "\(key: "mark-control") で管理策に印を付け、見出しでは下の全てに付けます。その後の変更は印の全てに及び、一度に元に戻せます。\(key: "mark-control") を押してください。"
      ), until: { model, _ in model.marks.count + model.markedLines.count > 0 }),
    TutorialStep(
      at: .controls,
      Words("Esc takes the marks away.", "Esc で印を外します。"),
      until: { model, _ in model.marks.isEmpty && model.markedLines.isEmpty }),
  ]

  private static let finding: [TutorialStep] = [
    TutorialStep(
      Words(
        "Too many keys? \(key: "palette") finds every command by a few letters of its name, and shows its key. Press "
          + "\(key: "palette").",
        "キーを覚えきれないときは、\(key: "palette") で全ての操作を名前の数文字から探せ、キーも分かります。"
          + "\(key: "palette") を押してください。"), until: { model, _ in model.layers.last is PaletteLayer }),
    TutorialStep(
      in: "palette",
      Words("Type overview, then Enter.", "「概況」と入力して Enter を押します（overview でも可）。"),
      until: { model, _ in model.screen == .overview && model.layers.isEmpty }),
    TutorialStep(
      Words(
        "\(key: "help") lists the keys of the screen you are on; typing narrows them down.",
        "\(key: "help") は今の画面のキー一覧です。入力で絞り込めます。"), until: { model, _ in model.layers.last is HelpLayer }),
    TutorialStep(
      isWithin: true,
      Words("Esc closes it.", "Esc で閉じます。"),
      until: { model, _ in model.layers.isEmpty }),
  ]

  private static let end = TutorialStep(
    Words(
      "That is all it takes. `kyokumen demo` is yours to try, `kyokumen new` begins your own; \(key: "leave") at the "
        + "overview ends, and nothing of this is kept.",
      "これで一通りです。`kyokumen demo` で自由に試し、`kyokumen new` で自分のものを始められます。"
        + "概況で \(key: "leave") を押すと終わり、ここでの変更は残りません。"), until: { _, _ in false })
}

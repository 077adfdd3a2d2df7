import Domain
import Exchange
import Tabular

extension TableFault {
  /// What is wrong with the file and what to do.
  var words: Words {
    switch self {
    case .workbook(let fault): fault.words
    case .text(let error): error.words
    case .encoding(let line):
      Words(
        "line \(line): neither UTF-8 nor Shift_JIS; save it as “CSV UTF-8”",
        "\(line)行目: UTF-8 でも Shift_JIS でもありません。「CSV UTF-8」で保存し直してください")
    case .binary:
      Words(
        "is neither text nor a workbook; save it as .csv or .xlsx",
        "テキストでもブックでもありません。.csv か .xlsx で保存し直してください")
    case .tooLarge(let limit):
      Words(
        "is larger than \(limit) MiB, more than any register; split it",
        "\(limit) MiB を超えています。登録簿としては大きすぎます。分割してください")
    case .tooMany(let limit):
      Words(
        "has more than \(limit) rows or \(TableFile.Limit.cells) cells; split it",
        "行が \(limit)、セルが \(TableFile.Limit.cells) を超えています。分割してください")
    case .empty: Words("nothing stands in it", "中身がありません")
    case .noControls:
      Words(
        "no list of controls: one column has the numbers and one the titles, with heads such as No and Title",
        "管理策の一覧ではありません。番号の列と名称の列に「番号」「名称」のような見出しを付けてください")
    }
  }
}

extension WorkbookFault {
  fileprivate var words: Words {
    switch self {
    case .notAnArchive:
      Words("the workbook is damaged or cut short; save it again", "ブックが壊れているか途中で切れています。保存し直してください")
    case .missing(let part):
      Words(
        "is no workbook: \(part) is missing; save it as .xlsx", "ブックではありません（\(part) がありません）。.xlsx で保存し直してください"
      )
    case .malformed(let part, let line):
      Words(
        "\(part), line \(line): is damaged; save the workbook again", "\(part) \(line)行目: 壊れています。保存し直してください")
    case .tooLarge(let limit):
      Words(
        "unpacks to more than \(limit) MiB; that is no register", "展開すると \(limit) MiB を超えます。登録簿ではないようです")
    case .tooWide(let sheet, let limit):
      Words("sheet \(sheet): has more than \(limit) columns", "シート「\(sheet)」: 列が \(limit) を超えています")
    case .tooMany(let sheet):
      Words(
        "sheet \(sheet): has more cells or text than any register; split it",
        "シート「\(sheet)」: セル又は文字が多すぎます。分割してください")
    case .encrypted:
      Words(
        "is protected by a password or older than .xlsx; save it as .xlsx without a password",
        "パスワードで保護されているか、古い形式 (.xls) です。パスワードなしの .xlsx で保存し直してください")
    case .notWritten(let reason):
      Words("the workbook could not be made (\(reason))", "ブックを作成できません（\(reason)）")
    }
  }
}

extension TabularError {
  fileprivate var words: Words {
    switch self {
    case .quoteNotClosed(let line):
      Words(
        "line \(line): a quote is opened here and never closed", "\(line)行目: 引用符が閉じられていません")
    case .textAfterQuote(let line, let column):
      Words(
        "line \(line), byte \(column): text follows a closing quote",
        "\(line)行目 \(column)バイト目: 閉じた引用符の後に文字があります")
    case .notText(let line):
      Words("line \(line): is no text", "\(line)行目: 文字として読めません")
    case .tooWide(let line, let limit):
      Words("line \(line): has more than \(limit) columns", "\(line)行目: 列が \(limit) を超えています")
    case .tooLong(let line, let limit):
      Words(
        "line \(line): a cell is longer than \(limit / 1024) KiB",
        "\(line)行目: \(limit / 1024) KiB を超えるセルがあります")
    }
  }
}

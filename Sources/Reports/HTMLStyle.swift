import Domain

/// How a report looks on a screen and on A4.
enum HTMLStyle {
  static func sheet(for document: Document) -> String {
    let foot = HTMLText.styleString(document.title)
    return """
      @page { size: A4; margin: 17mm 15mm 18mm;
        @bottom-left { content: \(foot); font: 7.5pt sans-serif; color: #555; }
        @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; color: #555; } }
      @page wide { size: A4 landscape; margin: 14mm 14mm 16mm; }
      """ + "\n" + rest
  }

  private static let rest = """
    html { -webkit-text-size-adjust: 100%; }
    body { font: 10pt/1.55 "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Meiryo", sans-serif;
      color: #1a1a1a; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1.2rem;
      line-break: strict; overflow-wrap: anywhere; }
    h1 { font-size: 17pt; line-height: 1.3; border-bottom: 2px solid #1a1a1a; padding-bottom: .25em;
      margin: 0 0 .4em; }
    h2 { font-size: 12.5pt; border-left: 5px solid #24618e; padding-left: .5em; margin: 1.7em 0 .6em; }
    .part > h2 { font-size: 15pt; border-left: 0; border-bottom: 1px solid #24618e; padding: 0 0 .2em; }
    h3 { font-size: 11pt; color: #24618e; margin: 1.4em 0 .4em; }
    h4 { font-size: 10pt; margin: 1em 0 .3em; }
    h2, h3, h4, caption { break-after: avoid; }
    p { margin: .4em 0 .7em; }
    p.about { margin: 0; color: #444; }
    a { color: #1d5fb8; text-decoration: none; }
    nav { border: 1px solid #c3c8cf; padding: .6em 1.2em .8em; margin: 1.5em 0; columns: 2; column-gap: 2.5em; }
    nav h2 { font-size: 10.5pt; border: 0; padding: 0; margin: 0 0 .3em; column-span: all; }
    nav ol { list-style: none; margin: 0; padding: 0; }
    nav li { break-inside: avoid; }
    nav ol ol { padding-left: 1.2em; margin-bottom: .5em; font-size: 9pt; }
    dl { margin: .4em 0 1em; }
    dl div { display: grid; grid-template-columns: 11em 1fr; gap: 0 1em; border-bottom: 1px solid #e3e6ea;
      padding: .15em 0; break-inside: avoid; }
    dt { color: #444; } dd { margin: 0; }
    table { border-collapse: collapse; width: 100%; margin: .5em 0 1.3em; font-size: 9pt; line-height: 1.45; }
    table.shared { table-layout: fixed; }
    caption { caption-side: top; text-align: left; font-weight: 600; padding: .2em 0; }
    caption.unseen { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    th, td { border: 1px solid #b8bec6; padding: .25em .5em; text-align: left; vertical-align: top; }
    thead th { background: #eef2f6; font-weight: 600; }
    tbody th { font-weight: normal; }
    tr.group th { background: #f6f7f9; font-weight: 600; break-after: avoid; }
    .n { text-align: right; font-variant-numeric: tabular-nums; }
    .d { white-space: nowrap; }
    .badge { padding: 0 .4em; border-radius: 2px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    ul { margin: .2em 0 .8em; padding-left: 1.4em; }
    figure { margin: .8em 0 1.4em; break-inside: avoid; }
    figure svg > rect:first-of-type { fill: #fff; }
    figure svg { display: block; width: 100%; height: auto; border: 1px solid #d5d9de; }
    figcaption { font-size: 9pt; color: #444; margin-top: .3em; }
    @media print {
      body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; }
      a { color: inherit; }
      thead { display: table-header-group; }
      tr, li { break-inside: avoid; }
      caption, thead, tr.group { break-after: avoid; }
      tbody:first-of-type > tr:first-child { break-before: avoid; }
      section.whole { break-inside: avoid; }
      thead th, tr.group th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .wide { page: wide; }
      .part { break-before: page; }
      table { font-size: 8.2pt; }
    }
    """
}

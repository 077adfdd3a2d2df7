import ArgumentParser
import Catalogues

/// Adds to a shell's completion what the command-line library leaves out: a workspace where a command's name may stand,
/// and demos beside files.
enum CompletionScript {
  /// An ending that no file has: it marks arguments which may be demos.
  private static let mark = "demo"
  private static let demos = WorkedCase.allCases.map { "demo:" + $0.rawValue }

  /// A workspace file or a demo.
  static var workspaceOrDemo: CompletionKind { .file(extensions: ["kyokumen", mark]) }

  /// The script as people get it; any other text stays as it is.
  static func finished(_ text: String) -> String {
    if text.hasPrefix("#!/bin/bash") { return bash(text) }
    if text.hasPrefix("#compdef") { return zsh(text) }
    if text.hasPrefix("function __kyokumen") { return fish(text) }
    return text
  }

  // MARK: bash

  private static func bash(_ text: String) -> String {
    let files = "__kyokumen_add_completions -o plusdirs -fX '!*.@(kyokumen)'"
    return
      text
      .replacing(
        "__kyokumen_add_completions -o plusdirs -fX '!*.@(kyokumen|\(mark))'",
        with: "\(files)\n        __kyokumen_add_completions -W '\(demos.joined(separator: "'$'\\n''"))'"
      )
      .replacing(
        /( +)# Offer subcommand completions\n( +COMPREPLY.+\n)(?= +;;\n    esac\n}\n\n_kyokumen_open)/
      ) {
        "\($0.0)\($0.1)[[ ${#unparsed_words[@]} -eq 0 ]] && \(files)\n"
      }
      .replacing("complete -o filenames -F _kyokumen kyokumen", with: wholeWords)
  }

  /// Bash takes a colon for the end of a word: without this `demo:cloud` would be three.
  private static let wholeWords = #"""
    __kyokumen_whole_words() {
        local -a words=()
        local -i place at=0
        local word is_open=false
        for place in "${!COMP_WORDS[@]}"; do
            word="${COMP_WORDS[place]}"
            if [[ place -gt 0 && ("${is_open}" = true || "${word}" = :) ]]; then
                words[${#words[@]} - 1]+="${word}"
            else
                words+=("${word}")
            fi
            if [[ "${word}" = : ]]; then is_open=true; else is_open=false; fi
            if [[ place -eq COMP_CWORD ]]; then at=$((${#words[@]} - 1)); fi
        done
        local cur="${2}" before=''
        if [[ "${words[at]}" = *:* ]]; then
            cur="${words[at]}"
            before="${cur%"${cur##*:}"}"
        fi
        local -a COMP_WORDS=("${words[@]}")
        local -i COMP_CWORD="${at}"
        _kyokumen "${1}" "${cur}" "${words[at > 0 ? at - 1 : 0]}"
        # A demo is no file whose name needs quoting.
        if [[ "${COMPREPLY[0]}" = demo:* ]]; then compopt +o filenames 2>/dev/null; fi
        # What stands before the last colon is on the line already.
        COMPREPLY=("${COMPREPLY[@]#"${before}"}")
    }

    complete -o filenames -F __kyokumen_whole_words kyokumen
    """#

  // MARK: zsh, fish

  private static func zsh(_ text: String) -> String {
    let files = #"_files -g '\''*.kyokumen'\''"#
    return
      text
      .replacing(#"_files -g '\''*.kyokumen *.\#(mark)'\''"#, with: "__kyokumen_workspaces")
      .replacing(
        "        _describe -V subcommand subcommands && ret=0\n        ;;\n    arg)\n        case \"${words[1]}\" in\n        open|",
        with:
          "        _describe -V subcommand subcommands && ret=0\n        _files -g '*.kyokumen' && ret=0\n        ;;\n    arg)\n        case \"${words[1]}\" in\n        open|"
      )
      .replacing(
        "_kyokumen() {\n",
        with: """
          __kyokumen_workspaces() {
              local -i ret=1
              compadd -- \(demos.joined(separator: " ")) && ret=0
              \(files.replacing(#"'\''"#, with: "'")) && ret=0
              return "${ret}"
          }

          _kyokumen() {

          """)
  }

  private static func fish(_ text: String) -> String {
    let files =
      #"(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'kyokumen\';printf %s\n $p;end;"#
      + #"__fish_complete_directories (commandline -t) \'\')"#
    let both = String(files.dropLast()) + #";printf %s\n "# + demos.joined(separator: " ") + ")"
    return text.replacing(/\(set -l exts \\'kyokumen\\'.+?\\'\\'\)'/) { _ in both + "'" } + """

      complete -c 'kyokumen' -n '__kyokumen_should_offer_completions_for_positional "kyokumen" -eq 1' -fa '\(files)'

      """
  }
}

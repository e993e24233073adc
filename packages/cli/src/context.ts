import type { CommandContext } from '@stricli/core'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Language } from '@tiaoli/engine/names'
import { systemLanguage } from './language.ts'
import { Output } from './terminal/output.ts'
import { textsIn, type Texts } from './texts/texts.ts'

/** What every command is given: the process, the language and where to write. */
export interface Context extends CommandContext {
  readonly process: NodeJS.Process
  readonly cwd: string
  readonly language: Language
  readonly texts: Texts
  /** Results. */
  readonly out: Output
  /** Progress, advice and errors. */
  readonly err: Output
  /** The code with which the process will exit. */
  exitCode: ExitCode
  /** From now on it is about a pack in these languages: if in one alone, in that, unless another was asked for. */
  speakOf(languages: readonly Language[]): void
}

export function contextOf(process: NodeJS.Process, asked: Language | undefined): Context {
  let language = asked ?? systemLanguage()
  const [out, err] = [new Output(process.stdout), new Output(process.stderr)]
  return {
    process,
    cwd: process.cwd(),
    get language() {
      return language
    },
    get texts() {
      return textsIn(language)
    },
    out,
    err,
    exitCode: EXIT.ok,
    speakOf(languages) {
      const [first, ...others] = languages
      if (asked === undefined && first && others.length === 0) language = first
      out.languages = languages
      err.languages = languages
    },
  }
}

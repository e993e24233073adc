import type { CommandContext } from '@stricli/core'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Language } from '@tiaoli/engine/names'
import type { Reading } from '@tiaoli/engine/plan'
import { ownLanguage, systemLanguage, type AskedLanguage } from './language.ts'
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
  /** The language that was asked for. */
  readonly asked: AskedLanguage | undefined
  /**
   * From now on it is about a pack that is read in these languages: in the one that was asked for; if in one alone, in
   * that, unless Chinese or English was asked for.
   */
  speakOf(reading: Reading): void
}

export function contextOf(process: NodeJS.Process, asked: AskedLanguage | undefined): Context {
  let language = asked ? ownLanguage(asked.tag) : systemLanguage()
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
    asked,
    speakOf(reading) {
      const [first, ...others] = reading
      const read = reading.find(({ tag }) => tag === asked?.tag)
      if (read) language = read.sentences
      else if (asked === undefined && first && others.length === 0) language = first.sentences
      out.reading = reading
      err.reading = reading
    },
  }
}

import type { CommandContext } from '@stricli/core'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Language } from '@tiaoli/engine/names'
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
}

export function contextOf(process: NodeJS.Process, language: Language): Context {
  return {
    process,
    cwd: process.cwd(),
    language,
    texts: textsIn(language),
    out: new Output(process.stdout),
    err: new Output(process.stderr),
    exitCode: EXIT.ok,
  }
}

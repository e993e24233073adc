import type { CommandContext } from '@stricli/core'
import { EXIT } from './exit.ts'
import type { Language } from './language.ts'
import type { ExitCode } from './refusal.ts'
import { Output } from './terminal/output.ts'
import { textsIn, type Texts } from './texts/texts.ts'

/** What a command knows of the world around it. */
export interface Context extends CommandContext {
  readonly process: NodeJS.Process
  readonly cwd: string
  readonly language: Language
  readonly texts: Texts
  /** What the command answers. */
  readonly out: Output
  /** Progress, advice and errors. */
  readonly err: Output
  /** With what the process will end. */
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

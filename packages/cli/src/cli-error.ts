import type { Context } from './context.ts'
import type { ExitCode } from './exit-code.ts'

/** Why a command cannot do what it was asked, printed as lines or as JSON. Never a stack trace. */
export abstract class CliError extends Error {
  abstract readonly exit: ExitCode
  abstract lines(context: Context): string[]
  abstract json(context: Context): { code: string; [detail: string]: unknown }
}

import type { Context } from './context.ts'
import type { EXIT } from './exit.ts'

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Why a command cannot do what it was asked; told to people line by line, to programs as JSON. Never a stack. */
export abstract class Refusal extends Error {
  abstract readonly exit: ExitCode
  abstract lines(context: Context): string[]
  abstract json(context: Context): { code: string; [detail: string]: unknown }
}

import type { EvaluateOptions } from '@tiaoli/engine'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'

/** The flags of every command that evaluates. */
export interface EvaluationFlags {
  asOf: string
  profile?: string
  set?: readonly string[]
}

/** What the flags ask of the engine, which checks it. */
export function optionsOf({ asOf, profile, set = [] }: EvaluationFlags) {
  return { asOf, ...parametersOf({ ...(profile === undefined ? {} : { profile }), set }) }
}

export function parametersOf({ profile, set = [] }: Omit<EvaluationFlags, 'asOf'>) {
  const parameters: NonNullable<EvaluateOptions['parameters']> = Object.fromEntries(set.map(assignment))
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(set.length === 0 ? {} : { parameters }),
  }
}

/** `id=value`: a number, true, false or null as JSON has them; anything else is a string. */
function assignment(text: string): [string, string | number | boolean | null] {
  const equals = text.indexOf('=')
  if (equals < 1) throw new Failure('notAssignment', [text], EXIT.usage)
  const value = text.slice(equals + 1)
  const literal = /^(?:-?\d+|true|false|null)$/.test(value)
  return [text.slice(0, equals), literal ? (JSON.parse(value) as number | boolean | null) : value]
}

import { compile, InputError, type InputProblem } from '@tiaoli/engine'
import { AS_OF, toyPack, type ToyParts } from './toy-pack.ts'

/** What is wrong with a ledger; throws if nothing is. */
export function problemsOf(ledger: unknown, parts: ToyParts = {}): readonly InputProblem[] {
  return refusalOf(ledger, parts).problems
}

export function refusalOf(ledger: unknown, parts: ToyParts = {}): InputError {
  try {
    compile(toyPack(parts)).evaluate(ledger, { asOf: AS_OF })
  } catch (error) {
    if (error instanceof InputError) return error
    throw error
  }
  throw new Error('the ledger was accepted')
}

import { EvaluationError } from '../errors/evaluation-error.ts'

/** Guards the promise that numbers are exact integers. */
export function exactInteger(number: number): number {
  if (Number.isSafeInteger(number) || number === Infinity || number === -Infinity) return number
  throw new EvaluationError('number-too-large')
}

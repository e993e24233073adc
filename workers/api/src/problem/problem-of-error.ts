import { EvaluationError, InputError, PackError } from '@tiaoli/engine'
import { HTTPException } from 'hono/http-exception'
import { isDomainError } from '../errors/domain-error.ts'
import { SqlUnavailable } from '../storage/sql-unavailable.ts'
import { placesOfProblems } from './places-of-problems.ts'
import { ProblemError } from './problem-error.ts'
import { problemOfDomainError } from './problem-of-domain-error.ts'
import type { RequestPlaces } from './request-places.ts'
import { tooMuchToAnswer } from './too-much-to-answer.ts'

/** Seconds after which it is worth another try. */
const RETRY = { headers: { 'retry-after': '5' } }

/** The problem that a thrown error is for the caller. Anything unforeseen is `internal` and reveals nothing. */
export function problemOfError(error: unknown, places: RequestPlaces = {}): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof SqlUnavailable) return new ProblemError('database-unavailable', [], RETRY, { cause: error })
  if (isDomainError(error)) return problemOfDomainError(error, places)
  if (error instanceof InputError) return problemOfInputError(error, places)
  if (error instanceof PackError) return new ProblemError('faulty-pack', [], { diagnostics: error.diagnostics })
  if (error instanceof EvaluationError) return problemOfEvaluationError(error, places)
  if (error instanceof HTTPException && error.status === 415) return new ProblemError('unsupported-media-type')
  return new ProblemError('internal')
}

function problemOfInputError(error: InputError, { ledger = '/ledger', options }: RequestPlaces): ProblemError {
  const isLedger = error.of === 'ledger'
  const prefix = isLedger ? ledger : ''
  const part = !isLedger && options ? { in: options } : {}
  return new ProblemError(
    'invalid-request',
    placesOfProblems(error.problems).map((place) => ({ ...part, ...place, pointer: prefix + place.pointer })),
  )
}

function problemOfEvaluationError(error: EvaluationError, { ledger = '/ledger' }: RequestPlaces): ProblemError {
  const { code, text } = error
  const tooMuch = tooMuchToAnswer(code)
  return tooMuch
    ? new ProblemError('answer-too-large', [{ pointer: '', code, detail: tooMuch }])
    : new ProblemError('not-computable', [{ pointer: ledger, code, detail: text }])
}

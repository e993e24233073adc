import { z } from 'zod'
import { PROBLEM_DETAILS, type ProblemCode } from '../problem/problem-details.ts'
import { problemSchema } from '../schema/problem-schema.ts'

// The codes by which routes declare what they refuse, so that the OpenAPI document lists them by status.

/** Any address may be called with another method, and may fail. */
const ALWAYS = ['method-not-allowed', 'internal'] as const
/** An address that requires a permission may also refuse the caller or the query, or find no database. */
const AUTHORIZED = [
  'not-authenticated',
  'forbidden',
  'invalid-request',
  'too-many-requests',
  'database-unavailable',
] as const

/** Of `withBody`. */
const BODY_PROBLEMS = ['incomplete-body', 'body-too-large', 'overloaded'] as const
/** Of `readJsonBody`. */
export const JSON_BODY_PROBLEMS = [...BODY_PROBLEMS, 'malformed-json', 'unsupported-media-type'] as const
/** Of `readForm`. */
export const FORM_BODY_PROBLEMS = [...BODY_PROBLEMS, 'malformed-form', 'unsupported-media-type'] as const
/** Of `readWorkbooks`. */
export const WORKBOOK_PROBLEMS = ['workbook-too-large', 'unreadable-workbook'] as const
/** Of `readFileBody`. */
export const FILE_BODY_PROBLEMS = [...BODY_PROBLEMS, 'not-text', 'unsupported-media-type'] as const
/** Of a write that does not wait for the place of checkpoints. */
export const WRITE_AT_ONCE_PROBLEMS = ['invalid-idempotency-key', 'idempotency-key-reused', 'busy'] as const
/** Of `replayIdempotent` and `performWrite`. */
export const WRITE_PROBLEMS = [...WRITE_AT_ONCE_PROBLEMS, 'checkpoint-not-kept'] as const
/** Of every change of a draft. */
export const DRAFT_CHANGE_PROBLEMS = [
  ...WRITE_PROBLEMS,
  'unknown-draft',
  'revision-required',
  'revision-differs',
] as const
/** Of files that are given for a pack. */
export const PACK_FILES_PROBLEMS = ['unknown-file', 'pack-too-large'] as const
/** Of a draft that would take more room than its author has. */
export const QUOTA_PROBLEMS = ['too-many-drafts', 'no-room'] as const
/** Of loading a version: its text is damaged, or older checks let an error pass. */
export const LOADING_PROBLEMS = ['damaged-version', 'faulty-pack'] as const
/** Of evaluating a ledger that fits. */
export const EVALUATION_PROBLEMS = ['not-computable', 'answer-too-large'] as const

type StatusOf<Code extends ProblemCode> = (typeof PROBLEM_DETAILS)[Code]['status']

/** The problem responses of a route that requires a permission: these, and those that any such route may give. */
export function authorizedProblems<const Code extends ProblemCode = never>(...codes: Code[]) {
  return publicProblems<Code | (typeof AUTHORIZED)[number]>(...AUTHORIZED, ...codes)
}

/** The problem responses of a route for everybody. */
export function publicProblems<const Code extends ProblemCode = never>(...codes: Code[]) {
  const byStatus = Map.groupBy(new Set<ProblemCode>([...ALWAYS, ...codes]), (code) => PROBLEM_DETAILS[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, refused]) => [status, problemResponse(status, refused)]),
  ) as Record<StatusOf<Code | (typeof ALWAYS)[number]>, ProblemResponse>
}

type ProblemResponse = ReturnType<typeof describeProblems>

/** Most routes share most responses, and to make a schema takes longer than to find it. */
const made = new Map<string, ProblemResponse>()

function problemResponse(status: number, codes: readonly ProblemCode[]): ProblemResponse {
  const key = codes.join(' ')
  const response = made.get(key) ?? describeProblems(status, codes)
  made.set(key, response)
  return response
}

function describeProblems(status: number, codes: readonly ProblemCode[]) {
  const type = z.enum(codes.map((code) => `/problems/${code}`))
  const schema = problemSchema.and(z.object({ type, status: z.literal(status) }))
  return {
    description: codes.map((code) => PROBLEM_DETAILS[code].title.en).join('; '),
    content: { 'application/problem+json': { schema } },
  }
}

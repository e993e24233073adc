import type { HonoRequest } from 'hono'
import { ProblemError } from '../problem/problem-error.ts'

const UTF_8 = /^charset\s*=\s*"?utf-?8"?$/i

/** Refuses a body that is of none of these media types, not in UTF-8, or compressed. */
export function requireMediaType(req: HonoRequest, ...mediaTypes: readonly string[]): void {
  const [mediaType = '', ...parameters] = (req.header('content-type') ?? '').split(';').map((part) => part.trim())
  const charsets = parameters.filter((parameter) => /^charset\b/i.test(parameter))
  const encoding = (req.header('content-encoding') ?? 'identity').trim().toLowerCase()
  if (
    !mediaTypes.includes(mediaType.toLowerCase()) ||
    !charsets.every((charset) => UTF_8.test(charset)) ||
    encoding !== 'identity'
  )
    throw new ProblemError('unsupported-media-type')
}

import type { HonoRequest } from 'hono'
import { ProblemError } from '../problem/problem-error.ts'

const CHARSET = /^charset\s*=\s*"?utf-?8"?$/i

/** Refuses a body that is not of one of these media types, in UTF-8 and as it is. */
export function refuseUnless(req: HonoRequest, ...mediaTypes: readonly string[]): void {
  const [mediaType = '', ...parameters] = (req.header('content-type') ?? '').split(';').map((part) => part.trim())
  const charsets = parameters.filter((parameter) => /^charset\b/i.test(parameter))
  const encoding = (req.header('content-encoding') ?? 'identity').trim().toLowerCase()
  if (
    !mediaTypes.includes(mediaType.toLowerCase()) ||
    !charsets.every((charset) => CHARSET.test(charset)) ||
    encoding !== 'identity'
  )
    throw new ProblemError('unsupported-media-type')
}

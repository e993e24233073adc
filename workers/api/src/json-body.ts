import { createMiddleware } from 'hono/factory'
import { findFault, syntaxFault } from './json-text.ts'
import { ProblemError, type ProblemPlace } from './problem.ts'

const MEDIA_TYPE = /^application\/json\s*(;|$)/i

/**
 * Reads a JSON body once, strictly, before any validator sees it: plain JSON in UTF-8, of bounded depth, no key
 * twice. What is wrong is said with its place and without a word of the body.
 */
export const jsonBody = createMiddleware(async ({ req }, next) => {
  const encoding = req.header('content-encoding') ?? 'identity'
  if (!MEDIA_TYPE.test(req.header('content-type') ?? '') || encoding !== 'identity')
    throw new ProblemError('unsupported-media-type')
  const value = parse(decode(await req.arrayBuffer()))
  req.json = <T>() => Promise.resolve(value as T)
  await next()
})

function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    throw malformed({
      pointer: '',
      code: 'not-utf-8',
      detail: { zh: '正文不是 UTF-8 编码。', en: 'The body is not UTF-8.' },
    })
  }
}

function parse(text: string): unknown {
  const fault = findFault(text)
  if (fault) throw malformed(fault)
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's message quotes the body around the fault: only the position may leave.
    const position = /at position (\d+)/.exec(String(error))?.[1]
    throw malformed(syntaxFault(text, position === undefined ? undefined : Number(position)))
  }
}

function malformed(fault: ProblemPlace): ProblemError {
  return new ProblemError('malformed-json', [fault])
}

import { createMiddleware } from 'hono/factory'
import { inspectJson } from './json-text.ts'
import { ProblemError } from './problem.ts'

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
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw malformed('not-utf-8', '正文不是 UTF-8 编码。', 'The body is not UTF-8.')
  }
}

function parse(text: string): unknown {
  if (text.trim() === '') throw malformed('empty-body', '正文为空。', 'The body is empty.')
  const problem = inspectJson(text)
  if (problem) throw new ProblemError('malformed-json', [problem])
  try {
    return JSON.parse(text)
  } catch (error) {
    // The parser's message quotes the body around the fault: only the position may leave.
    const position = /at position (\d+)/.exec(String(error))?.[1]
    const before = position === undefined ? undefined : text.slice(0, Number(position)).split('\n')
    const at = before && { line: before.length, column: before.at(-1)!.length + 1 }
    throw malformed(
      'syntax',
      `JSON 语法有误${at ? `（第 ${at.line} 行第 ${at.column} 列）` : ''}。请检查括号、逗号和引号。`,
      `This is not valid JSON${at ? ` (line ${at.line}, column ${at.column})` : ''}. Check the brackets, commas and quotation marks.`,
    )
  }
}

function malformed(code: string, zh: string, en: string): ProblemError {
  return new ProblemError('malformed-json', [{ pointer: '', code, detail: { zh, en } }])
}

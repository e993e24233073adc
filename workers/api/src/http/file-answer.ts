import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'

/** What is sent for somebody to keep as a file. */
interface AnsweredFile {
  name: string
  /** Its media type. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Answers with a file: its name as it is for those who read RFC 5987, and one in ASCII for others. */
export function fileAnswer(c: Context<AppEnv>, { name, type, bytes }: AnsweredFile, ascii: string) {
  const ending = name.slice(name.lastIndexOf('.'))
  return c.body(bytes, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${ascii}${ending}"; filename*=UTF-8''${encoded(name)}`,
  })
}

function encoded(name: string): string {
  const byNumber = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, byNumber)
}

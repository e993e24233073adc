import { env } from 'cloudflare:workers'
import { request } from './request.ts'
import { PACK } from './draft-steps.ts'

export const IMPORT = `/v1/packs/${PACK}/import`

/** A register of a city in a real layout, with invented rows. */
export const REGISTER = new Uint8Array(Buffer.from(env.TEST_REGISTER, 'base64'))
export const REGISTER_NAME = 'A-律师行业党建工作台账-2026三季度.xlsx'

/** Parts of a form by name; several of the same name in a list. */
export type Parts = Record<string, string | File | readonly (string | File)[]>

export function fileOf(bytes: Uint8Array | string, name = '台账.xlsx'): File {
  return new File([bytes], name)
}

export function formOf(parts: Parts): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(parts)) for (const value of [values].flat()) form.append(name, value)
  return form
}

/** Posts a form. */
export function postForm(path: string, parts: Parts): Promise<Response> {
  return request(path, { method: 'POST', body: formOf(parts) })
}

/** A form with one part, written byte by byte. */
export function rawForm(head: string | Uint8Array, content: string | Uint8Array, boundary = 'xx'): Uint8Array {
  const parts = [`--${boundary}\r\n`, head, '\r\n\r\n', content, `\r\n--${boundary}--\r\n`]
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))))
}

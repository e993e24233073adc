import { parseJson } from './parse-json.ts'

/** The JSON in a part of a form, which is a field or a file. */
export async function jsonPart(part: string | File | undefined): Promise<unknown> {
  if (part === undefined) return undefined
  return parseJson(typeof part === 'string' ? part : await part.text()).value
}

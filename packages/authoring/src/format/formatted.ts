import { formatFile } from './format-pack.ts'

/** The text of a file as the formatter lays it out; as it was where it cannot be read. */
export function formatted(file: string, text: string): string {
  return formatFile(file, text).text ?? text
}

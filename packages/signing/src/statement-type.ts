import type { Statements } from './statements.ts'

/** The `typ` of a signed statement. */
export function typeOf(kind: keyof Statements): string {
  return `tiaoli-${kind}+jws`
}

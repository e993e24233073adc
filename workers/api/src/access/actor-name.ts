/** Names under which the service itself acts. No token is given out to them. */
export const SERVICE = 'service'
export const BUNDLE = 'bundle'
export const ANONYMOUS = 'anonymous'

const RESERVED: ReadonlySet<string> = new Set([SERVICE, BUNDLE, ANONYMOUS])

/**
 * A person's name in the one spelling by which the four eyes are counted, whichever door they come through: however
 * it is written, `Li@x.cn ` is `li@x.cn`.
 */
export function nameOf(written: string): string {
  return written.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

export function isReserved(name: string): boolean {
  return RESERVED.has(name)
}

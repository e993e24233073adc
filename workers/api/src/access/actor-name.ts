/** Names under which the service itself acts. No token is issued to them. */
export const SERVICE = 'service'
export const BUNDLE = 'bundle'
export const ANONYMOUS = 'anonymous'

const RESERVED_NAMES: ReadonlySet<string> = new Set([SERVICE, BUNDLE, ANONYMOUS])

/**
 * The one spelling of a person's name, by a token as by Cloudflare Access: `Li@x.cn ` is `li@x.cn`. The four-eyes rule
 * compares names in this spelling.
 */
export function normalizeActorName(name: string): string {
  return name.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}

export function isReservedName(name: string): boolean {
  return RESERVED_NAMES.has(name)
}

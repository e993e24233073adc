/** Refuses a condition, or a fact where it is decided, with the place in the condition. */
export function refuse(at: string, what: string): never {
  throw new TypeError(`condition ${at || '/'} ${what}`)
}

/** Names that are not data: in JavaScript they reach the prototype of an object. */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

const WITHIN = new RegExp(`(?:^|[./])(?:${[...FORBIDDEN_NAMES].join('|')})(?:$|[./])`)

/** Whether the name of a member of a JSON object is refused. */
export function isForbiddenName(name: string): boolean {
  return FORBIDDEN_NAMES.has(name)
}

/** Whether a name, or a part of a dotted name or of a pointer, is refused. */
export function namesForbidden(path: string): boolean {
  return WITHIN.test(path)
}

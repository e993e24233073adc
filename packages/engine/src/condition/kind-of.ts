/** Texts that a message quotes are no longer than this. */
const QUOTED = 40

/** What a value is, in the words of a message: `null`, `a list`, `the number 3`. */
export function kindOf(value: unknown): string {
  switch (typeof value) {
    case 'undefined':
      return 'undefined'
    case 'string':
      return `the text ${JSON.stringify(value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value)}`
    case 'number':
      return Number.isNaN(value) ? 'NaN' : `the number ${value}`
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'object':
      if (value === null) return 'null'
      if (Array.isArray(value)) return 'a list'
      if (isDateObject(value)) return 'a Date'
      return isPromise(value) ? 'a Promise' : 'an object'
    default:
      return `a ${typeof value}`
  }
}

/** Also one of another window or worker, which is no `instanceof Date` here. */
export function isDateObject(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/** What `await` waits for: a Promise, or anything with a `then`. */
export function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function'
}

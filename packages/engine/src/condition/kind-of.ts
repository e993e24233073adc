import type { Text } from '../text/text.ts'

/** Texts that a message quotes are no longer than this. */
const QUOTED = 40

/** What a value is, in the words of a message: `null`, `a list`, `the number 3`. */
export function kindOf(value: unknown): Text {
  switch (typeof value) {
    case 'undefined':
      return asWritten('undefined')
    case 'string':
      return named('文本 ', 'the text ', JSON.stringify(value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value))
    case 'number':
      return Number.isNaN(value) ? asWritten('NaN') : named('数 ', 'the number ', String(value))
    case 'boolean':
    case 'bigint':
      return asWritten(String(value))
    case 'object':
      if (value === null) return asWritten('null')
      if (Array.isArray(value)) return { zh: '列表', en: 'a list' }
      if (isDateObject(value)) return { zh: ' Date 对象', en: 'a Date' }
      return isPromise(value) ? { zh: ' Promise', en: 'a Promise' } : { zh: '对象', en: 'an object' }
    default:
      return typeof value === 'function' ? { zh: '函数', en: 'a function' } : { zh: ' symbol', en: 'a symbol' }
  }
}

function asWritten(word: string): Text {
  return { zh: ` ${word}`, en: word }
}

function named(zh: string, en: string, value: string): Text {
  return { zh: `${zh}${value}`, en: `${en}${value}` }
}

/** Also one of another window or worker, which is no `instanceof Date` here. */
export function isDateObject(value: object): boolean {
  return Object.prototype.toString.call(value) === '[object Date]'
}

/** What `await` waits for: a Promise, or anything with a `then`. */
export function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function'
}

import type { Text } from '../errors/text.ts'
import type { Placeholder } from '../plan/text-template.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { inWords } from './show.ts'

const NOT_SET: Text = { zh: '未设定', en: 'not set' }

/** What a text shows of a value. */
export function shownInText({ expression, described }: Placeholder, value: Value): Text {
  return expression.kind === 'parameter' && isUnknown(value) ? NOT_SET : inWords(described, value)
}

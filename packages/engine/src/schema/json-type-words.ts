import type { Text } from '../text/text.ts'

/** What a type of JSON is called, by zod's name for it. */
export const JSON_TYPE_WORDS: Readonly<Record<string, Text>> = {
  string: { zh: '文本 "…"', en: 'a text "…"' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  object: { zh: '对象 { … }', en: 'an object { … }' },
  record: { zh: '对象 { … }', en: 'an object { … }' },
  array: { zh: '列表 [ … ]', en: 'a list [ … ]' },
  tuple: { zh: '列表 [ … ]', en: 'a list [ … ]' },
}

import type { Text } from '@tiaoli/engine'

/** A JSON value in which each text in both languages is replaced by its string in one. */
export function selectLanguage(value: unknown, language: keyof Text): unknown {
  if (Array.isArray(value)) return value.map((item) => selectLanguage(item, language))
  if (typeof value !== 'object' || value === null) return value
  if (isText(value)) return value[language]
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, selectLanguage(item, language)]))
}

function isText(value: object): value is Text {
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'
}

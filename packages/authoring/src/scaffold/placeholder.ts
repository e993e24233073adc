import type { Text } from '@tiaoli/engine'

/** What the text leaves open, of a parameter that was added without a question. */
export const PLACEHOLDER_QUESTION: Text = { zh: '（原文没有写明的是什么？）', en: '(What does the text leave open?)' }

/** Values of an enum that was added. */
export const PLACEHOLDER_VALUES: Readonly<Record<string, Text>> = {
  first: { zh: '（第一个取值）', en: '(first value)' },
  second: { zh: '（第二个取值）', en: '(second value)' },
}

/** Why no rule encodes a clause that was added. */
export const PLACEHOLDER_REASON: Text = {
  zh: '（这一条为什么没有写成规则？）',
  en: '(Why does no rule encode this clause?)',
}

/** The words of a document that was added. */
export const PLACEHOLDER_WORDS: Text = {
  zh: '（请换成文件的原文）',
  en: '(Put the words of the document here)',
}

/** Words of a document in a language in which it was not issued. */
export const PLACEHOLDER_TRANSLATION: Text = { zh: '（请译成中文）', en: '(Translate this into English)' }

/** Words to be replaced, that say so in both languages. */
export function placeholderLabel(name: string): Text {
  return { zh: `（${name} 的中文名称）`, en: `(what ${name} is called)` }
}

const FIXED = [
  PLACEHOLDER_QUESTION,
  PLACEHOLDER_REASON,
  PLACEHOLDER_WORDS,
  PLACEHOLDER_TRANSLATION,
  ...Object.values(PLACEHOLDER_VALUES),
]
/** Names are short; with a bound a text full of brackets takes no longer than another. */
const LABELS = { zh: /（[^（）]{1,100} 的中文名称）/, en: /\(what [^()]{1,100} is called\)/ } as const

/** The language in which a text still has the words of a scaffold. */
export function placeholderIn(text: Text): keyof Text | undefined {
  return (['zh', 'en'] as const).find(
    (language) => LABELS[language].test(text[language]) || FIXED.some((fixed) => fixed[language] === text[language]),
  )
}

import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'

/** A sentence, and what it consists of. */
export interface Line<Words = string> {
  text: Words
  below: readonly Line<Words>[]
}

export function line(zh: string, en: string, below: readonly Line<Text>[] = []): Line<Text> {
  return { text: { zh, en }, below }
}

export function inLanguage({ text, below }: Line<Text>, language: Language): Line {
  return { text: text[language], below: below.map((item) => inLanguage(item, language)) }
}

/** A line and all below it as one text, where a list will not do. */
export function inOneLine({ text, below }: Line<Text>): Text {
  if (below.length === 0) return text
  const parts = below.map(inOneLine)
  return {
    zh: `${text.zh.replace(/：$/, '')}（${parts.map(({ zh }) => zh).join('；')}）`,
    en: `${text.en.replace(/:$/, '')} (${parts.map(({ en }) => en).join('; ')})`,
  }
}

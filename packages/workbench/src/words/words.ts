import { signal } from '@preact/signals'
import type { Language } from '@tiaoli/engine/names'
import { zh } from './zh.ts'

/** Everything that the page says itself, in one shape for both languages. */
export type Words = typeof zh

const loaded = signal<{ readonly zh: Words; readonly en?: Words }>({ zh })

/** Fetches the words of a language that has not been spoken yet; where they do not come, Chinese stands in their place. */
export async function loadWords(language: Language): Promise<void> {
  if (language === 'zh' || loaded.value.en) return
  const found = await import('./en.ts').catch(() => undefined)
  if (found) loaded.value = { ...loaded.value, en: found.en }
}

export function wordsIn(language: Language): Words {
  return loaded.value[language] ?? loaded.value.zh
}

/** The same words in Chinese and in English. */
export type Text = {
  zh: string
  en: string
}

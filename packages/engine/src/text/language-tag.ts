/** What a BCP 47 tag is written like: `de`, `bo`, `zh-Hant`, `de-AT`. */
export const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/

export function isLanguageTag(text: string): boolean {
  return LANGUAGE_TAG.test(text)
}

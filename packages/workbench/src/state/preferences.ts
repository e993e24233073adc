import type { Language } from '@tiaoli/engine/names'

const LANGUAGE = 'tiaoli.language'
const TOKEN = 'tiaoli.token'

/** How somebody likes the page, and who they are until the browser is closed. */
export function readPreferences(): { language: Language; token: string } {
  return {
    language: localStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'zh',
    token: sessionStorage.getItem(TOKEN) ?? '',
  }
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(LANGUAGE, language)
}

export function keepToken(token: string): void {
  if (token === '') sessionStorage.removeItem(TOKEN)
  else sessionStorage.setItem(TOKEN, token)
}

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

const FORM = 'tiaoli.form.'

/** What was typed into a form and not saved yet; kept until the browser is closed. */
export function readForm(name: string): unknown {
  const kept = sessionStorage.getItem(FORM + name)
  return kept === null ? undefined : JSON.parse(kept)
}

export function keepForm(name: string, typed: unknown): void {
  if (typed === undefined) sessionStorage.removeItem(FORM + name)
  else sessionStorage.setItem(FORM + name, JSON.stringify(typed))
}

/** Forgets what is kept until the browser is closed. */
export function forgetSession(): void {
  sessionStorage.clear()
}

import type { Language } from '@tiaoli/engine/names'

const LANGUAGE = 'tiaoli.language'
const TOKEN = 'tiaoli.token'

/** How somebody likes the page, and who they are until the browser is closed. */
export function readPreferences(): { language: Language; token: string } {
  return {
    language: read(() => localStorage, LANGUAGE) === 'en' ? 'en' : 'zh',
    token: read(() => sessionStorage, TOKEN) ?? '',
  }
}

export function keepLanguage(language: Language): void {
  keep(() => localStorage, LANGUAGE, language)
}

export function keepToken(token: string): void {
  keep(() => sessionStorage, TOKEN, token === '' ? undefined : token)
}

const FORM = 'tiaoli.form.'

/** What was typed into a form and not saved yet; kept until the browser is closed. */
export function readForm(name: string): unknown {
  const kept = read(() => sessionStorage, FORM + name)
  return kept === undefined ? undefined : JSON.parse(kept)
}

export function keepForm(name: string, typed: unknown): void {
  keep(() => sessionStorage, FORM + name, typed === undefined ? undefined : JSON.stringify(typed))
}

/** Forgets what is kept until the browser is closed. */
export function forgetSession(): void {
  attempt(() => sessionStorage.clear())
}

function read(storage: () => Storage, key: string): string | undefined {
  return attempt(() => storage().getItem(key)) ?? undefined
}

function keep(storage: () => Storage, key: string, value: string | undefined): void {
  attempt(() => (value === undefined ? storage().removeItem(key) : storage().setItem(key, value)))
}

/** A browser that keeps nothing, or has no room, refuses by an exception: the page goes on without. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}

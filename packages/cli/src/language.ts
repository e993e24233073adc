import { isLanguage, isLanguageTag, type Language } from '@tiaoli/engine/names'

const ASSIGNED = '--lang='

/** The language in which somebody wants to read, by its tag. */
export interface AskedLanguage {
  readonly tag: string
  /** By `--lang`, and not by the locale alone: where it is not to be had, that is said. */
  readonly isDemanded: boolean
}

/** The language may be given before the command too, and alone. */
export function withoutLeadingLanguage(args: readonly string[]): readonly string[] {
  const [first = '', second = ''] = args
  if (first.startsWith(ASSIGNED) && isLanguageTag(first.slice(ASSIGNED.length))) return args.slice(1)
  return first === '--lang' && isLanguageTag(second) ? args.slice(2) : args
}

/** `--lang`, or the locale of the environment as POSIX ranks it; undefined where neither says which. */
export function askedLanguage(args: readonly string[], env: Readonly<NodeJS.ProcessEnv>): AskedLanguage | undefined {
  const asked = args.flatMap((arg, i) =>
    arg === '--lang' ? [args[i + 1] ?? ''] : arg.startsWith(ASSIGNED) ? [arg.slice(ASSIGNED.length)] : [],
  )
  const chosen = asked.find(isLanguageTag)
  if (chosen !== undefined) return { tag: chosen, isDemanded: true }
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  const isNone = locale === undefined || /^(?:C|POSIX)(?:\.|$)/i.test(locale)
  return isNone ? undefined : { tag: tagOf(locale), isDemanded: false }
}

export function systemLanguage(): Language {
  return ownLanguage(tagOf(Intl.DateTimeFormat().resolvedOptions().locale))
}

/** The language of the command line's own words for somebody who reads in a language. */
export function ownLanguage(tag: string): Language {
  return isLanguage(tag) ? tag : tag.startsWith('zh-') ? 'zh' : 'en'
}

/** `de_AT.UTF-8` → `de` */
function tagOf(locale: string): string {
  const [language = ''] = locale.toLowerCase().split(/[^a-z]/)
  return language
}

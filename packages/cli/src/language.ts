import { isLanguage, type Language } from '@tiaoli/engine/names'

const ASSIGNED = '--lang='

/** The language may be given before the command too, and alone. */
export function withoutLeadingLanguage(args: readonly string[]): readonly string[] {
  const [first = '', second] = args
  if (first.startsWith(ASSIGNED) && isLanguage(first.slice(ASSIGNED.length))) return args.slice(1)
  return first === '--lang' && isLanguage(second) ? args.slice(2) : args
}

/** `--lang`, or the locale of the environment as POSIX ranks it; undefined where neither says which. */
export function askedLanguage(args: readonly string[], env: Readonly<NodeJS.ProcessEnv>): Language | undefined {
  const asked = args.flatMap((arg, i) =>
    arg === '--lang' ? [args[i + 1]] : arg.startsWith(ASSIGNED) ? [arg.slice(ASSIGNED.length)] : [],
  )
  const chosen = asked.find(isLanguage)
  if (chosen) return chosen
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return locale === undefined || /^(?:C|POSIX)(?:\.|$)/i.test(locale) ? undefined : languageOf(locale)
}

export function systemLanguage(): Language {
  return languageOf(Intl.DateTimeFormat().resolvedOptions().locale)
}

function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

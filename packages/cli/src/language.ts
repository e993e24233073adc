import { isLanguage, type Language } from '@tiaoli/engine/names'

const ASSIGNED = '--lang='

/** The language may be given before the command too, and alone. */
export function withoutLeadingLanguage(args: readonly string[]): readonly string[] {
  const [first = '', second] = args
  if (first.startsWith(ASSIGNED) && isLanguage(first.slice(ASSIGNED.length))) return args.slice(1)
  return first === '--lang' && isLanguage(second) ? args.slice(2) : args
}

/** `--lang`, or the locale of the environment as POSIX ranks it, or that of the system. */
export function languageOf(args: readonly string[], env: Readonly<NodeJS.ProcessEnv>): Language {
  const asked = args.flatMap((arg, i) =>
    arg === '--lang' ? [args[i + 1]] : arg.startsWith(ASSIGNED) ? [arg.slice(ASSIGNED.length)] : [],
  )
  const chosen = asked.find(isLanguage)
  if (chosen) return chosen
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '')
  return (locale ?? Intl.DateTimeFormat().resolvedOptions().locale).toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

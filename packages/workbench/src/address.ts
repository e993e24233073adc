/** The screens, in the order in which they are listed. */
export const SCREENS = [
  'start',
  'import',
  'results',
  'papers',
  'fill-in',
  'policy',
  'revise',
  'approve',
  'due',
  'settings',
] as const
export type Screen = (typeof SCREENS)[number]

/** What the address names: a screen, and on it what is looked at. */
export interface Address {
  readonly screen: Screen
  readonly seen: Readonly<Record<string, string>>
}

/** `#/results?view=requirements` */
export function readAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?')
  const screen = SCREENS.find((name) => name === path) ?? 'start'
  return { screen, seen: Object.fromEntries(new URLSearchParams(query)) }
}

export function addressOf(screen: Screen, seen: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams(Object.entries(seen).filter((entry): entry is [string, string] => !!entry[1]))
  const written = query.toString()
  return `#/${screen}${written === '' ? '' : `?${written}`}`
}

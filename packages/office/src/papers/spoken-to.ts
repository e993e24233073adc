/** How an official paper speaks to a body, by how it is called at the end. */
const SPOKEN = [
  [/所$/, '你所'],
  [/(?:委员会|党委|工委)$/, '你委'],
  [/协会$/, '你会'],
  [/总支$/, '你总支'],
  [/支部$/, '你支部'],
  [/党组$/, '你党组'],
  [/局$/, '你局'],
] as const

/** 你所 to a law firm, 你委 to a committee; 你单位 to what does not say what it is. */
export function spokenTo(name: string): string {
  return SPOKEN.find(([end]) => end.test(name))?.[1] ?? '你单位'
}

/** A sentence about a body, said to it: 该所, 该联合党支部 becomes 你所, 你支部. */
export function saidTo(text: string, kind: string): string {
  const spoken = spokenTo(kind)
  if (spoken === '你单位') return text
  return text.replaceAll(`该${kind}`, spoken).replaceAll(`该${spoken.slice(1)}`, spoken)
}

import { closestName, groupedBy, type LintFile, type SourcePlace } from '@tiaoli/engine/plan'
import type { LintHit, LintContext } from '../lint.ts'

/** What a suppression in vain is itself. */
export const UNUSED_OFF = { 'unused-off': 'hint' } as const

type Suppression = LintFile['off'][number]

export interface SuppressionResult<Code extends string> {
  remaining: LintHit<Code>[]
  /** What lint.json switches off, with the reason given there. */
  suppressed: { found: LintHit<Code>; reason: Suppression['reason'] }[]
  unused: LintHit<'unused-off'>[]
}

/** Takes out what the pack's lint.json switches off. What it switches off in vain is a lint itself. */
export function applySuppressions<Code extends string>(
  found: readonly LintHit<Code>[],
  { files }: Pick<LintContext, 'files'>,
  codes: { readonly known: readonly string[]; readonly unfinished: readonly string[] },
): SuppressionResult<Code> {
  const entries = files.of('lint').flatMap(({ file, content }) => content.off.map((entry, i) => ({ entry, file, i })))
  const byCode = groupedBy(entries, ({ entry }) => entry.code)
  const foundByCode = groupedBy(found, ({ code }) => code as string)
  const reasonFor = (item: LintHit) => byCode.get(item.code)?.find(({ entry }) => covers(entry, item))?.entry.reason
  const unused = entries
    .filter(({ entry }) => !codes.unfinished.includes(entry.code))
    .filter(({ entry }) => !foundByCode.get(entry.code)?.some((item) => covers(entry, item)))
    .map(({ entry, file, i }): LintHit<'unused-off'> => {
      const known = codes.known.includes(entry.code)
      const hint = known ? undefined : closestName(entry.code, codes.known)
      return {
        code: 'unused-off',
        about: entry.at,
        place: file.place(['off', i, known ? 'at' : 'code']),
        message: known ? nothingToSuppress(entry) : unknownCode(entry, hint),
      }
    })
  const off = found.flatMap((item) => {
    const reason = reasonFor(item)
    return reason ? [{ found: item, reason }] : []
  })
  const sifted = new Set(off.map((item) => item.found))
  return { remaining: found.filter((item) => !sifted.has(item)), suppressed: off, unused }
}

/** By the id, or by the place: the file, `#`, and the pointer of the part or of one around it. */
function covers({ code, at }: Suppression, { code: foundCode, about, place }: LintHit): boolean {
  if (code !== foundCode) return false
  const [file, pointer] = at.split('#')
  return at === about || (pointer !== undefined && file === place.file && isAround(pointer, place))
}

function isAround(pointer: string, place: SourcePlace): boolean {
  return pointer === '' || pointer === place.pointer || place.pointer.startsWith(`${pointer}/`)
}

function nothingToSuppress({ code, at }: Suppression): LintHit['message'] {
  return {
    zh: `“${at}”处没有“${code}”，无需关闭。请删去此项。`,
    en: `There is no ${code} at "${at}" to switch off. Remove this entry.`,
  }
}

function unknownCode({ code }: Suppression, hint: string | undefined): LintHit['message'] {
  return {
    zh: `没有名为“${code}”的检查。${hint ? `您是否想写“${hint}”？` : ''}请改正代码，或删去此项。`,
    en: `There is no lint "${code}". ${hint ? `Did you mean "${hint}"? ` : ''}Correct the code or remove the entry.`,
  }
}

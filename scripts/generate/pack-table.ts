import { planOf, type Language } from '@tiaoli/engine/plan'
import { format } from 'oxfmt'
import { packIds, readPack } from '../read-pack.ts'
import { table } from './markdown.ts'

const HEADS: Record<Language, readonly string[]> = {
  en: ['pack', 'cases', 'coverage', 'mutants noticed', 'equivalent'],
  zh: ['规则包', '案例', '覆盖率', '察觉的变异', '等价'],
}
/** Between these lines of a README; the rest of it is written by hand. */
const PLACE = /(?<=<!-- packs: written by scripts\/generate\.ts -->\n\n).*?(?=\n\n<!-- end of packs -->)/s

/** A README with the packs there are: how many cases each has, and what its quality.json requires of them. */
export async function withPackTable(readme: string, language: Language): Promise<string> {
  const rows = packIds().map((id) => {
    const { cases, quality, equivalentMutants } = planOf(readPack(id))
    return [`\`${id}\``, cases.length, percent(quality.coverage), percent(quality.mutation), equivalentMutants.length]
  })
  if (!PLACE.test(readme)) throw new Error('the README has no place for the packs')
  const { code } = await format('table.md', table(HEADS[language], rows))
  return readme.replace(PLACE, () => code.trimEnd())
}

function percent(required: number | undefined): string {
  return required === undefined ? '–' : `${required} %`
}

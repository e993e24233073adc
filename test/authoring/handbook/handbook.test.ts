import { handbook } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { textWithoutRecord } from '@tiaoli/engine/plan'
import { describe, expect, it } from 'vitest'
import { packIds } from '../../../scripts/read-pack.ts'
import { readPack } from '../../load-packs.ts'

describe.each(packIds())('the handbook of %s', (id) => {
  const policy = compile(readPack(id))

  it.each(['zh', 'en'] as const)('holds every clause word for word and every requirement once, in %s', (language) => {
    const book = handbook(policy, language)
    const quoted = book.replaceAll(/\n> /g, '\n')
    const missing = [...policy.plan.clauses.values()].filter(
      ({ document, text }) => document.pack === id && !quoted.includes(text.zh),
    )
    expect(missing.map((clause) => clause.id)).toEqual([])
    const times = policy.plan.requirements.map(
      ({ id: requirement, title }) =>
        book.split(`#### ${textWithoutRecord(policy.plan, title)[language]} \`${requirement}\``).length - 1,
    )
    expect(new Set(times)).toEqual(new Set([1]))
  })

  it('says in Chinese only what is Chinese: no label or sentence is left in English', () => {
    const words = handbook(policy, 'zh').replaceAll(/`[^`]*`|\*\*用例\*\*.*|### .*/g, '')
    expect(words.match(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/gi) ?? []).toEqual([])
  })

  it('gives each outside source with how sure we are of it', () => {
    const cited = policy.plan.requirements.flatMap(({ entry }) => entry.basis ?? [])
    const book = handbook(policy, 'zh')
    for (const { instrument } of cited)
      expect(book).toMatch(
        new RegExp(
          `《${policy.plan.instruments.get(instrument)!.title.zh.replaceAll(/[（）]/g, '.')}》.*（(已核|据转载|待核)）`,
        ),
      )
  })
})

import { amend, lintPack, withDraft, type Amendment, type Dossier } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { compiledPack, readPack } from '../../load-packs.ts'

const GANZHOU = 'ganzhou-2018-32'
const { plan } = compiledPack(GANZHOU)
const read = (text: string, more: Partial<Amendment> = {}): Dossier =>
  amend(readPack(GANZHOU), compiledPack(GANZHOU), { id: 'notice', from: '2027-01-01', text, ...more })
interface Drafted {
  text: Record<string, string>
  changes?: object[]
}
const clausesOf = ({ draft }: Dossier) =>
  (JSON.parse(draft['documents/notice/clauses.json']!) as { clauses: Drafted[] }).clauses
const ENGLISH = plan.clauses.get('s3.6.b2')!.text.en

it('an English notice to a pack in two languages is laid beside its English words, and drafted in English', () => {
  const dossier = read(
    `Notice on Amending the Opinions\n1. In part 3, item (6), “${ENGLISH}” is replaced by “${ENGLISH.replace(/year/u, 'second year')}”\n2. Part 4, item (2) is repealed.`,
  )
  expect(dossier).toMatchObject({ language: 'en', reading: 'notice' })
  expect(dossier.clauses[0]).toMatchObject({ clause: 's3.6.b2', fate: 'reworded', before: { en: ENGLISH } })
  expect(dossier.clauses.slice(1).every(({ fate, place }) => fate === 'dropped' && place.zh === '四、（二）')).toBe(
    true,
  )
  expect(clausesOf(dossier).map(({ text }) => text['zh'])).toEqual(Array(3).fill('（请译成中文）'))
  expect(clausesOf(dossier)[2]!.text['en']).toBe('2. Part 4, item (2) is repealed.')
  expect(JSON.parse(dossier.draft['documents/notice/document.json']!)).toMatchObject({
    title: { en: 'Notice on Amending the Opinions' },
  })
  const loaded = loadPack(withDraft(readPack(GANZHOU), dossier))
  expect(loaded.diagnostics).toEqual([])
  const lints = lintPack(loaded).lints.filter(
    ({ code, file }) => code === 'placeholder' && file?.startsWith('documents/notice'),
  )
  expect(lints.length).toBeGreaterThanOrEqual(4)
})

it('the reissued document in English keeps the words that the clauses have in both languages', () => {
  const own = [...plan.clauses.values()].filter(({ document }) => document.id === GANZHOU)
  const text = own
    .map(({ text: { en } }) => en)
    .join('\n')
    .replace(ENGLISH, 'Firms report every second year.')
  const dossier = read(text)
  expect(dossier).toMatchObject({ language: 'en', reading: 'whole' })
  expect(dossier.clauses.map(({ clause }) => clause)).toContain('s3.6.b2')
  expect(dossier.clauses.length).toBeLessThan(8)
  const kept = clausesOf(dossier).find((clause) => clause.text['en'] === plan.clauses.get('s3.6.b1')!.text.en)
  expect(kept!.text['zh']).toBe(plan.clauses.get('s3.6.b1')!.text.zh)
})

it('a Chinese notice that quotes English is a Chinese one', () => {
  expect(read('删去四、（二）中的“party committee of the city”。').language).toBe('zh')
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { amend, withDraft } from '@tiaoli/authoring'
import { compile, loadPack } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { readPack } from '../../load-packs.ts'

const FOLDER = join(import.meta.dirname, '../../../examples/playground-safety')
const source = readPack('playground-safety')
const sections = readFileSync(join(FOLDER, 'documents/bylaw-2024/source.en.txt'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\d+\. (?<words>.*)/u.exec(line)?.groups?.['words'] ?? [])

/** The bylaw issued again with some of its sections, numbered anew. */
function reissued(kept: readonly number[]) {
  const words = [...kept.map((number) => sections[number - 1]!), 'The Playground Safety Bylaw 2024 is repealed.']
  const text = ['Playground Safety Bylaw 2027', ...words.map((said, i) => `${i + 1}. ${said}`)].join('\n\n')
  return amend(source, compile(source), { id: 'bylaw-2027', from: '2027-01-01', text })
}

it('sections that are numbered anew keep their words, and those that are left out are dropped', () => {
  const dossier = reissued([1, 2, 4, 7])
  expect(dossier.reading).toBe('whole')
  expect(dossier.clauses.map(({ place, fate }) => [place.en, fate])).toEqual(
    [3, 5, 6, 8].map((number) => [`section ${number}`, 'dropped']),
  )
})

it('their places are the new numbers', () => {
  const { clauses } = JSON.parse(reissued([1, 2, 4, 7]).draft['documents/bylaw-2027/clauses.json']!) as {
    clauses: { place: object; text: { en: string } }[]
  }
  const placeOf = (words: string) => clauses.find(({ text }) => text.en === words)?.place
  expect(placeOf(sections[3]!)).toEqual({ en: 'section 3' })
  expect(placeOf(sections[6]!)).toEqual({ en: 'section 4' })
  expect(loadPack(withDraft(source, reissued([1, 2, 4, 7]))).diagnostics).toEqual([])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignText, type Alignment } from '../../../packages/authoring/src/amend/align-text.ts'
import { amend } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { compiledPack, readPack } from '../../load-packs.ts'

const fates = ({ clauses }: Alignment) => clauses.map(({ fate }) => fate).join(' ')
const CLAUSES = [
  '一、卫生。',
  '厨房应当每日清洁，',
  '每月消毒一次。',
  '厨师应当受训，并持证上岗。',
  '鼓励开放厨房参观。',
]
const text = (...parts: string[]) => parts.join('')

describe('a new text beside the clauses of an earlier one', () => {
  it('keeps what it says word for word, whatever its layout', () => {
    const laidOut =
      '一、卫生。\n\n　　厨房应当每日\n清洁，每月消毒一次。 厨师应当受训，并持证上岗。\r\n鼓励开放厨房参观。'
    expect(alignText(CLAUSES, laidOut)).toEqual({
      clauses: CLAUSES.map((words) => ({ fate: 'kept', passages: [expect.objectContaining({ text: words })] })),
      added: [],
    })
  })

  it('finds a clause with other words, and what they are now', () => {
    const [first, second, third, , last] = CLAUSES
    const found = alignText(CLAUSES, text(first!, second!, third!, '厨师应当每年受训，并持证上岗。', last!))
    expect(fates(found)).toBe('kept kept kept reworded kept')
    expect(found.clauses[3]!.passages.map((passage) => passage.text)).toEqual(['厨师应当每年受训，并持证上岗。'])
  })

  it('finds words put in before a clause or behind it where no sentence ends', () => {
    const [first, , third, ...rest] = CLAUSES
    expect(fates(alignText(CLAUSES, text(first!, '厨房应当每日清洁，并且', third!, ...rest)))).toBe(
      'kept reworded reworded kept kept',
    )
  })

  it('tells a clause that was split from one that was merged with another', () => {
    const [first, second, third, , last] = CLAUSES
    expect(fates(alignText(CLAUSES, text(first!, second!, third!, '厨师应当受训。厨师持证上岗。', last!)))).toBe(
      'kept kept kept split kept',
    )
    expect(fates(alignText(CLAUSES, text(first!, second!, third!, '厨师应当受训，并持证上岗，鼓励开放参观。')))).toBe(
      'kept kept kept merged merged',
    )
  })

  it('tells a clause that was moved from one that was dropped', () => {
    const [first, second, third, fourth, last] = CLAUSES
    expect(fates(alignText(CLAUSES, text(first!, last!, second!, third!, fourth!)))).toBe('kept kept kept kept moved')
    expect(fates(alignText(CLAUSES, text(first!, second!, third!, last!)))).toBe('kept kept kept dropped kept')
    expect(fates(alignText(CLAUSES, text(first!, '厨师应当每年受训，并持证上岗。', second!, third!, last!)))).toBe(
      'kept kept kept reworded kept',
    )
  })

  it('takes either of two neighbours that changed places to have moved', () => {
    const [first, second, third, fourth, last] = CLAUSES
    expect(fates(alignText(CLAUSES, text(first!, second!, third!, last!, fourth!)))).toBe('kept kept kept moved moved')
  })

  it('lists sentences that no clause said before', () => {
    const found = alignText(CLAUSES, text(...CLAUSES, '本守则自2027年起施行。'))
    expect(fates(found)).toBe('kept kept kept kept kept')
    expect(found.added.map((passage) => passage.text)).toEqual(['本守则自2027年起施行。'])
  })

  it('reads a text that has nothing to do with it, however long', () => {
    const long = Array.from({ length: 4_000 }, (_, i) => `第${i}条与此无关，另有规定，内容各不相同。`)
    const many = Array.from({ length: 400 }, (_, i) => `本守则第${i}款规定厨房的卫生、消毒和人员培训事项。`)
    expect(new Set(alignText(many, long.join('')).clauses.map(({ fate }) => fate))).toEqual(new Set(['dropped']))
  })

  it('reads English with its spaces', () => {
    const old = ['Kitchens shall be clean.', 'Cooks shall be trained every year.']
    const found = alignText(old, 'Kitchens shall be  clean.\nCooks shall be trained every month.\nTrays are washed.')
    expect(fates(found)).toBe('kept reworded')
    expect(found.added.map((passage) => passage.text)).toEqual(['Trays are washed.'])
  })
})

const FOLDER = join(import.meta.dirname, '../../../rules/ganzhou-2018-32/documents/ganzhou-2018-32')
const { plan } = compiledPack('ganzhou-2018-32')
const document = [...plan.clauses.values()]
  .filter((clause) => clause.document.id === 'ganzhou-2018-32')
  .map((clause) => clause.text.zh)

it('the document of Ganzhou beside itself is kept to the last clause', () => {
  const found = alignText(document, readFileSync(join(FOLDER, 'source.zh.txt'), 'utf8'))
  expect(found.clauses.filter(({ fate }) => fate !== 'kept')).toEqual([])
  expect(found.added).toEqual([])
})

/** One edit of the document, the clauses that it touches, and the text. */
interface Edit {
  touched: readonly number[]
  text: string
}

const ENDS_SENTENCE = /[。；！？]$/u
const NEW_SENTENCE = '各单位应当每半年向上级报告一次新增事项的办理情况。'

const position = fc.nat({ max: document.length - 1 })
const edited = (order: number, clause: string): string => document.with(order, clause).join('')
const EDITS: Record<string, fc.Arbitrary<Edit | undefined>> = {
  'words changed': fc.tuple(position, fc.nat(), fc.integer({ min: 1, max: 3 })).map(([order, at, length]) => {
    const clause = document[order]!
    const start = at % clause.length
    return { touched: [order], text: edited(order, `${clause.slice(0, start)}改动${clause.slice(start + length)}`) }
  }),
  'a sentence split': position.map((order) => {
    const clause = document[order]!
    const comma = clause.indexOf('，')
    if (comma < 0 || comma === clause.length - 1) return undefined
    return { touched: [order], text: edited(order, `${clause.slice(0, comma)}。${clause.slice(comma + 1)}`) }
  }),
  'a clause moved': fc.tuple(position, position).map(([from, to]) => {
    if (Math.abs(from - to) < 2) return undefined
    const rest = document.toSpliced(from, 1)
    return { touched: [from], text: rest.toSpliced(to, 0, document[from]!).join('') }
  }),
  'a clause dropped': position.map((order) => ({ touched: [order], text: edited(order, '') })),
  'a sentence added': position.map((order) =>
    ENDS_SENTENCE.test(document[order]!)
      ? { touched: [], text: document.toSpliced(order + 1, 0, NEW_SENTENCE).join('') }
      : undefined,
  ),
}

/** Every list of clauses in a part of a pack, however deep. */
function citedIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) =>
    key === 'clauses' && Array.isArray(value) ? (value as string[]) : citedIn(value),
  )
}

const source = readPack('ganzhou-2018-32')
const policy = compile(source)
const json = (start: string) =>
  Object.entries(source.files).flatMap(([file, content]) =>
    file.startsWith(start) ? [JSON.parse(String(content)) as Record<string, unknown>] : [],
  )
const ids = [...plan.clauses.values()].filter((clause) => clause.document.id === 'ganzhou-2018-32').map(({ id }) => id)
const parameters = [
  ...json('parameters.json').flatMap((file) => Object.entries(file['parameters'] as object)),
  ...json('profiles/').flatMap((file) => Object.entries(file['parameters'] as object)),
]
const requirements = json('requirements/').flatMap(
  (file) => file['requirements'] as (Record<'unless' | 'notes', undefined | { id: string }[]> & { id: string })[],
)

/** What of the pack rests on clauses, read from its JSON alone. */
function resting(touched: ReadonlySet<string>): { requirements: string[]; parameters: string[]; texts: string[] } {
  const rests = (part: unknown) => citedIn(part).some((id) => touched.has(id))
  const numbers = new Set(parameters.flatMap(([id, entry]) => (rests(entry) ? [id] : [])))
  const needs = new Map(
    plan.requirements.map(({ id, parameters: used }) => [id, used.map(({ name }) => name.slice(11))]),
  )
  return {
    requirements: requirements.flatMap((entry) =>
      rests(entry) || needs.get(entry.id)!.some((id) => numbers.has(id)) ? [entry.id] : [],
    ),
    parameters: [...numbers],
    texts: requirements.flatMap(({ id, unless = [], notes = [] }) =>
      [...unless, ...notes].flatMap((part) => (rests(part) ? [`${id}/${part.id}`] : [])),
    ),
  }
}

describe('an edit of the 104 clauses', () => {
  const edit = fc.oneof(...Object.values(EDITS)).filter((item) => item !== undefined)

  it('is found at every clause that it touches, with all that rests on it, and hardly anything else', () => {
    const count = { found: 0, falsely: 0, edits: 0 }
    fc.assert(
      fc.property(edit, ({ touched, text: changed }) => {
        const dossier = amend(source, policy, { id: 'reissue', from: '2027-01-01', text: changed, reading: 'whole' })
        const listed = new Set(dossier.clauses.map(({ clause }) => clause))
        count.edits++
        // Of clauses of the same words any may be the one.
        const differing = touched.flatMap((order) =>
          ids.filter((id, i) => listed.has(id) && document[i] === document[order]),
        )
        expect(differing.length).toBeGreaterThanOrEqual(touched.length)
        const expected = resting(new Set(differing))
        const found = {
          clauses: listed,
          // What only has its last day from the sentence of a changed clause is listed behind them.
          requirements: new Set(
            dossier.requirements.flatMap(({ id, ways }) => (ways.every((way) => way === 'due') ? [] : [id])),
          ),
          parameters: new Set(dossier.parameters.map(({ id }) => id)),
          texts: new Set(dossier.texts.flatMap(({ kind, id }) => (kind === 'horizon' ? [] : [id]))),
        }
        for (const [kind, right] of Object.entries({ clauses: differing, ...expected })) {
          const all = found[kind as keyof typeof found]
          for (const id of right) expect([kind, ...all]).toContain(id)
          count.found += right.length
          count.falsely += all.size - new Set(right).size
        }
      }),
      { numRuns: 500 },
    )
    expect(count.edits).toBeGreaterThanOrEqual(500)
    expect(count.found).toBeGreaterThan(500)
    expect(count.found / (count.found + count.falsely)).toBeGreaterThanOrEqual(0.95)
  })
})

it('English sentences are compared by their words, not by their letters', () => {
  const old = ['A hazard must be repaired within 14 days.', 'Records are kept where a parent can ask for them.']
  const found = alignText(old, 'A hazard must be repaired within 7 days. Shade is near.')
  expect(fates(found)).toBe('reworded dropped')
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder, SAMPLE, tiaoli } from './tiaoli.ts'

const folder = emptyFolder()
const BUNDLE = join(folder, 'ganzhou.json')
const DAY = ['--as-of', '2019-01-01']

beforeAll(async () => {
  await tiaoli(['export', 'ganzhou-2018-32', '--to', 'bundle', '--output', BUNDLE])
})

interface Answer {
  receipt: unknown
  findings: { requirement: string; subject: unknown; period?: number; status: string }[]
}

async function statuses(pack: string): Promise<Answer> {
  const { out } = await tiaoli(['evaluate', pack, SAMPLE, ...DAY, '--json'])
  const { receipt, findings } = JSON.parse(out) as Answer
  const told = findings.map(({ requirement, subject, period, status }) => ({ requirement, subject, period, status }))
  return { receipt, findings: told } as Answer
}

describe('a bundle', () => {
  test('replaces its pack wherever one is read', async () => {
    expect(await statuses(BUNDLE)).toEqual(await statuses('ganzhou-2018-32'))
    expect((await tiaoli(['check', BUNDLE])).out).toMatch(/^ganzhou-2018-32: \d+ files, no problems/)
    expect((await tiaoli(['test', BUNDLE, '--case', 'S31'])).out).toMatch(/^1 case passed/)
    expect((await tiaoli(['compare', 'ganzhou-2018-32', BUNDLE])).out).toBe('No rule changed.\n')
    const { out } = await tiaoli(['explain', 'ganzhou.json', 'one-shoulder'], { cwd: folder })
    expect(out).toContain('The director is also the secretary')
  })

  test.each([
    ['add', ['add', 'fact', 'firm.lawyers', BUNDLE, '--type', 'integer']],
    ['fmt', ['fmt', BUNDLE]],
    ['test --update', ['test', BUNDLE, '--update', 'S31']],
  ])('is not changed by %s', async (_, args) => {
    const before = readFileSync(BUNDLE, 'utf8')
    const { code, err } = await tiaoli(args)
    expect(code).toBe(3)
    expect(err).toContain('a git revision or a bundle and cannot be changed. Name the folder of the pack')
    expect(readFileSync(BUNDLE, 'utf8')).toBe(before)
  })

  test('that was changed after it was made is refused', async () => {
    const text = readFileSync(BUNDLE, 'utf8')
    const changed = join(folder, 'changed.json')
    for (const [from, to, sentence] of [
      ['"value":3}', '"value":4}', 'What this bundle holds does not fit its sha256'],
      ['"subject":"firm"', '"subject":"frim"', 'Correct the pack and export it again.'],
    ] as const) {
      expect(text).toContain(from)
      writeFileSync(changed, text.replace(from, to))
      const { code, err, out } = await tiaoli(['check', changed])
      expect({ code, out }).toEqual({ code: 3, out: '' })
      expect(err).toContain(sentence)
      expect(err.trim().split('\n')).toHaveLength(1)
    }
  })
})

test('a file in place of a pack that is no bundle is refused, saying what to give', async () => {
  for (const file of [SAMPLE, import.meta.filename]) {
    const { code, err } = await tiaoli(['evaluate', file, 'ganzhou-2018-32', ...DAY])
    expect(code).toBe(3)
    expect(err).toContain('is not a bundle from tiaoli export --to bundle.')
    expect(err).toContain('Name the folder, id or bundle of a pack; the ledger comes after the pack.')
  }
})

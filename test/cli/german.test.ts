import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { edit, emptyFolder, tiaoli } from './tiaoli.ts'

const EXAMPLE = join(import.meta.dirname, '../../examples/badewasser')
const CHINESE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
const PACK = './badewasser'
const LEDGER = 'badewasser/samples/gemeinde.json'
const ON = ['--as-of', '2025-07-31']

function workplace(): string {
  const folder = emptyFolder()
  cpSync(EXAMPLE, join(folder, 'badewasser'), { recursive: true })
  return folder
}

/** Everything that a command writes; fails where any of it is Chinese. */
async function said(cwd: string, ...args: string[]): Promise<string> {
  const { code, out, err } = await tiaoli(args, { cwd, env: { LC_ALL: 'de_AT.UTF-8' } })
  const text = out + err
  expect([code, text]).not.toEqual([2, text])
  expect([args, CHINESE.exec(text)?.[0]]).toEqual([args, undefined])
  return text
}

describe('of a pack in German', () => {
  test.each([
    ['evaluate', PACK, LEDGER, ...ON, '--status', 'unknown'],
    ['explain', PACK, 'aufsicht'],
    ['explain', PACK, 'p1'],
    ['check', PACK],
    ['test', PACK, '--coverage', '--mutate'],
    ['ask', PACK, LEDGER, ...ON],
    ['calendar', PACK, '--ledger', LEDGER, '--from', '2025-06-01', '--to', '2025-12-31'],
    ['export', PACK, '--to', 'markdown'],
    ['export', PACK, '--to', 'json-schema'],
    ['export', PACK, '--to', 'json-rules-engine'],
  ])('%s %s %s says nothing in Chinese', async (...args) => {
    const cwd = workplace()
    expect(await said(cwd, ...args, '--lang', 'de')).not.toBe('')
    const json = args[0] === 'export' ? '' : await said(cwd, ...args, '--json')
    expect(json).not.toMatch(/"(?:zh|en)":/)
  })

  test('its words stand in English sentences', async () => {
    const cwd = workplace()
    for (const asked of [['--lang', 'de'], ['--lang=en'], []])
      expect(await said(cwd, 'evaluate', PACK, LEDGER, ...ON, ...asked)).toContain(
        'because Anwesende Rettungsschwimmer is 1 Person, less than the Mindestzahl der Rettungsschwimmer (2 Personen)',
      )
    expect(await said(cwd, 'evaluate', PACK, LEDGER, ...ON, '--json')).toContain('"de": "met late (by 5 days)"')
  })

  test('what add writes is under its tag', async () => {
    const cwd = workplace()
    await said(cwd, 'add', 'fact', 'badestelle.tiefe', PACK, '--type', 'integer')
    await said(cwd, 'add', 'requirement', 'schild', PACK, '--clause', 'p1')
    expect(await said(cwd, 'check', PACK)).toContain('placeholder')
  })

  test('an English text is not enough', async () => {
    const cwd = workplace()
    edit(join(cwd, 'badewasser/pack.json'), '"de": "Betreiber', '"en": "Betreiber')
    expect(await said(cwd, 'check', PACK)).toContain('The text in the language "de" is missing.')
  })

  test('another language is refused, with those that there are', async () => {
    const { code, err } = await tiaoli(['check', PACK, '--lang', 'fr'], { cwd: workplace() })
    expect([code, err]).toEqual([2, expect.stringContaining('Give --lang as one of: de, zh, en.')])
  })
})

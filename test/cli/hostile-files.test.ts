import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withVisibleControls } from '../../packages/cli/src/terminal/visible-controls.ts'
import { copyOfRules, edit, emptyFolder, SAMPLE, tiaoli } from './tiaoli.ts'

const BIN = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'bin.ts')
const BASICS = 'party-organization-basics'

describe('what a pack or a ledger says', () => {
  test.each([
    ['a return over what stands there', '不符合\rOK', '不符合␍OK'],
    ['an escape to another title of the window', '\u001b]0;x\u0007', '␛]0;x␇'],
    ['a cleared screen', '\u001b[2Jx', '␛[2Jx'],
    ['hidden letters', '\u001b[8mnot met\u001b[0m', '␛[8mnot met\u001b[0m'],
    ['an escape of one byte', '\u009b2J', '⟨U+009B⟩2J'],
    ['letters in the other direction', 'met\u202etem ton', 'met⟨U+202E⟩tem ton'],
  ])('shows %s instead of doing it', (_, text, shown) => {
    expect(withVisibleControls(text)).toBe(shown)
  })

  test('keeps lines, tabs and the styles of the command line', () => {
    const text = '\u001b[1mF1\u001b[22m\n\t✗ \u001b[31mnot met\u001b[39m 条理 é 𝄞\r\n'
    expect(withVisibleControls(text)).toBe(text)
  })

  test('cannot steer the terminal from a title, nor from the name of a property', async () => {
    const rules = join(copyOfRules(), 'rules')
    edit(join(rules, BASICS, 'pack.json'), '"zh": "', '"zh": "\\u001b[2J\\r甲')
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'none.json'), '{}')
    const day = ['--as-of', '2026-01-01', '--lang', 'zh']
    const evaluated = await tiaoli(['evaluate', join(rules, BASICS), join(cwd, 'none.json'), ...day])
    writeFileSync(join(cwd, 'ledger.json'), '{"\\u001b[2J\\rOK":1}')
    const refused = await tiaoli(['evaluate', BASICS, join(cwd, 'ledger.json'), ...day])
    const rest = evaluated.out + evaluated.err + refused.out + refused.err
    expect(evaluated.out).toContain('␛[2J␍甲')
    expect(refused.err).toContain('␛[2J')
    // oxlint-disable-next-line no-control-regex -- that they are not there is what is tested
    expect(rest).not.toMatch(/[\r\u001b]/)
  })
})

describe('a link in a pack', () => {
  test('that leads out of it is not read, and nothing of it is shown', async () => {
    const rules = join(copyOfRules(), 'rules')
    const secret = join(emptyFolder(), 'secret.txt')
    writeFileSync(secret, 'SECRET-KEY-1')
    symlinkSync(secret, join(rules, BASICS, 'requirements', 'leak.json'))
    const { code, out, err } = await tiaoli(['check', join(rules, BASICS)])
    expect(code).toBe(3)
    expect(err).toContain('requirements/leak.json is a link that leads out of the folder of the pack')
    expect(out + err).not.toContain('SECRET')
  })

  test('that leads to a file of the pack is read', async () => {
    const rules = join(copyOfRules(), 'rules')
    const folder = join(rules, BASICS)
    const parameters = readFileSync(join(folder, 'parameters.json'))
    writeFileSync(join(folder, 'kept.json.txt'), parameters)
    spawnSync('ln', ['-sf', 'kept.json.txt', join(folder, 'parameters.json')])
    expect(readlinkSync(join(folder, 'parameters.json'))).toBe('kept.json.txt')
    expect((await tiaoli(['check', folder])).code).toBe(0)
  })
})

describe('a file that is written', () => {
  const write = (cwd: string, output: string) =>
    tiaoli(['export', 'ganzhou-2018-32', '--to', 'types', '--output', output], { cwd })

  test('keeps its mode and what links to it, and leaves nothing beside it', async () => {
    const cwd = emptyFolder()
    mkdirSync(join(cwd, 'kept'))
    writeFileSync(join(cwd, 'kept', 'types.ts'), 'before')
    chmodSync(join(cwd, 'kept', 'types.ts'), 0o600)
    symlinkSync('kept/types.ts', join(cwd, 'types.ts'))
    expect((await write(cwd, 'types.ts')).code).toBe(0)
    expect(readlinkSync(join(cwd, 'types.ts'))).toBe('kept/types.ts')
    expect(readFileSync(join(cwd, 'kept', 'types.ts'), 'utf8')).toContain('export')
    expect(statSync(join(cwd, 'kept', 'types.ts')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(cwd, 'kept'))).toEqual(['types.ts'])
  })

  test('is not written through a link that somebody put where its temporary file was foreseen', async () => {
    const cwd = emptyFolder()
    writeFileSync(join(cwd, 'victim.txt'), 'kept')
    symlinkSync('victim.txt', join(cwd, `.types.ts.${process.pid}.tmp`))
    expect((await write(cwd, 'types.ts')).code).toBe(0)
    expect(readFileSync(join(cwd, 'victim.txt'), 'utf8')).toBe('kept')
  })
})

test('what never ends is refused once it is too much', async () => {
  const { code, err } = await tiaoli(['evaluate', BASICS, '/dev/zero', '--as-of', '2026-01-01'])
  expect(code).toBe(3)
  expect(err).toContain('the limit is 64 MiB')
})

test('output that has no room is told, and is no fault of the program', () => {
  const day = ['--as-of', '2019-01-01', '--json']
  const line = [BIN, 'evaluate', 'ganzhou-2018-32', SAMPLE, ...day].map((arg) => `'${arg}'`).join(' ')
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `'${process.execPath}' --conditions development ${line} > /dev/full`],
    {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    },
  )
  expect(stderr).toContain('Cannot write the output (ENOSPC).')
  expect(status).toBe(3)
})

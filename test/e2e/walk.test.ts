import { readFileSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { edit, emptyFolder } from '../cli/tiaoli.ts'
import { TerminalSession } from './terminal.ts'

const BIN = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'bin.ts')
const folder = emptyFolder()

// An officer's afternoon: one shell, in one terminal, from an empty folder to a finished pack.
const shell = new TerminalSession('/bin/sh', [], {
  cwd: folder,
  env: { PATH: process.env['PATH']!, LANG: 'en_US.UTF-8', PS1: '$ ', HOME: folder },
})
afterAll(() => shell.close())
beforeAll(async () => {
  await shell.sees('$')
  await type(`tiaoli() { '${process.execPath}' '${BIN}' "$@"; }`)
})

interface Answer {
  code: number
  lines: string[]
}

/** Types a command and reads what the terminal shows until it is done. */
async function type(command: string): Promise<Answer> {
  shell.clear()
  shell.press(`${command}; echo "=$?="\r`)
  await shell.sees(/^=\d+=$/m)
  const lines = shell.text().split('\n')
  const end = lines.findIndex((line) => /^=\d+=$/.test(line))
  const start = lines.findIndex((line) => line.includes(`echo "=$?="`))
  return { code: Number(lines[end]!.slice(1, -1)), lines: lines.slice(start + 1, end) }
}

interface Break {
  what: string
  file: string
  from: string
  to: string
  /** Position, code and sentence, as the first line has them. */
  says: string
  /** What stands above the underlining. */
  marks: string
  suggests?: string
}

const BREAKS: Break[] = [
  {
    what: 'a comma that is missing',
    file: 'requirements/reporting.json',
    from: '"force": "must",',
    to: '"force": "must"',
    says: ':10:7 missing-comma A comma is missing. Put , at the end of line 9.',
    marks: '"subject"',
  },
  {
    what: 'a key that stands twice',
    file: 'facts.json',
    from: '"type": "id",',
    to: '"type": "id", "type": "id",',
    says: ':8:32 duplicate-key This key appears twice in one object, first at line 8, column 18. Remove one of the two.',
    marks: '"type"',
  },
  {
    what: 'a misspelt key',
    file: 'requirements/reporting.json',
    from: '"requires"',
    to: '"requries"',
    says: ':12:7 unknown-key Unknown key: requries. Check the spelling or remove it.',
    marks: '"requries"',
    suggests: 'requires',
  },
  {
    what: 'a misspelt fact',
    file: 'requirements/reporting.json',
    from: '"firm.hasReported"',
    to: '"firm.hasReport"',
    says: ':12:34 unknown-fact Unknown fact "firm.hasReport". Declare it in facts.json or correct the name.',
    marks: '"firm.hasReport"',
    suggests: 'firm.hasReported',
  },
  {
    what: 'an operator that there is not',
    file: 'facts.json',
    from: '"notEqual"',
    to: '"notEquals"',
    says: ':19:56 unknown-operator Unknown operator "notEquals". Use one of: equal, notEqual, in, notIn, contains, doesNotContain, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive.',
    marks: '"notEquals"',
    suggests: 'notEqual',
  },
  {
    what: 'a clause that there is not',
    file: 'requirements/reporting.json',
    from: '"a1"',
    to: '"a2"',
    says: ':8:19 unknown-clause Unknown clause "a2". Look up its id in the clauses.json of its document. A clause of another document than the first is written document/clause.',
    marks: '"a2"',
    suggests: 'a1',
  },
  {
    what: 'a parameter that there is not',
    file: 'requirements/reporting.json',
    from: 'parameters.reportingDays',
    to: 'parameters.reportingDay',
    says: ':13:54 unknown-parameter Unknown parameter "reportingDay". Declare it in parameters.json or correct the name.',
    marks: '"parameters.reportingDay"',
    suggests: 'reportingDays',
  },
  {
    what: 'a value of the wrong type',
    file: 'facts.json',
    from: '"value": null',
    to: '"value": 3',
    says: ':19:77 type-mismatch Type mismatch: a date is written YYYY-MM-DD and is a day of the calendar.',
    marks: '3',
  },
  {
    what: 'a fact that refers to itself',
    file: 'facts.json',
    from: '{ "fact": "firm.reportedOn", "operator": "notEqual", "value": null }',
    to: '{ "condition": "firm.hasReported" }',
    says: ':17:25 reference-cycle Circular reference: firm.hasReported → firm.hasReported. Rewrite one of them.',
    marks: '{',
  },
  {
    what: 'a day that is in no calendar',
    file: 'parameters.json',
    from: '{ "value": 30, ',
    to: '{ "value": 30, "from": "2026-02-30", ',
    says: ':9:41 invalid-date "2026-02-30" is not a calendar date. Write YYYY-MM-DD.',
    marks: '"2026-02-30"',
  },
  {
    what: 'a force that is not that of the clause',
    file: 'requirements/reporting.json',
    from: '"force": "must"',
    to: '"force": "strive"',
    says: ':9:16 force-mismatch The force is "strive", but the cited clauses have: must. Use the force of a cited clause.',
    marks: '"strive"',
  },
  {
    what: 'a scope that there is not, behind wide characters',
    file: 'facts.json',
    from: '"in": "city"',
    to: '"in": "citty"',
    says: ':5:67 unknown-scope Unknown scope "citty". Declare it under `scopes` in facts.json or correct the name.',
    marks: '"citty"',
    suggests: 'city',
  },
]

describe('an afternoon with a new pack', () => {
  test('init makes a pack that passes check and test', async () => {
    const made = await type('tiaoli init my-city')
    expect(made.code).toBe(0)
    expect(made.lines[0]).toMatch(/^Created a rule pack in my-city: pack\.json, /)
    expect(await type('tiaoli check')).toEqual({ code: 0, lines: ['my-city: 7 files, no problems.'] })
    expect(await type('tiaoli test')).toEqual({ code: 0, lines: ['5 cases passed (5 expectations).'] })
  })

  test.each(BREAKS)('check shows $what', async ({ file, from, to, says, marks, suggests }) => {
    const path = join(folder, 'my-city', file)
    const original = readFileSync(path, 'utf8')
    edit(path, from, to)
    const { code, lines } = await type('tiaoli check')
    writeFileSync(path, original)
    const [first, , underlining, ...rest] = lines
    expect(code).toBe(1)
    expect(first).toBe(`my-city/${file}${says}`)
    expect(underlining).toMatch(/^ {6}\| +\^+$/)
    // Under the very place, in columns of the screen, as many as it is wide.
    const length = underlining!.length - underlining!.indexOf('^')
    expect(shell.above('^').startsWith(marks)).toBe(true)
    expect(length).toBe(marks.length)
    expect(rest).toEqual([
      ...(suggests === undefined ? [] : [`      = Did you mean "${suggests}"?`]),
      'my-city: 1 problem.',
    ])
  })

  test('what is wrong is coloured, and is not where NO_COLOR is set', async () => {
    const path = join(folder, 'my-city', 'pack.json')
    const original = readFileSync(path, 'utf8')
    edit(path, '"version"', '"verison"')
    shell.raw = ''
    await type('tiaoli check')
    expect(shell.raw).toContain('\u001B[31m')
    shell.raw = ''
    await type('NO_COLOR=1 tiaoli check')
    expect(shell.raw).not.toContain('\u001B[31m')
    writeFileSync(path, original)
    expect((await type('tiaoli check')).code).toBe(0)
  })

  test('check --watch answers each change until Ctrl-C', async () => {
    const path = join(folder, 'my-city', 'requirements', 'reporting.json')
    const original = readFileSync(path, 'utf8')
    shell.clear()
    shell.press('tiaoli check --watch; echo "=$?="\r')
    await shell.sees('Watching for changes')
    writeFileSync(path, original.replace('"requires"', '"requries"'))
    await shell.sees('Did you mean "requires"?')
    writeFileSync(path, original)
    await shell.sees('my-city: 7 files, no problems.')
    shell.press('\u0003')
    await shell.sees(/=\d+=$/m)
    expect(shell.text()).toMatch(/\^C=0=$/m)
  })

  test('the cases show what a changed number does', async () => {
    await type('git init -q . && git add -A && git -c user.name=o -c user.email=o@example.org commit -qm First')
    edit(join(folder, 'my-city', 'parameters.json'), '"value": 30', '"value": 60')
    const { code, lines } = await type('tiaoli test')
    const text = lines.join('\n')
    expect(code).toBe(1)
    expect(text).toMatch(/✗ my-city\/cases\/reporting\.json:\d+ one-day-late /)
    expect(text).toContain('expected status met_late')
    expect(text).toContain('actual status met')
    expect(text).toMatch(/done late\n +✗ .*2026-02-01.*2026-03-02/)
    expect(text).toMatch(/\d cases passed, \d failed \(5 expectations\)\.$/)
  })

  test('compare tells which findings the change flips', async () => {
    const { code, lines } = await type('tiaoli compare my-city@HEAD my-city --cases')
    expect(code).toBe(0)
    expect(lines[0]).toMatch(/^~ .*reportingDays.*30.*60/)
    expect(lines.join('\n')).toMatch(/All cases: \d of \d findings flipped/)
    expect(lines.join('\n')).toMatch(/met late → met: 1\n +law firm F1 .*one-day-late/)
  })

  test('an update of the cases takes over only what it is told to', async () => {
    const { code, lines } = await type('tiaoli test --update one-day-late')
    expect(code).toBe(0)
    expect(lines.join('\n')).toContain('- "met_late"\n  + "met"')
    expect((await type('tiaoli test --case one-day-late')).code).toBe(0)
  })

  test('export gives the finished pack to others', async () => {
    await type('git checkout -q -- .')
    const bundle = await type('tiaoli export --to bundle --output my-city.bundle.json')
    expect(bundle.code).toBe(0)
    expect(bundle.lines[0]).toBe('Wrote my-city.bundle.json.')
    const digest = await type('sha256sum my-city.bundle.json')
    expect(bundle.lines[1]).toBe(`sha256 ${digest.lines[0]!.split(' ')[0]}`)
    expect((await type('tiaoli fmt --check')).code).toBe(0)
  })
})

test('a bar shows in a terminal how far an evaluation is that takes longer than a second', async () => {
  const firm = `${JSON.stringify({ id: 'F1', foundedOn: '2026-01-01', reportedOn: null })}\n`
  const pipe = join(folder, 'firms')
  await type(`mkfifo ${pipe}`)
  shell.raw = ''
  const evaluation = type(`tiaoli evaluate my-city - --as-of 2026-03-01 --records firm --ndjson <${pipe}`)
  const firms = await open(pipe, 'w')
  await firms.write(firm)
  await shell.sees('"id":"F1"')
  await setTimeout(1100)
  await firms.write(firm)
  await shell.sees('evaluated 2')
  await firms.close()
  const { code, lines } = await evaluation
  expect(code).toBe(0)
  // It is gone once the answer is complete.
  expect(lines.join('')).toContain('"records":2')
  expect(lines.join('\n')).not.toContain('evaluated 2')
})

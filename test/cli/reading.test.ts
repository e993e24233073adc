import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describeClause, describeRequirement, handbook, ledgerTypes, unbundle } from '@tiaoli/authoring'
import { compile, nextQuestions } from '@tiaoli/engine'
import { ledgerJsonSchema } from '@tiaoli/engine/plan'
import { toJsonRules } from '@tiaoli/json-rules-engine'
import { calendarOf, icsOf } from '@tiaoli/calendar'
import { describe, expect, test } from 'vitest'
import { compiledPack, readSample } from '../load-packs.ts'
import { copyOfRules, edit, emptyFolder, SAMPLE, tiaoli } from './tiaoli.ts'

const policy = compiledPack('ganzhou-2018-32')
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('explain', () => {
  test('says what a requirement, a clause or a fact says', async () => {
    const { out } = await tiaoli(['explain', 'ganzhou-2018-32', 'one-shoulder', '--lang', 'zh'])
    for (const { heading, lines } of describeRequirement(policy, 'one-shoulder', 'zh')!.sections) {
      expect(out).toContain(`\n${heading}\n`)
      for (const { text } of lines) expect(out).toContain(`- ${text}\n`)
    }
    const clause = await tiaoli(['explain', 'ganzhou-2018-32', 's3.5.a1', '--json'])
    expect(JSON.parse(clause.out)).toEqual(json(describeClause(policy, 's3.5.a1', 'en')))
    expect((await tiaoli(['explain', 'ganzhou-2018-32', 'firm.hasOrganization'])).code).toBe(0)
  })

  test('suggests the id that was meant', async () => {
    const { err, code } = await tiaoli(['explain', 'ganzhou-2018-32', 'one-sholder'])
    expect(code).toBe(2)
    expect(err).toContain('Did you mean "one-shoulder"?')
  })

  test('says why a finding is what it is: the clause, every step, and what is missing', async () => {
    const args = [
      'explain',
      'ganzhou-2018-32',
      'one-shoulder',
      '--ledger',
      SAMPLE,
      '--subject',
      'F036',
      '--as-of',
      '2019-01-01',
    ]
    const { out } = await tiaoli(args)
    const options = { asOf: '2019-01-01', detail: 'trace', exact: true, requirements: ['one-shoulder'] } as const
    const own = policy.evaluate(readSample(), options).findings.filter(({ subject }) => subject.id === 'F036')
    for (const { title, citations, missing } of own) {
      expect(out).toContain(title.en)
      for (const { quote } of citations) expect(out).toContain(quote!.en)
      for (const { label } of missing) expect(out).toContain(`missing ${label.en}`)
    }
    expect(out).toMatch(/applies\n +\? all of\n +✓ /)
    expect(JSON.parse((await tiaoli([...args, '--json'])).out)).toEqual(json(own))
  })
})

describe('explain finds by words', () => {
  const explained = async (...args: string[]) => (await tiaoli(['explain', 'ganzhou-2018-32', ...args])).out

  test('a parameter by what it is called', async () => {
    const called = await explained('单独建立党组织所需正式党员人数', '--lang', 'zh')
    expect(called).toBe(await explained('minFullMembersForBranch', '--lang', 'zh'))
    expect(called).toContain('3人')
  })

  test('what has the words, as a list with ids', async () => {
    const out = await explained('税前列支', '--lang', 'zh')
    for (const line of ['要求 pretax-allowance', '条款 s4.2.c5', '事实 year.allowance', '参数 pretaxRate'])
      expect(out).toContain(line)
    const { found } = JSON.parse(await explained('税前列支', '--json')) as { found: { id: string }[] }
    expect(found.map(({ id }) => id)).toContain('pretaxRate')
  })
})

test('a trace is in words, and parameters are named with their values', async () => {
  const args = ['explain', 'ganzhou-2018-32', 'own-organization', '--ledger', SAMPLE, '--subject', 'F036']
  const { out } = await tiaoli([...args, '--as-of', '2019-01-01', '--lang', 'zh'])
  expect(out).toMatch(/firm\.members\.full 不少于 parameters\.\w+\)/)
  expect(out).toMatch(/正式党员人数 \[\w+\] = 3人（规则包/)
  expect(out).not.toMatch(/greaterThan|lessThan|equal|notIn/)
})

describe('ask', () => {
  test('lists what to ask, the most deciding first', async () => {
    const args = ['ask', 'ganzhou-2018-32', SAMPLE, '--as-of', '2019-01-01', '--limit', '7']
    const expected = nextQuestions(policy, readSample(), { asOf: '2019-01-01', limit: 7 })
    expect(JSON.parse((await tiaoli([...args, '--json'])).out)).toEqual(json(expected))
    const { out } = await tiaoli(args)
    const places = expected.questions.map(({ label }, i) => out.indexOf(`${i + 1}. ${label.en}`))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('says what happens to the years that an answer does not name', async () => {
    const ask = async (ledger: object, ...args: string[]) => {
      const input = JSON.stringify(ledger)
      return (await tiaoli(['ask', 'ganzhou-2018-32', '-', '--as-of', '2019-08-01', ...args], { input })).out
    }
    expect(await ask({})).toMatch(/cityYear \/years\n.*\n.*Type all of them.*one that is not typed counts as without/)
    expect(await ask({}, '--lang', 'zh')).toMatch(/请列全.*没有列出的年度.*算作没有记录/)
    const begun = { years: { 2018: {} } }
    expect(await ask(begun)).toMatch(
      /cityYear \/years\/2019\n.*\n.*begin a record of 2019.*other years stay as they are/,
    )
    expect(await ask(begun, '--lang', 'zh')).toMatch(/建立 2019 年的记录.*其他年度不受影响/)
  })
})

describe('calendar', () => {
  const year = { from: '2019-01-01', to: '2019-12-31' }
  const args = ['calendar', 'ganzhou-2018-32', '--from', year.from, '--to', year.to]

  test('lists the due dates of a policy, and of a ledger', async () => {
    expect(JSON.parse((await tiaoli([...args, '--json'])).out)).toEqual(json(calendarOf(policy, undefined, year)))
    const { out } = await tiaoli([...args, '--ledger', SAMPLE])
    for (const { due, title } of calendarOf(policy, readSample(), year).items)
      expect(out).toMatch(new RegExp(`${due}.*${title.en.replaceAll(/[^\w ]/g, '.')}`))
  })

  test('calls the duties whose day is not known by their titles, and the root record by its scope', async () => {
    const { out } = await tiaoli([...args, '--lang', 'zh'])
    const [dated = '', undated = ''] = out.split('以下要求的期限取决于未填写的事实：\n')
    expect(undated).toContain('[admission-transfer]')
    expect(undated.trimEnd().split('\n')).toEqual(
      calendarOf(policy, undefined, year).undated.map((id) =>
        expect.stringMatching(new RegExp(`^  \\S.* \\[${id}\\]$`)),
      ),
    )
    expect(dated).toMatch(/\[annual-work-points\].* 全市$/m)
  })

  test('begins with the notices', async () => {
    const past = ['calendar', 'ganzhou-2018-32', '--from', '2026-01-01', '--to', '2027-12-31', '--lang', 'zh']
    expect((await tiaoli(past)).out.split('\n').slice(0, 2)).toEqual([policy.plan.document!.entry.horizon!.text.zh, ''])
  })

  test('says once what several have to do by the same day', async () => {
    const years = { from: '2019-01-01', to: '2020-12-31' }
    const all = ['calendar', 'ganzhou-2018-32', '--from', years.from, '--to', years.to, '--ledger', SAMPLE]
    const same = calendarOf(policy, readSample(), years).items.filter(
      ({ requirement, period, status }) => requirement === 'debriefing' && period === 2019 && status === 'pending',
    )
    const ids = same.map(({ subject }) => subject!.id)
    expect(ids.length).toBeGreaterThan(2)
    const { out } = await tiaoli(all)
    const lines = out.split('\n').filter((line) => /pending.* 2019 \[debriefing\]/.test(line))
    expect(lines).toEqual([expect.stringMatching(new RegExp(`law firm \\(${ids.length}\\): ${ids.join(', ')}$`))])
  })

  test('writes an iCalendar file', async () => {
    const folder = emptyFolder()
    const file = join(folder, 'due.ics')
    const { out, err } = await tiaoli([...args, '--ics', '--output', file])
    expect(out).toBe('')
    expect(err).toContain(`Wrote ${file}.`)
    const options = { name: '赣市司党字[2018]32号 due dates', language: 'en', asOf: year.from } as const
    expect(readFileSync(file, 'utf8')).toBe(icsOf(calendarOf(policy, undefined, year), options))
  })

  test('leaves a file as it was where it cannot answer', async () => {
    const file = join(emptyFolder(), 'due.ics')
    const { code } = await tiaoli([...args, '--profile', 'strickt', '--ics', '--output', file])
    expect(code).toBe(2)
    expect(existsSync(file)).toBe(false)
  })
})

describe('export', () => {
  const to = async (format: string) => (await tiaoli(['export', 'ganzhou-2018-32', '--to', format])).out

  test('gives json-rules-engine its rules', async () => {
    expect(JSON.parse(await to('json-rules-engine'))).toEqual(json(toJsonRules(policy)))
  })

  test('gives the JSON Schema of the ledger', async () => {
    expect(JSON.parse(await to('json-schema'))).toEqual(json(ledgerJsonSchema(policy.plan)))
  })

  test('writes the types of the ledger', async () => {
    expect(await to('types')).toBe(ledgerTypes(policy))
  })

  test('writes one canonical file, with the sha256 that others find of it', async () => {
    const file = join(emptyFolder(), 'ganzhou.json')
    const { err } = await tiaoli(['export', 'ganzhou-2018-32', '--to', 'bundle', '--output', file])
    const found = createHash('sha256').update(readFileSync(file)).digest('hex')
    expect(err).toContain(`sha256 ${found}`)
    expect(compile(unbundle(readFileSync(file, 'utf8'))).sha256).toBe(policy.sha256)
  })

  test('writes the handbook in Markdown', async () => {
    expect(await to('markdown')).toBe(handbook(policy, 'en'))
  })
})

describe('compare', () => {
  const folder = copyOfRules()
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'Before')
  edit(join(folder, 'rules/party-organization-basics/parameters.json'), '"value": 3,', '"value": 4,')
  const run = (...args: string[]) => tiaoli(['compare', ...args], { cwd: folder })

  test('tells what changed since a revision without touching the working tree', async () => {
    const { out, code } = await run('ganzhou-2018-32@HEAD', 'ganzhou-2018-32', '--json')
    expect(code).toBe(0)
    const { rules } = JSON.parse(out) as { rules: { kind: string; id: string; before: unknown; after: unknown }[] }
    expect(rules).toHaveLength(1)
    expect(rules[0]).toMatchObject({ kind: 'parameter', id: 'minFullMembersForBranch' })
    expect(git('status', '--porcelain').toString()).toBe(' M rules/party-organization-basics/parameters.json\n')
  })

  test('counts the findings that flip on a ledger, with examples', async () => {
    const { out } = await run(
      'ganzhou-2018-32@HEAD',
      'rules/ganzhou-2018-32',
      '--ledger',
      SAMPLE,
      '--as-of',
      '2019-01-01',
    )
    expect(out).toMatch(/^~ .*minFullMembersForBranch/m)
    expect(out).toMatch(/: [1-9]\d* of \d+ findings flipped/)
    expect(out).toMatch(/not met → not applicable: \d+\n +law firm F\d+/)
  })

  test('finds no change in a pack compared with itself, nor in what was renamed away from the working tree', async () => {
    expect((await run('ganzhou-2018-32@HEAD', 'ganzhou-2018-32@HEAD', '--cases')).out).toMatch(
      /^No rule changed\.\n\nAll cases: 0 of \d+ findings flipped\n$/,
    )
    rmSync(join(folder, 'rules/party-organization-basics'), { recursive: true })
    expect((await run('party-organization-basics@HEAD', 'party-organization-basics@HEAD')).out).toBe(
      'No rule changed.\n',
    )
    git('checkout', '-q', '--', '.')
  })

  test('needs two packs, and a date for a ledger', async () => {
    expect(await run('ganzhou-2018-32')).toMatchObject({ code: 2, err: expect.stringContaining('Name two packs') })
    expect(await run('ganzhou-2018-32', 'ganzhou-2018-32', '--ledger', SAMPLE)).toMatchObject({
      code: 2,
      err: expect.stringContaining('--as-of'),
    })
  })
})

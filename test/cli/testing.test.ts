import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPack } from '../load-packs.ts'
import { copyOfRules, edit, emptyFolder, tiaoli } from './tiaoli.ts'

const CASES = 'rules/party-organization-basics/cases/formation.json'

interface CaseFile {
  cases: { id: string; expect: { requirement: string; status?: string; figures?: unknown }[] }[]
}

const original = readPack('party-organization-basics').files['cases/formation.json'] as string
const { cases } = JSON.parse(original) as CaseFile
const met = cases.find(({ expect: [first, ...others] }) => first?.status === 'met' && others.length === 0)!

/** A copy of the rules in which one case expects the wrong status. */
function withFailingCase(): string {
  const folder = copyOfRules()
  const place = original.indexOf(`"${met.id}"`)
  const rest = original.slice(place)
  edit(join(folder, CASES), rest, rest.replace('"status": "met"', '"status": "not_met"'))
  return folder
}

describe('test', () => {
  test('runs every case on both runtimes', async () => {
    const { out, code } = await tiaoli(['test', 'party-organization-basics', '--json'])
    const { passed, failed } = JSON.parse(out) as { passed: number; failed: number }
    const all = Object.entries(readPack('party-organization-basics').files).flatMap(([path, text]) =>
      path.startsWith('cases/') ? (JSON.parse(String(text)) as CaseFile).cases : [],
    )
    expect({ code, passed, failed }).toEqual({ code: 0, passed: all.length, failed: 0 })
  })

  test('shows the place of a failed case, what was expected, what was found, and the steps', async () => {
    const folder = withFailingCase()
    const { out, code } = await tiaoli(['test', 'party-organization-basics'], { cwd: folder })
    expect(code).toBe(1)
    const line = original.slice(0, original.indexOf(`"${met.id}"`)).split('\n').length
    expect(out).toContain(`✗ ${CASES}:${line} ${met.id}`)
    for (const runtime of ['compiled', 'json-rules-engine'])
      expect(out).toContain(`${met.expect[0]!.requirement} (${runtime})`)
    expect(out).toContain('expected status not_met')
    expect(out).toContain('actual status met')
    expect(out).toMatch(/requires\n +✓ /)
    expect(out).toContain(', 1 failed (')
  })

  test('runs only the case that is named, and suggests the one that was meant', async () => {
    const folder = withFailingCase()
    const other = cases.find(({ id }) => id !== met.id)!
    expect((await tiaoli(['test', 'party-organization-basics', '--case', other.id], { cwd: folder })).code).toBe(0)
    const { err, code } = await tiaoli(['test', 'party-organization-basics', '--case', `${met.id}x`])
    expect(code).toBe(2)
    expect(err).toContain(`Did you mean "${met.id}"?`)
  })

  test('updates only the case that is named, shows the change, and keeps the layout', async () => {
    const folder = withFailingCase()
    const { out, code } = await tiaoli(['test', 'party-organization-basics', '--update', met.id], { cwd: folder })
    expect(code).toBe(0)
    expect(out).toContain(`${CASES} ${met.id} ${met.expect[0]!.requirement} status\n  - "not_met"\n  + "met"\n`)
    expect(readFileSync(join(folder, CASES), 'utf8')).toBe(original)
  })

  test('updates nothing where no case fails', async () => {
    const folder = copyOfRules()
    const { out } = await tiaoli(['test', 'party-organization-basics', '--update', met.id], { cwd: folder })
    expect(out).toBe('No expected value to update.\n')
    expect(readFileSync(join(folder, CASES), 'utf8')).toBe(original)
  })

  test('reports to continuous integration as JUnit', async () => {
    const folder = withFailingCase()
    const { code } = await tiaoli(
      ['test', 'party-organization-basics', '--reporter', 'junit', '--output', 'junit.xml'],
      {
        cwd: folder,
      },
    )
    expect(code).toBe(1)
    const xml = readFileSync(join(folder, 'junit.xml'), 'utf8')
    expect(xml).toMatch(/^<\?xml/)
    expect(xml.match(/<testcase /g)!.length).toBeGreaterThan(cases.length)
    expect(xml.match(/<failure/g)).toHaveLength(1)
    expect(xml).toContain('status: expected &quot;not_met&quot;, found &quot;met&quot;')
  })

  test('lists what no case shows, and fails below the least coverage', async () => {
    const high = await tiaoli(['test', 'party-organization-basics', '--coverage', '--min', '100', '--json'])
    const { coverage } = JSON.parse(high.out) as { coverage: { percent: number; gaps: { id: string }[] } }
    expect(high.code).toBe(coverage.percent < 100 ? 1 : 0)
    const { out, code } = await tiaoli(['test', 'party-organization-basics', '--coverage', '--min', '1'])
    expect(code).toBe(0)
    for (const { id } of coverage.gaps) expect(out).toContain(id)
    expect(out).toContain(`Coverage ${coverage.percent}%`)
  })

  test('lists the changes that no case notices, with the score', async () => {
    const folder = copyOfRules()
    edit(join(folder, CASES), original, JSON.stringify({ ...JSON.parse(original), cases: [met] }))
    const { out, code } = await tiaoli(['test', 'party-organization-basics', '--min', 'mutation=99.9'], { cwd: folder })
    expect(code).toBe(1)
    expect(out).toMatch(
      /rules\/party-organization-basics\/requirements\/formation\.json#\/requirements\/\S+ survived \S+/,
    )
    expect(out).toMatch(/\d+ mutants, \d+ killed, \d+ equivalent, score [\d.]+%\./)
    expect(out).toContain('The mutation score is below the 99.9% that --min requires.')
  })

  test('requires of the cases what quality.json of the pack says, and nothing where it says nothing', async () => {
    const folder = emptyFolder()
    await tiaoli(['init', 'my-city'], { cwd: folder })
    const measured = (...minimum: string[]) =>
      tiaoli(['test', 'my-city', '--coverage', '--mutate', ...minimum], { cwd: folder })
    const { out, code } = await measured()
    expect(code).toBe(0)
    expect(out).toContain('Coverage 94.44%')
    writeFileSync(join(folder, 'my-city/quality.json'), '{ "coverage": 95, "mutation": 100 }')
    const below = await measured()
    expect(below.code).toBe(1)
    expect(below.out).toMatch(/\nCoverage is below the 95% that quality\.json requires\.\n$/)
    expect((await measured('--min', '94')).code).toBe(0)
  })

  test('refuses a least value that is none', async () => {
    const { err, code } = await tiaoli(['test', 'party-organization-basics', '--min', 'coverage=120'])
    expect(code).toBe(2)
    expect(err).toContain('Invalid --min "coverage=120". Write coverage=95 or mutation=90.')
  })
})

describe('a case that cannot be run', () => {
  test('is reported once, where its fault is, in the language asked for', async () => {
    const folder = emptyFolder()
    await tiaoli(['init', 'my-city'], { cwd: folder })
    const path = join(folder, 'my-city/cases/reporting.json')
    edit(path, '"foundedOn"', '"founded"')
    edit(path, '"asOf": "2026-01-31"', '"asOf": "2026-1-31"')
    const lines = readFileSync(path, 'utf8').split('\n')
    const line = lines.findIndex((text) => text.includes('"founded"')) + 1
    const { out, code } = await tiaoli(['test', 'my-city', '--lang', 'zh'], { cwd: folder })
    expect(code).toBe(1)
    const overdue = out.split('✗').find((part) => part.includes(' overdue '))!
    const told = overdue.split('\n').filter((text) => text.includes('unknown-property'))
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(`my-city/cases/reporting.json:${line} unknown-property `)
    expect(told[0]).toMatch(/\p{Script=Han}.*您是否想写“foundedOn”？/u)
    const day = lines.findIndex((text) => text.includes('2026-1-31')) + 1
    expect(out).toContain(`my-city/cases/reporting.json:${day} `)
    expect(out).not.toContain('accepted')
  })
})

describe('fmt', () => {
  const file = 'rules/party-organization-basics/pack.json'

  test('lays out what is not, names it, and changes nothing that it says', async () => {
    const folder = copyOfRules()
    await tiaoli(['fmt', 'party-organization-basics'], { cwd: folder })
    const path = join(folder, file)
    const laidOut = readFileSync(path, 'utf8')
    edit(path, laidOut, JSON.stringify(JSON.parse(laidOut)))
    const check = await tiaoli(['fmt', 'party-organization-basics', '--check'], { cwd: folder })
    expect(check).toMatchObject({ code: 1, out: `${file}\n1 file needs formatting. Run tiaoli fmt.\n` })
    expect(readFileSync(path, 'utf8')).not.toBe(laidOut)
    const { code } = await tiaoli(['fmt', 'party-organization-basics'], { cwd: folder })
    expect(code).toBe(0)
    expect(readFileSync(path, 'utf8')).toBe(laidOut)
    expect(await tiaoli(['fmt', 'party-organization-basics', '--check'], { cwd: folder })).toMatchObject({ code: 0 })
  })

  test('leaves every file alone where one of them is broken', async () => {
    const folder = copyOfRules()
    const path = join(folder, 'rules/party-organization-basics/facts.json')
    const broken = `${readFileSync(path, 'utf8')} }`
    edit(path, readFileSync(path, 'utf8'), broken)
    const { code, err } = await tiaoli(['fmt', 'party-organization-basics'], { cwd: folder })
    expect(code).toBe(3)
    expect(err).toContain('facts.json:')
    expect(readFileSync(path, 'utf8')).toBe(broken)
  })
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SAMPLE, spawnTiaoli, tiaoli, type RunOptions } from '../cli/tiaoli.ts'

const DAY = ['--as-of', '2019-01-01']

// The tests of test/cli run the command line in their own process. In one of its own it must do the same.
test.each<[string, number, string[], RunOptions?]>([
  ['an answer', 0, ['check', 'party-organization-basics']],
  ['findings to fail on', 1, ['evaluate', 'ganzhou-2018-32', SAMPLE, ...DAY, '--fail-on', 'violation', '--json']],
  ['a wrong command line in Chinese', 2, ['chekc'], { env: { LANG: 'zh_CN.UTF-8' } }],
  ['a ledger with a fault from standard input', 3, ['evaluate', 'ganzhou-2018-32', '-', ...DAY], { input: '{' }],
  ['an error as JSON', 3, ['evaluate', 'ganzhou-2018-32', 'nowhere.json', ...DAY, '--json']],
])('a process of its own gives %s, and ends with %i', async (_, code, args, options) => {
  const ran = await spawnTiaoli(args, options)
  expect(ran.code).toBe(code)
  expect(ran).toEqual(await tiaoli(args, options))
})

test('a process of its own reads all of a large standard input', async () => {
  const args = ['evaluate', 'ganzhou-2018-32', '-', ...DAY, '--status', 'not_met']
  const { out } = await spawnTiaoli(args, { input: readFileSync(SAMPLE, 'utf8') })
  expect(out).toBe((await tiaoli(['evaluate', 'ganzhou-2018-32', SAMPLE, ...args.slice(3)])).out)
})

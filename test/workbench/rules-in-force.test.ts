import { afterEach, expect, it, vi } from 'vitest'
import { RulesInForce } from '../../packages/workbench/src/state/rules-in-force.ts'

type Engine = ConstructorParameters<typeof RulesInForce>[0]

afterEach(() => void vi.unstubAllGlobals())

it('rules that come while they are asked for again are not taken up', async () => {
  vi.stubGlobal('fetch', async (path: string) =>
    Response.json(
      path.endsWith('/packs') ? { packs: [{ id: 'p', edition: { version: 1 }, uses: [] }] } : { uses: [], files: {} },
    ),
  )
  const opened: (() => void)[] = []
  const call = async () => new Promise((answer) => opened.push(() => answer({ id: `rules ${opened.length}` })))
  const inForce = new RulesInForce({ call } as unknown as Engine)
  const taken: string[] = []
  const first = inForce.load(({ id }) => taken.push(id))
  await vi.waitFor(() => expect(opened).toHaveLength(1))
  const second = inForce.load(({ id }) => taken.push(id))
  opened[0]!()
  await first
  expect(taken).toEqual([])
  expect(inForce.rules.value.state).toBe('loading')
  await vi.waitFor(() => expect(opened).toHaveLength(2))
  opened[1]!()
  await second
  expect(taken).toEqual(['rules 2'])
})

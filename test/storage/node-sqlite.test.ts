import { expect, test } from 'vitest'
import { nodeSqlite } from './node-sqlite.ts'
import { CONTRACT } from './sql-port-contract.ts'

test.each(CONTRACT)('on Node, %s', async (_, holds) => {
  await expect(holds(nodeSqlite())).resolves.toBeUndefined()
})

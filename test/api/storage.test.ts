import { env } from 'cloudflare:workers'
import { beforeEach, expect, test } from 'vitest'
import { d1Port } from '../../workers/api/src/storage/d1-port.ts'
import { emptyDatabase } from './empty-database.ts'
import { CONTRACT } from '../storage/sql-port-contract.ts'

beforeEach(emptyDatabase)

test.each(CONTRACT)('on D1, %s', async (_, holds) => {
  await expect(holds(d1Port(env.DB))).resolves.toBeUndefined()
})

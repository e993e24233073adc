import { FILE_KINDS } from '@tiaoli/engine/plan'
import { z } from 'zod'

const kinds = FILE_KINDS.map(({ kind, schema }) => schema.meta({ id: `PackFile-${kind}` }))

/** A pack file without errors. Its path decides what it contains. */
export const packFileSchema = z.union([...kinds, z.looseObject({})]).meta({
  id: 'PackFile',
  description:
    'pack.json, clauses.json, requirements/….json and so on, each with its own schema; samples/….json is a ledger',
})

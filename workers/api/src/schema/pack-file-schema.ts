import { FILE_KINDS } from '@tiaoli/engine'
import { z } from 'zod'

const kinds = FILE_KINDS.map(({ kind, schema }) => schema.meta({ id: `PackFile-${kind}` }))

/** A file of a pack without faults: what stands in it goes by its path. */
export const packFileSchema = z.union([...kinds, z.looseObject({})]).meta({
  id: 'PackFile',
  description:
    'pack.json, clauses.json, requirements/….json and so on, each of its own kind; samples/….json is a ledger',
})

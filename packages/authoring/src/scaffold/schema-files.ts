import { FILE_KINDS } from '@tiaoli/engine/plan'
import { z } from 'zod'
import type { FileTexts } from './insert-entries.ts'

/** The JSON Schema of each kind of pack file, for editors: `pack.schema.json` and so on. */
export function schemaFiles(): FileTexts {
  return Object.fromEntries(
    FILE_KINDS.map(({ kind, schema }) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
      const content = { $schema, $id: `urn:tiaoli:schema:${kind}`, ...rest }
      return [`${kind}.schema.json`, `${JSON.stringify(content, null, 2)}\n`]
    }),
  )
}

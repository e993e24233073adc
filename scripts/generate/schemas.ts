import { FILE_KINDS } from '@tiaoli/engine'
import { z } from 'zod'

/** The JSON Schema of each kind of pack file, by its path under rules/. */
export function schemaFiles(): [path: string, text: string][] {
  return FILE_KINDS.map(({ kind, schema }) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
    return [
      `schema/${kind}.schema.json`,
      `${JSON.stringify({ $schema, $id: `urn:tiaoli:schema:${kind}`, ...rest }, null, 2)}\n`,
    ]
  })
}

import type { Text } from '@tiaoli/engine'

/** What a clause says, in JSON, that puts the earlier words in the place of the clause that had changed them. */
export function restoring(by: string, { zh, en }: Text): string {
  const reads = zh === en ? { zh } : { zh, en }
  return JSON.stringify({ changes: [{ replaces: [by], reads }] }).slice(1, -1)
}

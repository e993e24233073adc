import { PackError, type PackSource } from '@tiaoli/engine'
import type { ImportFile } from '@tiaoli/engine/plan'
import { readMapping } from '@tiaoli/office/import'
import { PACK_LIMITS } from '../limits/pack-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'

/** A mapping that was sent, checked by the catalogue as if it were the one of the pack. */
export async function mappingOfFile(file: File, source: PackSource, pointer: string): Promise<ImportFile> {
  if (file.size > PACK_LIMITS.fileBytes) throw new ProblemError('pack-too-large')
  const text = await file.text()
  try {
    return readMapping(text, source)
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    throw new ProblemError(
      'invalid-request',
      error.diagnostics.map(({ code, pointer: at, message, line, column, suggestion }) => ({
        pointer: pointer + at,
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        code,
        detail: message,
        ...(suggestion !== undefined && { suggestion }),
      })),
      {},
      { cause: error },
    )
  }
}

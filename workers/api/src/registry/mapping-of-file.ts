import { PackError, type PackSource } from '@tiaoli/engine'
import { contentOf, isObject, planOf, type ImportFile } from '@tiaoli/engine/plan'
import { PACK_LIMITS } from '../limits/pack-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'

const PATH = 'imports/sent.json'
const OF_PACK = /^imports\//

/** A mapping that was sent, checked by the catalogue as if it were the one of the pack. */
export async function mappingOfFile(file: File, { files, ...pack }: PackSource, pointer: string): Promise<ImportFile> {
  if (file.size > PACK_LIMITS.fileBytes) throw new ProblemError('pack-too-large')
  const text = await file.text()
  const others = Object.entries(files).filter(([path]) => !OF_PACK.test(path))
  try {
    const { imports } = planOf({ ...pack, files: { ...Object.fromEntries(others), [PATH]: text } })
    const content = contentOf(text)
    return imports.get(isObject(content) ? String(content['id']) : '')!
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

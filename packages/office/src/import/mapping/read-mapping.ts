import type { PackSource } from '@tiaoli/engine'
import { contentOf, isObject, planOf, type ImportFile } from '@tiaoli/engine/plan'

const PATH = 'imports/given.json'
const OF_PACK = /^imports\//

/** A mapping that is no part of a pack, checked as if it were the one of it. Throws `PackError` with what is wrong. */
export function readMapping(text: string, { files, ...pack }: PackSource): ImportFile {
  const others = Object.entries(files).filter(([path]) => !OF_PACK.test(path))
  const { imports } = planOf({ ...pack, files: { ...Object.fromEntries(others), [PATH]: text } })
  const content = contentOf(text)
  return imports.get(isObject(content) ? String(content['id']) : '')!
}

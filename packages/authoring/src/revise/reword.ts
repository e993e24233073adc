import type { LoadedPack } from '../load-or-throw.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'

/** Other words for a text of the pack, in its first language. */
export interface NewWords {
  file: string
  /** Where the text is in the file. */
  path: readonly (string | number)[]
  words: string
}

export function reword({ plan, files }: LoadedPack, { file, path, words }: NewWords): Insertion[] {
  const isText = files.texts().some((text) => text.file.path === file && text.path.join('/') === path.join('/'))
  const [first] = plan.reading
  if (!isText || !first) throw new ScaffoldError('no-text', file)
  return [{ file, path: [...path, first.tag], value: words.trim() }]
}

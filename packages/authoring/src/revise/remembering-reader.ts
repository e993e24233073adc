import { readFile, type FileReader, type ReadFile } from '@tiaoli/engine/plan'

/** As many texts of a file are remembered: as it was, as it is, and as it was a keystroke ago. */
const TEXTS = 3

/** Reads a text once: of a pack that is loaded again at every keystroke, most files are as they were. */
export function rememberingReader(): FileReader {
  const files = new Map<string, Map<unknown, ReadFile | undefined>>()
  return (pack, path, content, limits) => {
    const key = `${pack}/${path}`
    const texts = files.get(key) ?? new Map<unknown, ReadFile | undefined>()
    files.set(key, texts)
    const read = texts.has(content) ? texts.get(content) : readFile(pack, path, content, limits)
    texts.delete(content)
    texts.set(content, read)
    for (const [oldest] of texts) if (texts.size > TEXTS) texts.delete(oldest)
    return read
  }
}

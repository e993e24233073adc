import type { z } from 'zod'
import { isObject } from '../json/is-object.ts'
import { readJson } from '../json/read-json.ts'
import { diagnostic, type Diagnostic } from './diagnostics.ts'
import { casesFileSchema } from '../schema/cases-schema.ts'
import { factsFileSchema } from '../schema/facts-schema.ts'
import { importFileSchema } from '../schema/import-schema.ts'
import { lintFileSchema } from '../schema/lint-schema.ts'
import { clausesFileSchema, documentFileSchema } from '../schema/document-schema.ts'
import { instrumentsFileSchema, packFileSchema, type PackFile } from '../schema/pack-schema.ts'
import { mutantsFileSchema } from '../schema/mutants-schema.ts'
import { parametersFileSchema, profileFileSchema } from '../schema/parameters-schema.ts'
import { qualityFileSchema } from '../schema/quality-schema.ts'
import { requirementsFileSchema } from '../schema/requirement-schema.ts'
import { registerFileSchema, tableFileSchema } from '../schema/table-schema.ts'
import type { Limits } from './limits.ts'
import { placedLanguages, type PlacedLanguages } from './placed-languages.ts'
import { closestName } from '../errors/closest-name.ts'
import { readText, type Reading } from '../text/reading.ts'
import { TextReplacer } from '../text/text-replacer.ts'
import { schemaIssues } from './schema-issues.ts'
import { isUnparsed, SourceFile } from './source-file.ts'

/**
 * A pack as it is handed in: file name, such as `cases/charter.json` → JSON text, its bytes or parsed JSON, with the
 * packs it uses. What else its folder holds, texts of documents, samples and modules, is passed over.
 * Text gives diagnostics a line and a column.
 */
export interface PackSource {
  files: Readonly<Record<string, unknown>>
  uses?: readonly PackSource[]
  /** The language in which it is read, where several of its languages stand in the same sentences; the first if left out. */
  language?: string | undefined
}

/** The kinds of file a pack may hold, by name; the same table names the generated JSON Schemas. */
export const FILE_KINDS = [
  { kind: 'pack', name: /^pack\.json$/, schema: packFileSchema },
  { kind: 'document', name: /^documents\/[a-z0-9-]+\/document\.json$/, schema: documentFileSchema },
  { kind: 'clauses', name: /^documents\/[a-z0-9-]+\/clauses\.json$/, schema: clausesFileSchema },
  { kind: 'instruments', name: /^instruments\.json$/, schema: instrumentsFileSchema },
  { kind: 'facts', name: /^facts\.json$/, schema: factsFileSchema },
  { kind: 'parameters', name: /^parameters\.json$/, schema: parametersFileSchema },
  { kind: 'profile', name: /^profiles\/[a-z0-9-]+\.json$/, schema: profileFileSchema },
  { kind: 'requirements', name: /^requirements\/[a-z0-9-]+\.json$/, schema: requirementsFileSchema },
  { kind: 'cases', name: /^cases\/[a-z0-9-]+\.json$/, schema: casesFileSchema },
  { kind: 'import', name: /^imports\/[a-z0-9-]+\.json$/, schema: importFileSchema },
  { kind: 'table', name: /^tables\/[a-z0-9-]+\.json$/, schema: tableFileSchema },
  { kind: 'register', name: /^registers\/[a-z0-9-]+\.json$/, schema: registerFileSchema },
  { kind: 'lint', name: /^lint\.json$/, schema: lintFileSchema },
  { kind: 'mutants', name: /^mutants\.json$/, schema: mutantsFileSchema },
  { kind: 'quality', name: /^quality\.json$/, schema: qualityFileSchema },
] as const

/** What a file of a pack holds, by its path; undefined for one of no known kind. */
export function fileKindOf(path: string): FileKind | undefined {
  return FILE_KINDS.find(({ name }) => name.test(path))?.kind
}

export type FileKind = (typeof FILE_KINDS)[number]['kind']
export type Content<K extends FileKind> = z.infer<Extract<(typeof FILE_KINDS)[number], { kind: K }>['schema']>

/** What a pack's folder holds beside the pack: the texts of its documents, sample ledgers, and modules made of the pack. */
const BESIDE_PACK =
  /^(?:documents\/[a-z0-9-]+\/source\.[a-zA-Z0-9-]{2,12}\.txt|samples\/.+|index\.(?:js|d\.ts)|(?:package|tsconfig)\.json)$/

/** Whether a file of a pack's folder is not of the pack. The loader passes over it, so that all of a folder may be given. */
export function isBesidePack(path: string): boolean {
  return BESIDE_PACK.test(path)
}

/** One file of a pack, read: what it holds, if that has the right shape, and what is wrong with it. */
export interface ReadFile {
  readonly file: SourceFile
  readonly kind: FileKind
  /** Absent where something is wrong. */
  readonly content?: unknown
  /** Its texts, each with the languages in which it is written. */
  readonly texts?: readonly PlacedLanguages[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a file of a pack; undefined for one of no known kind. */
export type FileReader = (pack: string, path: string, content: unknown, limits: Limits) => ReadFile | undefined

export const readFile: FileReader = (pack, path, content, limits) => {
  const known = FILE_KINDS.find(({ name }) => name.test(path))
  if (!known) return undefined
  const { kind, schema } = known
  const file = new SourceFile(pack, path, content, limits)
  if (file.diagnostics.length > 0) return { file, kind, diagnostics: file.diagnostics }
  const parsed = schema.safeParse(file.value)
  return parsed.success
    ? { file, kind, content: parsed.data, texts: placedLanguages(parsed.data), diagnostics: [] }
    : { file, kind, diagnostics: schemaIssues(file, schema, parsed.error) }
}

/** The files of a pack, and what is wrong with the form of each; only those without a fault have a content. */
export class PackFiles {
  readonly id: string
  /** The packs that were handed in with it. */
  readonly uses: readonly PackSource[] = []
  /** The language in which it is to be read. */
  readonly language: string | undefined
  readonly sources: SourceFile[] = []
  readonly diagnostics: Diagnostic[] = []
  /** The kinds of the files with a fault; undefined for a file that is missing or of no known kind. */
  readonly faulty = new Set<FileKind | undefined>()
  readonly #texts: { file: SourceFile; kind: FileKind; text: PlacedLanguages }[] = []
  readonly #contents = new Map<SourceFile, { kind: FileKind; content: unknown }>()

  constructor(source: PackSource, limits: Limits, reader: FileReader = readFile) {
    this.id = packId(source)
    if (!isSource(source)) {
      this.#refuse(undefined, diagnostic('not-a-pack', { pack: this.id, file: '', pointer: '' }, []))
      return
    }
    this.uses = source.uses ?? []
    this.language = source.language
    for (const path of Object.keys(source.files).sort())
      if (!isBesidePack(path)) this.#add(path, reader(this.id, path, source.files[path], limits))
    if (!Object.hasOwn(source.files, 'pack.json'))
      this.#refuse(
        undefined,
        diagnostic('missing-file', { pack: this.id, file: 'pack.json', pointer: '' }, ['pack.json']),
      )
    this.#requireLanguages(this.pack?.languages ?? [])
  }

  /** The first language of the pack is compulsory in every text, and others that it does not name are none. */
  #requireLanguages(languages: readonly string[]): void {
    const [first] = languages
    if (first === undefined) return
    for (const { file, kind, text } of this.#texts) {
      const { path, written } = text
      if (!written.includes(first))
        this.#refuse(kind, diagnostic('text-without-language', file.place([...path, first]), [first]))
      for (const tag of written)
        if (!languages.includes(tag))
          this.#refuse(
            kind,
            diagnostic(
              'unknown-language',
              file.place([...path, tag], true),
              [tag, languages],
              closestName(tag, languages),
            ),
          )
    }
  }

  /** Puts the words of the languages in which the pack is read where the engine's sentences take them. */
  readIn(reading: Reading): void {
    const replacer = new TextReplacer((text) => readText(reading, text))
    for (const [file, { kind, content }] of this.#contents)
      this.#contents.set(file, { kind, content: replacer.in(content) })
  }

  #refuse(kind: FileKind | undefined, ...diagnostics: Diagnostic[]): void {
    this.faulty.add(kind)
    this.diagnostics.push(...diagnostics)
  }

  #add(path: string, read: ReadFile | undefined): void {
    if (!read) {
      this.#refuse(undefined, diagnostic('unknown-file', { pack: this.id, file: path, pointer: '' }, [path]))
      return
    }
    const { file, kind, content, texts = [], diagnostics } = read
    this.sources.push(file)
    for (const text of texts) this.#texts.push({ file, kind, text })
    if (diagnostics.length > 0) this.#refuse(kind, ...diagnostics)
    if (content !== undefined) this.#contents.set(file, { kind, content })
  }

  /** The files of one kind, in the order of their names. */
  of<K extends FileKind>(kind: K): { file: SourceFile; content: Content<K> }[] {
    return this.sources.flatMap((file) => {
      const found = this.#contents.get(file)
      return found?.kind === kind ? [{ file, content: found.content as Content<K> }] : []
    })
  }

  /** The files that could be read, with what each holds. */
  contents(): { file: SourceFile; content: unknown }[] {
    return [...this.#contents].map(([file, { content }]) => ({ file, content }))
  }

  /** Where the texts of the files are, each with the languages in which it is written. */
  texts(): ({ file: SourceFile } & PlacedLanguages)[] {
    return this.#texts.map(({ file, text }) => ({ file, ...text }))
  }

  /** The files that belong to the pack's digest: all but those that decide nothing. */
  deciding(): SourceFile[] {
    return this.sources.filter((file) => !DECIDING_NOTHING.has(this.#contents.get(file)?.kind))
  }

  get pack(): PackFile | undefined {
    return this.of('pack')[0]?.content
  }
}

/** Files without which a pack has the same findings. */
export const DECIDING_NOTHING: ReadonlySet<FileKind | undefined> = new Set([
  'import',
  'table',
  'register',
  'lint',
  'mutants',
  'quality',
])

/** What a file of a pack holds, whether it was handed in as text or parsed; undefined for a text with faults. */
export function contentOf(content: unknown): unknown {
  return isUnparsed(content) ? readJson(content).value : content
}

/** A pack's id before anything is checked, so that even a broken pack's diagnostics can name it. */
export function packId(source: PackSource): string {
  if (!isSource(source)) return 'pack'
  const id = (contentOf(source.files['pack.json']) as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' && id !== '' ? id : 'pack'
}

/** Callers without types may hand in a path or a text in place of a pack. */
function isSource(source: unknown): source is PackSource {
  if (!isObject(source) || !isObject(source['files'])) return false
  const { uses } = source
  return uses === undefined || Array.isArray(uses)
}

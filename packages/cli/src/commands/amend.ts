import { join, resolve } from 'node:path'
import {
  amend as amendPack,
  compareFindings,
  dossierBlocks,
  dossierMarkdown,
  ScaffoldError,
  withDraft,
  type Dossier,
  type FindingsComparison,
  type Reading,
} from '@tiaoli/authoring'
import { dossierDocx } from '@tiaoli/authoring/dossier-docx'
import { compile, PackError, type PackSource, type Policy, type Text } from '@tiaoli/engine'
import { decodeText, parseDay, textWithoutRecord } from '@tiaoli/engine/plan'
import { OfficeError, readWordText } from '@tiaoli/office/word-text'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { checkOutputs } from '../files/check-outputs.ts'
import { displayPath } from '../files/display-path.ts'
import { writeFilesAtomically } from '../files/write-files.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { readBytes } from '../input/read-file.ts'
import { optionsOf, type LedgerOption, type OptionFlags } from '../option-flags.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { findPack } from '../packs/find-pack.ts'
import { writableFolder, type PackOnDisk } from '../packs/pack-on-disk.ts'

export interface AmendFlags extends OptionFlags<'asOf' | LedgerOption | 'periods'> {
  id?: string
  from?: string
  amends?: string
  reading?: Reading
  zh?: string
  en?: string
  number?: string
  ledger?: string
  output?: string
  write?: boolean
  json?: boolean
}

/** More than any document, also with its pictures. */
const FILE_LIMIT = 20_000_000

/** `tiaoli amend <pack> <text>`: what a new text changes, and what rests on it. */
export async function amend(context: Context, flags: AmendFlags, argument?: string, path?: string): Promise<void> {
  const { id, from } = flags
  if (argument === undefined || path === undefined || id === undefined || from === undefined)
    throw new Failure('amendWhat', [])
  if (parseDay(from) === undefined) throw new Failure('dayInvalid', [from])
  checkOutputs(context, { '--output': flags.output }, [path, flags.ledger])
  const pack = await findPack(context, argument)
  const policy = compilePack(pack)
  const folder = flags.write ? writableFolder(pack) : undefined
  const text = await textOf(context, path)
  const dossier = made(() =>
    amendPack(pack.source, policy, {
      ...amendmentOf(flags, id, from, text),
      ...originalOf(pack, policy, flags.amends),
    }),
  )
  const effect = await effectOn(context, flags, pack.source, policy, dossier)
  const drafted = folder === undefined ? {} : { ...dossier.draft, ...textFile(dossier, text) }
  const files = new Map<string, string | Uint8Array>(
    Object.entries(drafted).map(([file, words]) => [join(folder!, file), words]),
  )
  const { json, output } = flags
  const blocks = json
    ? []
    : dossierBlocks(dossier, context.language, effect && { findings: effect, titles: titlesOf(policy) })
  if (!json && output !== undefined) {
    const written = resolve(context.cwd, output)
    if (files.has(written)) throw new Failure('sameOutput', ['--write', '--output', displayPath(context.cwd, written)])
    files.set(written, output.endsWith('.docx') ? dossierDocx(blocks, context.language) : dossierMarkdown(blocks))
  }
  writeFilesAtomically(files)
  if (json) await context.out.json({ ...dossier, ...(effect ? { effect } : {}) })
  else if (output === undefined) await context.out.text(dossierMarkdown(blocks))
  else await context.err.line(context.texts.wrote(output))
  if (folder !== undefined) await context.err.line(context.texts.amend.drafted(Object.keys(drafted)))
}

function amendmentOf({ amends, reading, zh, en, number }: AmendFlags, id: string, from: string, text: string) {
  const title = zh ?? en
  return {
    id,
    from,
    text,
    ...(title === undefined ? {} : { title: { zh: zh ?? title, en: en ?? title } }),
    ...(number === undefined ? {} : { number }),
    ...(amends === undefined ? {} : { amends }),
    ...(reading === undefined ? {} : { reading }),
  }
}

/** The text of the document that is amended, as far as it is in the folder of the pack. */
function originalOf(
  { documentTexts }: PackOnDisk,
  { plan: { document, documents, pack } }: Policy,
  amends: string | undefined,
): { original?: string } {
  const amended = amends === undefined ? document : documents.get(amends)
  const bytes = amended && documentTexts.get(`documents/${amended.id}/source.${pack.languages[0]}.txt`)
  const { text } = bytes ? decodeText(bytes) : {}
  return text === undefined ? {} : { original: text }
}

/** The text itself, beside its clauses, so that `check` sees that they are its words. */
function textFile({ document, language }: Dossier, text: string): Record<string, string> {
  return { [`documents/${document.id}/source.${language}.txt`]: text }
}

async function textOf({ cwd }: Context, path: string): Promise<string> {
  const bytes = readBytes(resolve(cwd, path), FILE_LIMIT)
  if (/\.docx?$/iu.test(path) || isZip(bytes)) return wordText(bytes, path)
  const { text, problem } = decodeText(bytes)
  if (problem) throw new Failure('unreadableText', [path, problem.message])
  return text
}

/** A Word file is one whatever it is called. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3
}

async function wordText(bytes: Uint8Array, path: string): Promise<string> {
  try {
    return await readWordText(bytes, path)
  } catch (error) {
    if (error instanceof OfficeError) throw new Failure('unreadableText', [path, error.text])
    throw error
  }
}

function made(make: () => Dossier): Dossier {
  try {
    return make()
  } catch (error) {
    if (error instanceof ScaffoldError) throw new Failure('cannotAmend', [error.text])
    throw error
  }
}

/** The findings of a ledger before and after, with the draft as it is: what rests on changed clauses ends. */
async function effectOn(
  context: Context,
  flags: AmendFlags,
  source: PackSource,
  before: Policy,
  dossier: Dossier,
): Promise<FindingsComparison | undefined> {
  const { ledger: path, asOf } = flags
  if (path === undefined) return undefined
  if (asOf === undefined) throw new Failure('asOfMissing', [])
  const after = compiledDraft(withDraft(source, dossier))
  const ledger = await LedgerFile.read(context, path)
  const options = optionsOf({ ...flags, asOf })
  return ledger.evaluate(options, (value) => compareFindings(before, after, value, options))
}

function titlesOf({ plan }: Policy): Map<string, Text> {
  return new Map(plan.requirements.map(({ id, title }) => [id, textWithoutRecord(plan, title)]))
}

/** A draft has no faults but those of the names that it was given. */
function compiledDraft(source: PackSource): Policy {
  try {
    return compile(source)
  } catch (error) {
    const first = error instanceof PackError ? error.diagnostics[0] : undefined
    throw first ? new Failure('cannotAmend', [first.message]) : error
  }
}

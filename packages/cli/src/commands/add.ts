import { join } from 'node:path'
import {
  addDocument,
  addFact,
  addParameter,
  addRequirement,
  ScaffoldError,
  type FileTexts,
  type NewFact,
  type NewPackDocument,
  type NewParameter,
} from '@tiaoli/authoring'
import { completeText } from '@tiaoli/engine/plan'
import { PackError, type PackSource, type Text } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { writeFilesAtomically } from '../files/write-files.ts'
import { findPack } from '../packs/find-pack.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { writableFolder } from '../packs/pack-on-disk.ts'

interface LabelFlags {
  zh?: string
  en?: string
  json?: boolean
}

export interface AddFactFlags extends LabelFlags {
  type: NewFact['type']
}

export interface AddParameterFlags extends LabelFlags {
  type: NewParameter['type']
}

export interface AddRequirementFlags extends LabelFlags {
  theme?: string
  clause?: string
  scope?: string
  dutyBearer?: string
}

export interface AddDocumentFlags extends LabelFlags, Omit<NewPackDocument, 'id' | 'title' | 'issuer' | 'clause'> {}

/** `tiaoli add document` */
export function addDocumentCommand(
  context: Context,
  { zh, en, json, ...flags }: AddDocumentFlags,
  name?: string,
  pack?: string,
): Promise<void> {
  const title = labelFrom({ ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) })
  const asJson = json === undefined ? {} : { json }
  return add(context, asJson, pack, name, (source, id) =>
    addDocument(source, { ...flags, id, ...(title ? { title } : {}) }),
  )
}

/** `tiaoli add fact` */
export function addFactCommand(context: Context, flags: AddFactFlags, name?: string, pack?: string): Promise<void> {
  const label = labelFrom(flags)
  return add(context, flags, pack, name, (source, given) =>
    addFact(source, { name: given, type: flags.type, ...(label ? { label } : {}) }),
  )
}

/** `tiaoli add parameter` */
export function addParameterCommand(
  context: Context,
  flags: AddParameterFlags,
  name?: string,
  pack?: string,
): Promise<void> {
  const label = labelFrom(flags)
  return add(context, flags, pack, name, (source, id) =>
    addParameter(source, { id, type: flags.type, ...(label ? { label } : {}) }),
  )
}

/** `tiaoli add requirement` */
export function addRequirementCommand(
  context: Context,
  flags: AddRequirementFlags,
  name?: string,
  pack?: string,
): Promise<void> {
  const title = labelFrom(flags)
  const { theme, clause, scope, dutyBearer } = flags
  if (clause === undefined) throw new Failure('clauseMissing', [])
  return add(context, flags, pack, name, (source, id) =>
    addRequirement(source, {
      id,
      clause,
      ...(title ? { title } : {}),
      ...(theme === undefined ? {} : { theme }),
      ...(scope === undefined ? {} : { subject: scope }),
      ...(dutyBearer === undefined ? {} : { dutyBearer }),
    }),
  )
}

/** The labels of `--zh` and `--en`; that of the pack's first language is compulsory. */
function labelFrom({ zh, en }: LabelFlags): Text | undefined {
  return zh === undefined && en === undefined ? undefined : completeText({ zh, en })
}

async function add(
  context: Context,
  { json }: LabelFlags,
  argument: string | undefined,
  name: string | undefined,
  make: (source: PackSource, name: string) => FileTexts,
): Promise<void> {
  if (name === undefined || name === '') throw new Failure('nameMissing', [])
  const pack = await findPack(context, argument)
  const { source } = pack
  const folder = writableFolder(pack)
  compilePack(pack)
  const files = changedFiles(name, () => make(source, name))
  writeFilesAtomically(new Map(Object.entries(files).map(([file, text]) => [join(folder, file), text])))
  const paths = Object.keys(files).map((file) => `${pack.path}/${file}`)
  if (json) await context.out.json({ pack: pack.id, changed: paths })
  else await context.out.line(context.texts.add.done(name, paths))
}

/** The pack itself has no errors, so an error is one of the arguments. */
function changedFiles(name: string, make: () => FileTexts): FileTexts {
  try {
    return make()
  } catch (error) {
    if (error instanceof ScaffoldError) throw new Failure('cannotAdd', [name, error.text])
    const first = error instanceof PackError ? error.diagnostics[0] : undefined
    throw first ? new Failure('cannotAdd', [name, first.message]) : error
  }
}

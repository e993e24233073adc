import { join } from 'node:path'
import {
  addFact,
  addParameter,
  addRequirement,
  ScaffoldError,
  type Files,
  type NewFact,
  type NewParameter,
} from '@tiaoli/authoring'
import { PackError, type PackSource, type Text } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { writeTogether } from '../input/write-file.ts'
import { readPackArgument } from '../packs/find-pack.ts'
import { planPack } from '../packs/pack-faults.ts'
import { folderOf } from '../packs/pack-on-disk.ts'

interface Words {
  zh?: string
  en?: string
  json?: boolean
}

export interface AddFactFlags extends Words {
  type: NewFact['type']
}

export interface AddParameterFlags extends Words {
  type: NewParameter['type']
}

export interface AddRequirementFlags extends Words {
  theme?: string
  clause?: string
  scope?: string
  dutyBearer?: string
}

/** A given fact, to be asked by a requirement. */
export function fact(context: Context, flags: AddFactFlags, name?: string, pack?: string): Promise<void> {
  const label = wordsOf(flags)
  return add(context, flags, pack, name, (source, given) =>
    addFact(source, { name: given, type: flags.type, ...(label ? { label } : {}) }),
  )
}

/** A parameter without a value. */
export function parameter(context: Context, flags: AddParameterFlags, name?: string, pack?: string): Promise<void> {
  const label = wordsOf(flags)
  return add(context, flags, pack, name, (source, id) =>
    addParameter(source, { id, type: flags.type, ...(label ? { label } : {}) }),
  )
}

/** A requirement with the yes-or-no fact that it asks for. */
export function requirement(context: Context, flags: AddRequirementFlags, name?: string, pack?: string): Promise<void> {
  const title = wordsOf(flags)
  const { theme, clause, scope, dutyBearer } = flags
  return add(context, flags, pack, name, (source, id) =>
    addRequirement(source, {
      id,
      ...(title ? { title } : {}),
      ...(theme === undefined ? {} : { theme }),
      ...(clause === undefined ? {} : { clause }),
      ...(scope === undefined ? {} : { subject: scope }),
      ...(dutyBearer === undefined ? {} : { dutyBearer }),
    }),
  )
}

/** Neither language goes without the other. */
function wordsOf({ zh, en }: Words): Text | undefined {
  if (zh === undefined && en === undefined) return undefined
  if (zh === undefined || en === undefined) throw new Failure('bothLanguages', [], EXIT.usage)
  return { zh, en }
}

async function add(
  context: Context,
  { json }: Words,
  argument: string | undefined,
  name: string | undefined,
  make: (source: PackSource, name: string) => Files,
): Promise<void> {
  if (name === undefined || name === '') throw new Failure('nameMissing', [], EXIT.usage)
  const pack = await readPackArgument(context, argument)
  const { shown, source } = pack
  const folder = folderOf(pack)
  planPack(pack)
  const files = made(context, name, () => make(source, name))
  writeTogether(new Map(Object.entries(files).map(([file, text]) => [join(folder, file), text])))
  const paths = Object.keys(files).map((file) => `${shown}/${file}`)
  if (json) await context.out.json({ pack: pack.id, changed: paths })
  else await context.out.line(context.texts.add.done(name, paths))
}

/** The pack has no fault of its own, so what is wrong is what was asked for. */
function made({ language }: Context, name: string, make: () => Files): Files {
  try {
    return make()
  } catch (error) {
    if (error instanceof ScaffoldError) throw new Failure('cannotAdd', [name, error.text[language]], EXIT.usage)
    if (!(error instanceof PackError)) throw error
    const [first] = error.diagnostics
    throw new Failure('cannotAdd', [name, first?.message[language] ?? ''], EXIT.usage)
  }
}

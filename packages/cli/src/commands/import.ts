import type { Workbook } from '@tiaoli/office'
import { chooseMapping, guessMapping, importWorkbooks, readMapping } from '@tiaoli/office/import'
import { isTemplate } from '@tiaoli/office/template'
import { PackError, type PackSource } from '@tiaoli/engine'
import { closestName, decodeText, MEBI, parseDay, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { checkOutputs } from '../files/check-outputs.ts'
import { displayPath } from '../files/display-path.ts'
import { writeFilesAtomically } from '../files/write-files.ts'
import { cliErrorOf } from '../input/cli-error-of.ts'
import { InvalidInputError } from '../input/invalid-input-error.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { readBytes } from '../input/read-file.ts'
import { readNames } from '../input/read-names.ts'
import { readWorkbookFile } from '../input/read-workbook-file.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { findPack } from '../packs/find-pack.ts'
import { importLines } from '../render/import-lines.ts'
import { StepLine } from '../terminal/step-line.ts'

export interface ImportFlags {
  pack?: string
  mapping?: string
  guess?: boolean
  on?: string
  ledger?: string
  knownNames?: string
  output?: string
  names?: string
  persons?: string
  saveMapping?: string
  json?: boolean
}

/** Makes a ledger of workbooks, and says what became of every column and what somebody has to look at. */
export async function importCommand(context: Context, flags: ImportFlags, ...paths: string[]): Promise<void> {
  const { texts, out, err, cwd } = context
  if (paths.length === 0) throw new Failure('whichWorkbook', [])
  const { on } = flags
  if (on !== undefined && parseDay(on) === undefined) throw new Failure('dayInvalid', [on])
  const { output, names: namesFile, persons: personsFile, saveMapping } = flags
  const outputs = { '--output': output, '--names': namesFile, '--persons': personsFile, '--save-mapping': saveMapping }
  checkOutputs(context, outputs, [...paths, flags.mapping, flags.ledger, flags.knownNames])
  const pack = await findPack(context, flags.pack)
  const { plan } = compilePack(pack)
  const size = paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
  const steps = new StepLine(err, size)
  const workbooks = await steps.during(texts.steps.reading, () => Promise.all(paths.map(readWorkbookFile)))
  const sent = workbooks.find(isTemplate)
  if (sent) throw new Failure('isTemplate', [sent.name])
  const mapping = mappingOf(context, flags, { plan, source: pack.source }, workbooks)
  const ledger = flags.ledger === undefined ? undefined : await LedgerFile.read(context, flags.ledger)
  const names = flags.knownNames === undefined ? undefined : readNames(flags.knownNames)
  const options = { plan, mapping, on, earlier: ledger?.value, names }
  const result = await steps
    .during(texts.steps.importing, () => importWorkbooks(workbooks, options))
    .catch((error: unknown) => {
      throw cliErrorOf(error, ledger)
    })
  const { persons, ...shown } = result
  const isRead = result.provenance.length > 0
  const files = new Map<string, string>()
  const add = (path: string | undefined, value: unknown) => {
    if (path !== undefined) files.set(resolve(cwd, path), `${JSON.stringify(value, null, 2)}\n`)
  }
  if (isRead) {
    add(flags.output, result.ledger)
    add(flags.names, result.names)
    add(flags.persons, persons)
  }
  add(flags.saveMapping, mapping)
  writeFilesAtomically(files)
  if (flags.json) await out.json(shown)
  else await out.line(importLines(context, result, { files: workbooks.length, plan, mapping }).join('\n'))
  for (const path of files.keys()) await err.line(texts.wrote(displayPath(cwd, path)))
  const unwritten = [flags.output, flags.names, flags.persons].filter((path) => path !== undefined)
  if (!isRead && unwritten.length > 0)
    await err.line(texts.import.nothingRead(unwritten.map((path) => displayPath(cwd, resolve(cwd, path)))))
  if (!isRead) context.exitCode = EXIT.findings
}

function mappingOf(
  { cwd }: Context,
  { mapping: named, guess }: ImportFlags,
  { plan, source }: { plan: Plan; source: PackSource },
  workbooks: readonly Workbook[],
): ImportFile {
  if (guess) return guessMapping(workbooks, plan)
  if (named === undefined) return chooseMapping(workbooks, plan)
  if (named.endsWith('.json')) return mappingInFile(resolve(cwd, named), named, source)
  const mapping = plan.imports.get(named)
  if (!mapping)
    throw new Failure('unknownMapping', [named, [...plan.imports.keys()]], closestName(named, plan.imports.keys()))
  return mapping
}

const MAPPING_BYTES = 4 * MEBI

/** A mapping that is not, or not yet, in the pack. */
function mappingInFile(path: string, name: string, source: PackSource): ImportFile {
  const bytes = readBytes(path, MAPPING_BYTES)
  try {
    return readMapping(decodeText(bytes).text ?? '', source)
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    throw new InvalidInputError(name, error.diagnostics, 'mapping')
  }
}

import { makeTemplate, readTemplate, type TemplateNote } from '@tiaoli/office/template'
import type { Policy } from '@tiaoli/engine'
import { ownSentences } from '@tiaoli/engine/plan'
import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { checkOutputs } from '../files/check-outputs.ts'
import { writeFileAtomically } from '../files/write-files.ts'
import { writeOutput } from '../files/write-output.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { readWorkbookFile } from '../input/read-workbook-file.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { findPack } from '../packs/find-pack.ts'
import { StepLine } from '../terminal/step-line.ts'

export interface TemplateFlags {
  ledger?: string
  missing?: boolean
  asOf?: string
  read?: string
  output?: string
  json?: boolean
}

/** Writes a workbook to be filled in, or with `--read` the ledger that comes of one. */
export async function template(context: Context, flags: TemplateFlags, argument?: string): Promise<void> {
  // A ledger that a workbook is read into may be written in its place.
  checkOutputs(context, { '--output': flags.output }, [flags.read ?? flags.ledger])
  const policy = compilePack(await findPack(context, argument))
  const ledger = flags.ledger === undefined ? undefined : await LedgerFile.read(context, flags.ledger)
  if (flags.read !== undefined) return readBack(context, policy, ledger, flags.read, flags)
  const { missing, asOf, output } = flags
  if (output === undefined) throw new Failure('templateOutput', [])
  if (missing && !ledger) throw new Failure('missingLedger', [])
  if (missing && asOf === undefined) throw new Failure('asOfMissing', [])
  const asked = missing && asOf !== undefined ? { asOf } : undefined
  const language = ownSentences(policy.plan.reading, context.language)
  const make = (value?: unknown) => makeTemplate({ policy, ledger: value, missing: asked, language })
  const steps = new StepLine(context.err, ledger?.text.length ?? 0)
  const bytes = await steps.during(context.texts.steps[missing ? 'missing' : 'template'], () =>
    ledger ? ledger.evaluate({ asOf }, make) : make(),
  )
  writeFileAtomically(resolve(context.cwd, output), bytes)
  if (flags.json) return context.out.json({ files: [output] })
  await context.err.line(context.texts.wrote(output))
}

async function readBack(
  context: Context,
  policy: Policy,
  file: LedgerFile | undefined,
  path: string,
  { json, output }: TemplateFlags,
): Promise<void> {
  const workbook = await readWorkbookFile(path)
  const { ledger, notes } = readTemplate(workbook, { policy, ledger: file?.value })
  const refused = notes.find(({ code }) => code === 'not-a-template' || code === 'other-pack')
  if (refused) throw new Failure('unreadableTemplate', [path, refused.text])
  const result = json ? { ledger, notes } : ledger
  await writeOutput(context, output, `${JSON.stringify(result, null, 2)}\n`)
  if (!json) for (const note of notes) await context.err.line(lineOf(note, context))
  context.exitCode = notes.some(({ severity }) => severity === 'warning') ? EXIT.findings : EXIT.ok
}

function lineOf({ place: { file, sheet, cell }, text }: TemplateNote, { language }: Context): string {
  const place = [file, sheet, cell].filter((part) => part !== undefined).join(' ')
  return `${place}${language === 'zh' ? '：' : ': '}${text[language]}`
}

import {
  makePapers,
  NoticeTemplateError,
  optionsWithoutEffect,
  PAPER_KINDS,
  paperTitle,
  takesTemplate,
  type NoticeTemplate,
  type PaperKind,
} from '@tiaoli/office/papers'
import { MEBI, ownSentences } from '@tiaoli/engine/plan'
import { basename, join, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { displayPath } from '../files/display-path.ts'
import { writeFilesAtomically } from '../files/write-files.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { readBytes } from '../input/read-file.ts'
import { readNames } from '../input/read-names.ts'
import { OPTION_FLAGS, optionsOf, type LedgerOption, type OptionFlags } from '../option-flags.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { packAndLedger } from '../packs/pack-arguments.ts'
import { StepLine } from '../terminal/step-line.ts'

export interface PapersFlags extends OptionFlags<'asOf' | LedgerOption | 'periods'> {
  asOf: string
  output: string
  names?: string
  template?: string
  json?: boolean
}

/** Writes the papers of one kind into a folder: all of them, or none. */
export async function papers(
  context: Context,
  flags: PapersFlags,
  kind?: string,
  first?: string,
  second?: string,
): Promise<void> {
  const known = kindOf(kind)
  const options = optionsOf(flags)
  const idle = optionsWithoutEffect(known, options).map((option) => `--${OPTION_FLAGS[option].flag}`)
  if (idle.length > 0) throw new Failure('paperOption', [idle])
  if (flags.template !== undefined && !takesTemplate(known)) throw new Failure('templateOfNotices', [])
  const template = flags.template === undefined ? undefined : templateIn(flags.template)
  const { pack, path } = await packAndLedger(context, first, second)
  const policy = compilePack(pack)
  const names = flags.names === undefined ? undefined : readNames(flags.names)
  const ledger = await LedgerFile.read(context, path)
  const steps = new StepLine(context.err, ledger.text.length)
  const report = await steps.during(context.texts.steps.evaluating, () =>
    ledger.evaluate(options, (value) => policy.evaluate(value, options)),
  )
  const language = ownSentences(policy.plan.reading, context.language)
  const input = { policy, report, ledger: ledger.value, names, template, language, subjects: options.subjects }
  const made = await steps.during(context.texts.steps.papers, () => makePapers(known, input)).catch(told)
  const folder = resolve(context.cwd, flags.output)
  writeFilesAtomically(new Map(made.papers.map(({ name, bytes }) => [join(folder, name), bytes])))
  const { out, err, texts } = context
  const files = made.papers.map(({ name }) => displayPath(context.cwd, join(folder, name)))
  if (flags.json) return out.json({ files, remarks: made.remarks })
  for (const file of files) await err.line(texts.wrote(file))
  for (const remark of made.remarks) await err.line(remark[language])
}

/** Bytes of a template. */
const TEMPLATE_BYTES = 8 * MEBI

function templateIn(path: string): NoticeTemplate {
  return { name: basename(path), bytes: readBytes(path, TEMPLATE_BYTES) }
}

/** What is wrong with a template, as the library tells it. */
function told(error: unknown): never {
  if (error instanceof NoticeTemplateError)
    throw new Failure('unusableTemplate', [error.file, error.text], error.suggestion)
  throw error
}

function kindOf(kind: string | undefined): PaperKind {
  const found = PAPER_KINDS.find((known) => known === kind)
  const kinds = PAPER_KINDS.map((known) => ({ kind: known, title: paperTitle(known) }))
  if (!found) throw new Failure('unknownPaper', [kinds])
  return found
}

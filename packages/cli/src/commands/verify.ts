import { checkAnswer, parsePublicKeys, type AnswerCheck, type PartCheck } from '@tiaoli/signing'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { findPack } from '../packs/find-pack.ts'

export interface VerifyFlags {
  keys: string
  ledger?: string
  rules?: string
  json?: boolean
}

/** Says whether an answer is what a service signed, without asking the service. */
export async function verify(
  context: Context,
  { keys: of, ledger, rules, json }: VerifyFlags,
  path?: string,
): Promise<void> {
  if (path === undefined) throw new Failure('whichAnswer', [])
  const keys = parsePublicKeys((await LedgerFile.read(context, of)).value)
  if (!keys) throw new Failure('notKeys', [of])
  const answer = await LedgerFile.read(context, path)
  const checked = await checkAnswer(answer.value, {
    keys,
    ...(ledger !== undefined && { ledger: (await LedgerFile.read(context, ledger)).value }),
    ...(rules !== undefined && { policy: compilePack(await findPack(context, rules)) }),
  })
  if (json) await context.out.json(checked)
  else for (const part of checked.parts) await context.out.line(lineOf(context, part, checked))
  if (checked.parts.some(({ is }) => is === 'wrong')) context.exitCode = EXIT.findings
}

const MARKS = { right: '✓', wrong: '✗', 'not-checked': '–' } as const
const COLOURS = { right: 'green', wrong: 'red', 'not-checked': 'dim' } as const

function lineOf({ texts, out }: Context, { part, is, kid }: PartCheck, { statement }: AnswerCheck): string {
  const { verify: words } = texts
  const sentence =
    kid !== undefined
      ? words.unknownKey(kid)
      : part === 'signature' && statement
        ? words.signed(statement.edition.pack, statement.edition.version, statement.release)
        : words.parts[part][is]
  return `${out.paint(COLOURS[is], MARKS[is])} ${sentence}`
}

import { nextQuestions } from '@tiaoli/engine'
import type { NextQuestion } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf, type OptionFlags, type LedgerOption } from '../option-flags.ts'
import { packAndLedger } from '../packs/pack-arguments.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { answerHint, questionLines } from '../render/question-lines.ts'
import { subjectTitle } from '../render/subject-title.ts'

export interface AskFlags extends OptionFlags<'asOf' | LedgerOption | 'periods'> {
  asOf: string
  limit?: number
  list?: boolean
  save?: string
  json?: boolean
}

/** What to ask next: in a terminal one by one, elsewhere as a list. */
export async function ask(context: Context, flags: AskFlags, first?: string, second?: string): Promise<void> {
  const { pack, path } = await packAndLedger(context, first, second)
  const policy = compilePack(pack)
  const { plan } = policy
  const ledger = await LedgerFile.read(context, path)
  const { limit, list, json } = flags
  const options = { ...optionsOf(flags), limit }
  const interactive = !json && !list && context.out.isTerminal && context.process.stdin.isTTY && path !== '-'
  if (interactive) {
    const { askOneByOne: askInTurn } = await import('../prompts/ask-one-by-one.ts')
    return askInTurn(context, policy, ledger, options, flags.save)
  }
  const next = ledger.evaluate(options, (value) => nextQuestions(policy, value, options))
  if (json) return context.out.json(next)
  const { out, texts, language } = context
  const lines = next.questions.flatMap((question, i) => [
    `${String(i + 1).padStart(3)}. ${out.paint('bold', question.label[language])}  ${out.paint('dim', placeWords(question))}`,
    ...(question.subject ? [`     ${subjectTitle(context, plan, question.subject)}`] : []),
    ...questionLines(context, question).map((line) => `     ${line}`),
    `     ${answerHint(context, question)}`,
    `     ${texts.ask.decides(
      question.settles,
      question.bears,
      question.decides.map(({ title }) => title[language]),
    )}`,
  ])
  await out.line([...lines, texts.ask.summary(next.unknown, next.open, next.questions.length)].join('\n'))
}

function placeWords({ fact, pointer }: NextQuestion): string {
  return pointer === undefined ? fact : `${fact} ${pointer}`
}

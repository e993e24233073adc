import { resolve } from 'node:path'
import { intro, log, outro, updateSettings } from '@clack/prompts'
import { InputError, type Policy } from '@tiaoli/engine'
import type { QuestionOptions } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { writeFileAtomically } from '../files/write-files.ts'
import type { LedgerFile } from '../input/ledger-file.ts'
import { questionLines } from '../render/question-lines.ts'
import { subjectTitle } from '../render/subject-title.ts'
import { AnsweredLedger, type SettledFinding } from './answered-ledger.ts'
import { promptQuestion } from './prompt-question.ts'

const CTRL_D = '\u0004'
/** What Linux delivers for a Ctrl-D pressed before a prompt reads. */
const HELD_CTRL_D = '\u0000'

/** Asks one question at a time, the most decisive first, and shows which findings each answer settles. */
export async function askOneByOne(
  context: Context,
  policy: Policy,
  file: LedgerFile,
  options: QuestionOptions,
  save: string | undefined,
): Promise<void> {
  const { texts, language } = context
  const answers = new AnsweredLedger(policy, file.value, options)
  file.evaluate(options, () => answers.nextQuestion())
  updateSettings({ aliases: { [CTRL_D]: 'cancel', [HELD_CTRL_D]: 'cancel' } })
  intro(texts.ask.intro(answers.unknown))
  // Between prompts Ctrl-C is a signal; the answers are still saved.
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  context.process.on('SIGINT', stop)
  // Between prompts Ctrl-D, or a closed terminal, ends the input.
  context.process.stdin.on('end', stop)
  for (let question = answers.nextQuestion(); question; question = answers.nextQuestion()) {
    const { subject, decides, label } = question
    log.message(
      [
        ...(subject ? [subjectTitle(context, policy.plan, subject)] : []),
        ...questionLines(context, question),
        texts.ask.decides(
          question.settles,
          question.bears,
          decides.map(({ title }) => title[language]),
        ),
      ].join('\n'),
    )
    const answer = await promptQuestion(context, question, label[language], stopping.signal)
    if (answer === 'stop') break
    if (answer === 'skip') {
      answers.skip(question)
      continue
    }
    try {
      const settled = answers.answer(question, answer.value)
      for (const line of settledLines(context, settled)) log.success(line)
      if (settled.length === 0) log.info(texts.ask.settledNothing)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      log.error(error.problems.map(({ message }) => message[language]).join('\n'))
    }
  }
  context.process.off('SIGINT', stop)
  context.process.stdin.off('end', stop)
  if (save !== undefined)
    writeFileAtomically(resolve(context.cwd, save), `${JSON.stringify(answers.ledger, null, 2)}\n`)
  if (answers.assignments.length > 0) log.info(texts.ask.parameters(answers.assignments.join(' ')))
  outro(`${texts.ask.outro(answers.answered, answers.unknown)}${save === undefined ? '' : ` ${texts.wrote(save)}`}`)
}

/** The settled findings, equal ones counted. */
function settledLines({ texts, language }: Context, settled: readonly SettledFinding[]): string[] {
  const groups = Map.groupBy(
    settled,
    ({ title, statusText }) => `${title[language]}${texts.finding.colon}${statusText[language]}`,
  )
  return [...groups].map(([line, { length }]) => (length > 1 ? `${line} ×${length}` : line))
}

import { calendarOf, icsOf } from '@tiaoli/calendar'
import { recordNames } from '@tiaoli/office/papers'
import type { Context } from '../context.ts'
import { LedgerFile } from '../input/ledger-file.ts'
import { optionsOf, type OptionFlags, type LedgerOption } from '../option-flags.ts'
import { checkOutputs } from '../files/check-outputs.ts'
import { writeOutput } from '../files/write-output.ts'
import { findPack } from '../packs/find-pack.ts'
import { compilePack } from '../packs/compile-pack.ts'
import { dueRows } from '../render/due-rows.ts'
import { undatedLines } from '../render/undated-lines.ts'
import { table } from '../terminal/table.ts'

export interface CalendarFlags extends OptionFlags<'asOf' | LedgerOption> {
  from: string
  to: string
  ledger?: string
  ics?: boolean
  json?: boolean
  output?: string
}

/** The days by which something falls due. */
export async function calendar(context: Context, flags: CalendarFlags, argument?: string): Promise<void> {
  checkOutputs(context, { '--output': flags.output }, [flags.ledger])
  const pack = await findPack(context, argument)
  const policy = compilePack(pack)
  const { from, to, asOf, ledger: path, ics, json, output } = flags
  const options = { ...optionsOf(flags), from, to, asOf }
  const ledger = path === undefined ? undefined : await LedgerFile.read(context, path)
  const found = ledger
    ? ledger.evaluate(options, (value) => calendarOf(policy, value, options))
    : calendarOf(policy, undefined, options)
  const { texts, language, out } = context
  if (ics) {
    const name = texts.calendar.name(policy.plan.document?.entry.number ?? policy.plan.pack.title[language])
    const nameOf = ledger && recordNames({ policy, ledger: ledger.value, language })
    await writeOutput(context, output, icsOf(found, { name, language, asOf: asOf ?? from, nameOf }))
    return
  }
  if (json) {
    await writeOutput(context, output, `${JSON.stringify(found, null, 2)}\n`)
    return
  }
  const notices = found.notices.map(({ text }) => out.paint('yellow', text[language]))
  const lines = [
    ...(notices.length === 0 ? [] : [...notices, '']),
    found.items.length + found.spans.length === 0
      ? texts.calendar.nothing(from, to)
      : table(
          out,
          dueRows(context, policy.plan, [
            ...found.items,
            ...found.spans.map(({ days, ...span }) => ({ ...span, due: days[language] })),
          ]),
        ),
    ...undatedLines(context, policy.plan, found.undated),
  ]
  await writeOutput(context, output, `${lines.join('\n')}\n`)
}

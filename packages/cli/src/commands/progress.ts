import { PROGRESS_STATES, readProgress, type FilledItem } from '@tiaoli/office/papers'
import { formatDayInChinese, parseDay } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { Failure } from '../failure.ts'
import { readWorkbookFile } from '../input/read-workbook-file.ts'

export interface ProgressFlags {
  json?: boolean
}

/** Prints what was filled into a follow-up table, and by its cell what could not be read. */
export async function progress(context: Context, { json }: ProgressFlags, path?: string): Promise<void> {
  if (path === undefined) throw new Failure('whichTable', [])
  const { items, problems } = readProgress(await readWorkbookFile(path))
  const { out, err, language } = context
  const refused = problems.find(({ code }) => code === 'no-table')
  if (refused) throw new Failure('unreadableTemplate', [path, refused.text])
  if (json) await out.json({ items, problems })
  else {
    for (const item of items) await out.line(lineOf(item, context))
    if (items.length === 0 && problems.length === 0) await err.line(context.texts.progress.nothing)
    for (const { place, text } of problems)
      await err.line(
        `${[place.file, place.sheet, place.cell].join(' ')}${language === 'zh' ? '：' : ': '}${text[language]}`,
      )
  }
  context.exitCode = problems.length > 0 ? EXIT.findings : EXIT.ok
}

/** What was filled in, by the names that people know. Ids are in the JSON. */
function lineOf({ unit, matter, cells, state, day, note }: FilledItem, { language }: Context): string {
  const place = Object.values(cells)[0]
  const names = [unit, matter].filter((part) => part !== undefined)
  const what = names.length > 0 ? names : [[place?.sheet, place?.cell].join(' ')]
  const on = day !== undefined && language === 'zh' ? formatDayInChinese(parseDay(day)!) : day
  const said = [state && PROGRESS_STATES[state][language], on, note].filter((part) => part !== undefined)
  return language === 'zh' ? `${what.join('，')}：${said.join('，')}` : `${what.join(', ')}: ${said.join(', ')}`
}

import type { Text } from '@tiaoli/engine'
import { completeText, groupedBy } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Scope } from '../../scope.ts'
import type { DraftLedger } from './draft-ledger.ts'

/** Tells once of each sheet how many records do not say what they belong to, where others do, and where they are. */
export function tellUnplaced(draft: DraftLedger): void {
  for (const [scope, around] of draft.unnamedRecords)
    for (const child of draft.names.has(scope) ? scope.children : []) {
      const places = around.list(child).flatMap((record) => draft.rowsOfNames.get(record)?.place ?? [])
      for (const inSheet of groupedBy(places, ({ file, sheet }) => JSON.stringify([file, sheet])).values())
        draft.note('unplaced', inSheet[0]!, { text: textOf(scope, child, inSheet) })
    }
}

function textOf(scope: Scope, child: Scope, places: readonly FilePlace[]): Text {
  const [around, own] = [completeText(scope.label), completeText(child.label)]
  const cells = places.flatMap(({ cell }) => cell ?? [])
  const count = String(places.length)
  return {
    zh: `${count}个${own.zh}没有写明${around.zh}，留空待核：${cells.join('、')}。请补上后重新导入。`,
    en: `${count} × ${own.en} without its ${around.en}, which is left open: ${cells.join(', ')}. Add it and import again.`,
  }
}

import { useLayoutEffect, useRef } from 'preact/hooks'
import type { NextQuestions } from '@tiaoli/engine'

/** Once a question goes away with the keyboard on it, the keyboard goes on with the one that takes its place. */
export function useNextQuestion(asked: NextQuestions) {
  const table = useRef<HTMLTableElement>(null)
  const status = useRef<HTMLParagraphElement>(null)
  const row = useRef<number | undefined>(undefined)
  useLayoutEffect(() => {
    if (row.current === undefined || document.activeElement !== document.body) return
    const rows = [...(table.current?.tBodies[0]?.rows ?? [])]
    const fields = [...rows.slice(row.current), ...rows.slice(0, row.current).reverse()].flatMap(
      (one) => one.querySelector<HTMLElement>('select, input') ?? [],
    )
    ;(fields[0] ?? status.current)?.focus()
  }, [asked])
  const place = ({ target }: Event) => {
    row.current = (target as HTMLElement).closest('tr')!.sectionRowIndex
  }
  return { table, status, place }
}

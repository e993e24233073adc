import type { Text } from '@tiaoli/engine'
import { useMemo } from 'preact/hooks'
import { addressOf } from '../../address.ts'
import { OPEN_MARKS, togetherOf, type Group, type Mark, type Picture, type Row } from '../../engine/picture.ts'
import { MarkSign } from '../../parts/mark-sign.tsx'
import { nameOf } from '../../parts/name-of.ts'
import { useGradually } from '../../parts/use-gradually.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { ALL_FINDINGS } from './all-findings.ts'
import { MarkCells, MarkHeads } from './mark-columns.tsx'
import { PickBox } from './picking.tsx'
import { NAME_WIDTH, widthsOf } from './widths.ts'

interface Shown {
  picture: Picture
  groups: readonly Group[]
  onlyOpen: boolean
  seen: Readonly<Record<string, string>>
}

/** What is counted beside the themes. */
const TOTALS = ['not_met', 'unknown'] as const

/** With more rows than these, groups are folded: a page of a hundred thousand cells is slow, and nobody reads it. */
const SHOWN_AT_ONCE = 400

/** Records as rows in their groups, themes as columns. */
export function RowTable({ picture, groups, onlyOpen, seen }: Shown) {
  const { unfolded } = useWork().searches
  const toggleGroup = (pointer: string) => {
    const next = new Set(unfolded.value)
    if (!next.delete(pointer)) next.add(pointer)
    unfolded.value = next
  }
  const words = useWords()
  const text = useText()
  const columns = useMemo(
    () => picture.themes.flatMap((theme, i) => (!onlyOpen || isOpen(groups, i) ? [{ theme, i }] : [])),
    [picture, groups, onlyOpen],
  )
  const isFoldable = groups.reduce((sum, { rows }) => sum + rows.length, 0) > SHOWN_AT_ONCE
  const shown = groups
    .filter(({ rows, own }) => rows.length > 0 || own)
    .map((group) => {
      const pointer = group.unit?.pointer ?? ''
      const isFolded = isFoldable && !unfolded.value.has(pointer)
      const fold = isFoldable ? { isFolded, toggle: () => toggleGroup(pointer) } : undefined
      return { group, pointer, fold, rows: isFolded ? [] : group.rows }
    })
  const widths = useMemo(() => widthsOf(picture, groups, isFoldable), [picture, groups, isFoldable])
  let left = useGradually(shown.reduce((sum, { rows }) => sum + 1 + rows.length, 0))
  if (groups.every(({ rows }) => rows.length === 0)) return <p class="empty">{words.results.none}</p>
  return (
    <div class="table" tabIndex={0} role="region" aria-label={words.screens.results}>
      <table
        class="rows"
        style={{
          minWidth: `${NAME_WIDTH + columns.length * widths.theme + TOTALS.length * widths.number}px`,
          '--number-width': `${widths.number}px`,
        }}
      >
        <thead>
          <tr>
            <th scope="col">{text(picture.rowLabel)}</th>
            {columns.map(({ theme, i }) => (
              <th key={i} scope="col" class="theme">
                <div>{text(theme)}</div>
              </th>
            ))}
            <MarkHeads marks={TOTALS} />
          </tr>
        </thead>
        {shown.map(({ group, pointer, fold, rows }) => {
          if (left <= 0) return null
          const now = rows.slice(0, left - 1)
          left -= 1 + now.length
          return (
            <tbody key={pointer}>
              <GroupHead group={group} fold={fold} picture={picture} columns={columns} seen={seen} />
              {now.map((row) => (
                <TableRow key={row.unit.pointer} row={row} columns={columns} seen={seen} />
              ))}
            </tbody>
          )
        })}
      </table>
    </div>
  )
}

interface Columns {
  columns: readonly { theme: Text; i: number }[]
  seen: Readonly<Record<string, string>>
}

interface Head extends Columns {
  group: Group
  /** Where groups can be folded. */
  fold: { isFolded: boolean; toggle: () => void } | undefined
  picture: Picture
}

function GroupHead({ group, fold, picture, columns, seen }: Head) {
  const {
    language,
    ledgers: { names },
  } = useWork()
  const words = useWords()
  const text = useText()
  return useMemo(() => {
    const { unit, own } = group
    const name = unit ? nameOf(unit, names.value, text) : words.results.ungrouped(text(picture.groupLabel))
    const count = rowsIn(picture, group)
    const all = rowsIn(picture, picture.groups.find((one) => one.unit?.pointer === unit?.pointer) ?? group)
    const shown = fold?.isFolded ? togetherOf(group, picture.themes.length) : own
    return (
      <tr class="group">
        <th scope="rowgroup">
          {fold && (
            <button type="button" class="fold" aria-expanded={!fold.isFolded} onClick={fold.toggle}>
              <span aria-hidden="true">{fold.isFolded ? '▸' : '▾'}</span>
              <span class="said">{name}</span>
            </button>
          )}
          {own && unit ? (
            <a
              href={addressOf('results', { ...seen, ...ALL_FINDINGS, row: unit.key })}
              aria-current={seen['row'] === unit.key ? 'true' : undefined}
            >
              {name}
            </a>
          ) : (
            name
          )}
          {all > 0 && (
            <small>
              {words.results.rowsIn(all, text(picture.rowLabel), text(picture.rowUnit))}
              {count < all && words.results.shownIn(count)}
            </small>
          )}
        </th>
        <Cells cells={shown?.cells} columns={columns} to={!fold?.isFolded && own ? leadTo(seen, own) : undefined} />
        <Totals of={shown} to={!fold?.isFolded && own ? leadTo(seen, own) : undefined} />
      </tr>
    )
  }, [group, fold?.isFolded, columns, seen, names.value, language.value])
}

function TableRow({ row, columns, seen }: Columns & { row: Row }) {
  const {
    language,
    ledgers: { names },
  } = useWork()
  const text = useText()
  const { key } = row.unit
  const isChosen = seen['row'] === key
  // A row that is as it was is not made again when others come.
  return useMemo(
    () => (
      <tr class={isChosen ? 'chosen' : undefined}>
        <th scope="row">
          <PickBox row={key} name={nameOf(row.unit, names.value, text)} />
          <a
            href={addressOf('results', { ...seen, ...ALL_FINDINGS, row: isChosen ? undefined : key })}
            aria-current={isChosen ? 'true' : undefined}
          >
            {nameOf(row.unit, names.value, text)}
          </a>
        </th>
        <Cells cells={row.cells} columns={columns} to={leadTo(seen, row)} />
        <Totals of={row} to={leadTo(seen, row)} />
      </tr>
    ),
    [row, columns, seen, names.value, language.value],
  )
}

/** Where findings of a row lead: all of a theme, or all of a mark. */
type LeadTo = (only: { theme?: string; only?: Mark }) => string

function leadTo(seen: Columns['seen'], { unit: { key } }: Row): LeadTo {
  return (only) => addressOf('results', { ...seen, ...ALL_FINDINGS, row: key, ...only })
}

/** How many of its rows are what a row mostly is. */
function rowsIn({ rowLabel }: Picture, { rows }: Group): number {
  return rows.filter(({ unit: { label } }) => label.zh === rowLabel.zh).length
}

interface CellsShown extends Pick<Columns, 'columns'> {
  cells: Row['cells'] | undefined
  to: LeadTo | undefined
}

function Cells({ cells, columns, to }: CellsShown) {
  return (
    <>
      {columns.map(({ theme, i }) => {
        const cell = cells?.[i]
        return (
          <td key={i}>
            {cell && (
              <MarkSign
                mark={cell.mark}
                count={cell.count}
                others={cell.others}
                {...(to ? { href: to({ theme: theme.zh }) } : {})}
              />
            )}
          </td>
        )
      })}
    </>
  )
}

/** The numbers at the end of a row. */
function Totals({ of, to }: { of: Pick<Row, 'counts'> | undefined; to: LeadTo | undefined }) {
  return <MarkCells marks={TOTALS} counts={of?.counts} to={to && ((only) => to({ only }))} isAside />
}

function isOpen(groups: readonly Group[], theme: number): boolean {
  return groups.some(({ own, rows }) =>
    [...(own ? [own] : []), ...rows].some(({ cells }) => OPEN_MARKS.includes(cells[theme]?.mark ?? 'met')),
  )
}

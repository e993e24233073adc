import {
  MARKS,
  NO_GROUP,
  rowsOf,
  type Counts,
  type Group,
  type Mark,
  type Picture,
  type RequirementCounts,
  type Row,
} from '../../engine/picture.ts'

/** One group of the picture, else all. */
export function groupsIn({ groups }: Picture, only: string | undefined): readonly Group[] {
  return groups.filter(({ unit }) => only === undefined || (unit?.key ?? NO_GROUP) === only)
}

interface Filter {
  mark: Mark | undefined
  requirement: RequirementCounts | undefined
  group: string | undefined
  /** Whether a row is among those that somebody looks for; undefined where nobody looks for any. */
  isSought: ((row: Row) => boolean) | undefined
}

/** The rows that have findings of a mark, on a requirement, in a group, and that are looked for. */
export function filtered(picture: Picture, { mark, requirement, group: only, isSought }: Filter): readonly Group[] {
  const groups = groupsIn(picture, only)
  if (mark === undefined && requirement === undefined && !isSought) return groups
  const rows = rowsOf(picture.groups)
  const places = requirement && Object.entries(requirement.rows).flatMap(([of, at]) => ((mark ?? of) === of ? at : []))
  const having = places && new Set(places.map((place) => rows[place]))
  const fits = (row: Row) =>
    (having ? having.has(row) : mark === undefined || row.counts[mark] !== undefined) && (!isSought || isSought(row))
  return groups.map((group) => ({
    ...group,
    own: group.own && fits(group.own) ? group.own : undefined,
    rows: group.rows.filter(fits),
  }))
}

/** How many findings of each mark there are on a requirement in some of the groups; none of a mark that is not there. */
export function countsIn(groups: readonly Group[], { groups: all }: Picture): (on: RequirementCounts) => Counts {
  const own = new Set(rowsOf(groups))
  const isOwn = rowsOf(all).map((row) => own.has(row))
  return ({ rows }) =>
    Object.fromEntries(
      MARKS.flatMap((mark) => {
        const count = rows[mark]?.filter((place) => isOwn[place]).length
        return count ? [[mark, count]] : []
      }),
    )
}

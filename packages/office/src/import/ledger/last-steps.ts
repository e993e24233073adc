import type { DraftLedger } from './draft-ledger.ts'

interface Step {
  readonly name: string
  /** Why it comes after those above. */
  readonly why: string
  readonly run: (draft: DraftLedger) => void
}

type EarlierAmounts = ReadonlyMap<string, readonly number[]>

/** What can be said only when all tables are read. Each step asks what those before it have left of the ledger. */
function lastSteps(before: EarlierAmounts): readonly Step[] {
  return [
    {
      name: 'what waited for all records',
      why: 'References find their records now, and what cells contradict each other about goes: the rest builds on it.',
      run: (draft) => draft.settle(),
    },
    {
      name: 'lists in which a row was not read',
      why: 'The records of such a row are found by names, also by those of records that were only now made.',
      run: (draft) => draft.unread.settle(draft),
    },
    {
      name: 'beginnings that follow from ends',
      why: 'Only where no cell gives the beginning or contradicts it, and of which kind an organization is is settled.',
      run: (draft) => draft.ends.settle(draft),
    },
    {
      name: 'what remarks say to be otherwise',
      why: 'A remark about an end is one about the beginning that was made from it.',
      run: (draft) => draft.contested.settle(draft),
    },
    {
      name: 'what sheets that are not read say of records',
      why: 'All records have their names now.',
      run: (draft) => draft.unreadSheets.settle(draft),
    },
    {
      name: 'what words that are not understood leave open',
      why: 'What is left out already, because a remark that is understood says so, is told as that.',
      run: (draft) => draft.doubted.settle(draft),
    },
    {
      name: 'numbers that may not be worked out',
      why: 'Of which numbers two cells or a remark leave open, the steps above have settled.',
      run: (draft) => draft.openNumbers.settle(draft),
    },
    {
      name: 'what is not all that belongs together',
      why: 'Which records refer to which is settled.',
      run: (draft) => draft.groupsNotWhole.settle(draft),
    },
    {
      name: 'what being listed says of records',
      why: 'It gives way to whatever a cell says, and to whatever any of the steps above leaves open.',
      run: (draft) => draft.presumptions.settle(draft),
    },
    {
      name: 'amounts that are hard to believe',
      why: 'They are compared with each other, when nothing else is to be read of any.',
      run: (draft) => draft.amounts.tellUnlikely(draft, before),
    },
  ]
}

/** Ends an import, after all tables are read. `before`: the amounts of an earlier ledger, by their keys. */
export function takeLastSteps(draft: DraftLedger, before: EarlierAmounts): void {
  for (const { run } of lastSteps(before)) run(draft)
}

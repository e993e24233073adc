import { diffArrays } from 'diff'

/** Words of one kind: as they are, or words that the new text adds or removes. */
export interface Run {
  readonly text: string
  readonly mark?: 'added' | 'removed'
}

/** Texts of more signs than this, one times the other, are shown whole: a difference so long helps nobody. */
const DIFFED = 4_000_000
/** So few signs between two changes help nobody either. */
const BETWEEN = /^[\p{L}\p{N}]{1,2}$/u

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

/** The words of a text with what a new one removes from them and adds to them; dates, numbers and names go whole. */
export function markedWords(before: string, after: string): Run[] {
  if (before.length * after.length > DIFFED)
    return [
      { text: before, mark: 'removed' },
      { text: after, mark: 'added' },
    ]
  const changes = diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }): Run => {
    const text = value.join('')
    return added ? { text, mark: 'added' } : removed ? { text, mark: 'removed' } : { text }
  })
  return inOrder(
    changes.flatMap((run, i): Run[] => {
      const isBetween = run.mark === undefined && changes[i - 1]?.mark && changes[i + 1]?.mark && BETWEEN.test(run.text)
      return isBetween
        ? [
            { text: run.text, mark: 'removed' },
            { text: run.text, mark: 'added' },
          ]
        : [run]
    }),
  )
}

/** Of changes that follow each other, what is removed stands before what is added. */
function inOrder(runs: readonly Run[]): Run[] {
  const result: Run[] = []
  let [removed, added] = ['', '']
  const flush = () => {
    if (removed !== '') result.push({ text: removed, mark: 'removed' })
    if (added !== '') result.push({ text: added, mark: 'added' })
    ;[removed, added] = ['', '']
  }
  for (const run of runs) {
    if (run.mark === 'removed') removed += run.text
    else if (run.mark === 'added') added += run.text
    else {
      flush()
      result.push(run)
    }
  }
  flush()
  return result
}

function wordsOf(text: string): string[] {
  return [...WORDS.segment(text)].map(({ segment }) => segment)
}

import type { ComponentChildren } from 'preact'
import type { Picture } from '../engine/picture.ts'
import { LOADING } from '../state/loading.ts'
import { useWords, useWork } from '../state/use-work.ts'
import { NotReady } from './not-ready.tsx'

/** What needs a ledger that was judged; else what is to be done first. */
export function WithPicture({ children }: { children: (picture: Picture) => ComponentChildren }) {
  const work = useWork()
  const words = useWords()
  const picture = work.evaluation.picture.value
  if (picture.state === 'ready') return <>{children(picture.value)}</>
  if (picture.state === 'none' && work.isStarting.value) return <NotReady of={LOADING} waiting={words.loading} />
  if (picture.state !== 'none') return <NotReady of={picture} waiting={words.judging} />
  return (
    <p class="empty">
      {work.ledgers.open.value ? (
        words.chooseDay
      ) : (
        <>
          {words.results.noPicture} <a href="#/start">{words.screens.start}</a>
        </>
      )}
    </p>
  )
}

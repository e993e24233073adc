import { DayInput } from './day-input.tsx'
import { useText, useWords, useWork } from '../state/use-work.ts'

/** What everything below rests on: the policy, the profile, the day and the ledger. */
export function HeadLine() {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const rules = work.inForce.rules.value
  const ledger = work.ledgers.open.value
  const opening = work.ledgers.opening.value
  return (
    <header class="head-line">
      <button type="button" class="skip" onClick={skip}>
        {words.skip}
      </button>
      <a class="logo" href="#/start">
        {words.name}
      </a>
      {rules.state === 'ready' && (
        <>
          <span class="policy" title={text(rules.value.title)}>
            {[rules.value.number, text(rules.value.title)].filter(Boolean).join(' · ')}
          </span>
          <span class="version">{words.version(rules.value.version)}</span>
          {rules.value.profiles.length > 0 && (
            <label title={words.profileAbout}>
              {words.profile}
              <select
                value={work.evaluation.profile.value ?? ''}
                disabled={opening !== undefined}
                onChange={({ currentTarget }) => void work.evaluation.judgeUnder(currentTarget.value)}
              >
                {rules.value.profiles.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {text(label)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label class="day">
            {words.asOf}
            <DayInput
              day={work.evaluation.asOf.value}
              isRequired
              isLocked={opening !== undefined}
              onDay={(day) => void work.evaluation.judgeAsOf(day)}
            />
          </label>
        </>
      )}
      {opening !== undefined ? (
        <span class="ledger" role="status">
          <progress /> {words.opening(opening)}
        </span>
      ) : (
        ledger && (
          <span class="ledger">
            {ledger.name}
            <small>{ledger.head.day === undefined ? words.noLedgerDay : words.ledgerDay(ledger.head.day)}</small>
          </span>
        )
      )}
      <button
        type="button"
        class="plain"
        lang={work.language.value === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void work.speak(work.language.value === 'zh' ? 'en' : 'zh')}
      >
        {words.otherLanguage}
      </button>
    </header>
  )
}

/** Goes past what every screen begins with. The address is taken by the screens, so this is no link. */
function skip(): void {
  const main = document.querySelector('main')
  if (!main) return
  main.tabIndex = -1
  main.focus()
}

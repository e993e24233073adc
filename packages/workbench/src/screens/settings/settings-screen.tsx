import { useSignal } from '@preact/signals'
import { readCaller, type Caller } from '../../state/drafts.ts'
import { rowsOf } from '../../engine/picture.ts'
import { NotReady } from '../../parts/not-ready.tsx'
import { usePerson } from '../../parts/use-person.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'
import { loaded, LOADING, NONE, type Loading } from '../../state/loading.ts'

export function SettingsScreen() {
  const words = useWords()
  return (
    <main class="settings">
      <h1>{words.screens.settings}</h1>
      <TokenSetting />
      <NameSettings />
      <ClearSetting />
    </main>
  )
}

/** With which the service answers where a token is none of its own. */
const REFUSED: ReadonlySet<number> = new Set([401, 403])

function TokenSetting() {
  const work = useWork()
  const words = useWords()
  const personName = usePerson()
  const typed = useSignal('')
  const caller = useSignal<Loading<Caller>>(NONE)
  const use = async (token: string) => {
    caller.value = NONE
    typed.value = ''
    await work.useToken(token)
    if (token === '' || work.inForce.rules.value.state !== 'ready') return
    caller.value = LOADING
    const found = await loaded(readCaller)
    if (token === work.token.value) caller.value = found
  }
  const rules = work.inForce.rules.value
  const isRefused = rules.state === 'unavailable' && REFUSED.has(rules.status) && work.token.value !== ''
  return (
    <section>
      <h2>{words.settings.token}</h2>
      <p>{words.settings.tokenAbout}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void use(typed.value.trim())
        }}
      >
        <input
          type="password"
          autocomplete="off"
          aria-label={words.settings.token}
          value={typed.value}
          onInput={({ currentTarget }) => (typed.value = currentTarget.value)}
        />{' '}
        <button disabled={typed.value.trim() === ''}>{words.settings.useToken}</button>{' '}
        {work.token.value !== '' && (
          <button type="button" onClick={() => void use('')}>
            {words.settings.noToken}
          </button>
        )}
      </form>
      {isRefused ? (
        <p class="refusal" role="alert">
          {words.settings.badToken}
        </p>
      ) : (
        <NotReady of={rules} waiting={words.loading} />
      )}
      {work.token.value !== '' && !isRefused && caller.value.state === 'none' && (
        <p>{words.settings.hasToken(work.token.value.slice(-4))}</p>
      )}
      {caller.value.state === 'ready' ? (
        <p role="status">
          {words.settings.tokenOf(
            personName(caller.value.value.name),
            caller.value.value.roles.map((role) => words.roles[role] ?? role).join(words.listed),
          )}
        </p>
      ) : (
        <NotReady of={caller.value} waiting={words.loading} />
      )}
    </section>
  )
}

/** A name for each record that the ledger knows by its id alone. */
function NameSettings() {
  const work = useWork()
  const words = useWords()
  const text = useText()
  const picture = work.evaluation.picture.value
  const rows = picture.state === 'ready' ? rowsOf(picture.value.groups) : []
  const isOpen = useSignal(false)
  const unnamed = rows.filter(({ unit: { id, name, pointer } }) => name === undefined && id !== pointer)
  return (
    <section>
      <h2>{words.settings.names}</h2>
      <p>{words.settings.namesAbout}</p>
      {unnamed.length === 0 ? (
        <p class="empty">{words.settings.noNames}</p>
      ) : (
        <details onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
          <summary>{words.settings.unnamed(unnamed.length)}</summary>
          <ul class="names">
            {(isOpen.value ? unnamed : []).map(({ unit: { id, label, pointer } }) => (
              <li key={pointer}>
                <label>
                  <span>
                    {text(label)} {id}
                  </span>
                  <input
                    value={work.ledgers.names.value[id] ?? ''}
                    onChange={({ currentTarget }) => void work.ledgers.nameOrganization(id, currentTarget.value)}
                  />
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ClearSetting() {
  const work = useWork()
  const words = useWords()
  const isCleared = useSignal(false)
  const clear = async () => {
    if (!confirm(words.settings.sure)) return
    await work.clear()
    isCleared.value = true
  }
  return (
    <section>
      <h2>{words.settings.clear}</h2>
      <p>{words.settings.clearAbout}</p>
      <button type="button" onClick={() => void clear()}>
        {words.settings.clear}
      </button>
      {isCleared.value && <p role="status">{words.settings.cleared}</p>}
    </section>
  )
}

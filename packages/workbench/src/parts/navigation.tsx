import { addressOf, SCREENS } from '../address.ts'
import { useWords, useWork } from '../state/use-work.ts'

export function Navigation() {
  const { screen } = useWork().address.value
  const words = useWords()
  return (
    <nav class="navigation">
      {SCREENS.map((name) => (
        <a key={name} href={addressOf(name)} aria-current={name === screen ? 'page' : undefined}>
          {words.screens[name]}
        </a>
      ))}
      <p>{words.local}</p>
    </nav>
  )
}

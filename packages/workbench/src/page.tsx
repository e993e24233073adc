import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Screen } from './address.ts'
import { HeadLine } from './parts/head-line.tsx'
import { later } from './parts/later.tsx'
import { NewerVersion } from './parts/newer-version.tsx'
import { Navigation } from './parts/navigation.tsx'
import { TakenIn } from './parts/taken-in.tsx'
import { ResultsScreen } from './screens/results/results-screen.tsx'
import { StartScreen } from './screens/start/start-screen.tsx'
import { useWords, useWork } from './state/use-work.ts'

const SCREENS: Record<Screen, ComponentType> = {
  start: StartScreen,
  import: later(async () => (await import('./screens/import/import-screen.tsx')).ImportScreen),
  results: ResultsScreen,
  papers: later(async () => (await import('./screens/papers/papers-screen.tsx')).PapersScreen),
  'fill-in': later(async () => (await import('./screens/fill-in/fill-in-screen.tsx')).FillInScreen),
  policy: later(async () => (await import('./screens/policy/policy-screen.tsx')).PolicyScreen),
  revise: later(async () => (await import('./screens/revise/revise-screen.tsx')).ReviseScreen),
  approve: later(async () => (await import('./screens/approve/approve-screen.tsx')).ApproveScreen),
  due: later(async () => (await import('./screens/due/due-screen.tsx')).DueScreen),
  settings: later(async () => (await import('./screens/settings/settings-screen.tsx')).SettingsScreen),
}

export function Page() {
  const { address, language } = useWork()
  const words = useWords()
  const { screen } = address.value
  const Shown = SCREENS[screen]
  useEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    document.title = `${words.screens[screen]} · ${words.name}`
  }, [language.value, screen])
  return (
    <div class={`page on-${screen}`}>
      <HeadLine />
      <Navigation />
      <Shown />
      <div class="news">
        <NewerVersion />
        <TakenIn />
      </div>
    </div>
  )
}

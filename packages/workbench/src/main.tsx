import { render } from 'preact'
import { readAddress } from './address.ts'
import { Engine } from './engine/engine.ts'
import { Page } from './page.tsx'
import { WorkContext } from './state/use-work.ts'
import { Work } from './state/work.ts'

const work = new Work(new Engine())
const follow = () => work.follow(readAddress(location.hash))
addEventListener('hashchange', follow)
follow()
render(
  <WorkContext.Provider value={work}>
    <Page />
  </WorkContext.Provider>,
  document.body,
)
void work.start()

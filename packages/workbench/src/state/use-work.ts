import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Text } from '@tiaoli/engine'
import { wordsIn, type Words } from '../words/words.ts'
import type { Work } from './work.ts'

export const WorkContext = createContext<Work | undefined>(undefined)

export function useWork(): Work {
  return useContext(WorkContext)!
}

/** The words of the page in the language that is chosen. */
export function useWords(): Words {
  return wordsIn(useWork().language.value)
}

/** Shows a text of the rules or the engine in the language that is chosen, or in the only one that it has. */
export function useText(): (text: Text) => string {
  const language = useWork().language.value
  return (text: Partial<Text>) => text[language] ?? text.zh ?? text.en ?? ''
}

import { useWords } from '../state/use-work.ts'

/** What people are called whom the service knows by ids of its own; others have the name that they were given. */
export function usePerson(): (id: string) => string {
  const { people } = useWords()
  return (id) => people[id] ?? id
}

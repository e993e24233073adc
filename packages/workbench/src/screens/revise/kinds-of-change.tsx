import type { RuleEdit } from '@tiaoli/authoring'
import type { VNode } from 'preact'
import type { Revisable } from '../../engine/revision-calls.ts'
import type { Revision } from '../../state/revision.ts'
import { EndForm } from './end-form.tsx'
import { ExceptionForm } from './exception-form.tsx'
import { FileList } from './file-list.tsx'
import { JsonForm } from './json-form.tsx'
import { ParameterList } from './parameter-list.tsx'
import { RequirementForm } from './requirement-form.tsx'
import { RequirementList } from './requirement-list.tsx'
import { ValueForm } from './value-form.tsx'
import { WordsForm } from './words-form.tsx'

/** The kinds of change that have a form; `json` is a file as it is written. */
export type KindOfChange = RuleEdit['kind'] | 'json'

interface Given {
  readonly revision: Revision
  readonly rules: Revisable
}

interface Change {
  /** What can be changed so, to choose from; none where nothing has to be chosen. */
  readonly choose: ((given: Given) => VNode) | undefined
  /** What an address names where there is nothing to choose. */
  readonly on?: string
  /** The form for what is chosen; undefined where the rules have no such thing. */
  readonly form: (given: Given, on: string) => VNode | undefined
}

/** In the order in which they are listed. */
export const CHANGES: Readonly<Record<KindOfChange, Change>> = {
  value: {
    choose: ({ revision, rules }) => <ParameterList parameters={rules.parameters} draft={revision.draft.value?.id} />,
    form: (given, on) => {
      const parameter = given.rules.parameters.find(({ id }) => id === on)
      return parameter && <ValueForm {...given} on={parameter} />
    },
  },
  requirement: {
    choose: undefined,
    on: 'new',
    form: (given) => <RequirementForm {...given} />,
  },
  end: {
    choose: ({ revision, rules }) => (
      <RequirementList kind="end" requirements={rules.requirements} draft={revision.draft.value?.id} />
    ),
    form: (given, on) => {
      const requirement = given.rules.requirements.find(({ id }) => id === on)
      return requirement && <EndForm {...given} on={requirement} />
    },
  },
  exception: {
    choose: ({ revision, rules }) => (
      <RequirementList
        kind="exception"
        requirements={rules.requirements.filter(({ from }) => !from)}
        draft={revision.draft.value?.id}
      />
    ),
    form: (given, on) => {
      const requirement = given.rules.requirements.find(({ id }) => id === on)
      return requirement && <ExceptionForm {...given} on={requirement} />
    },
  },
  words: {
    choose: ({ revision }) => <WordsForm revision={revision} />,
    form: ({ revision }) => <WordsForm revision={revision} />,
  },
  json: {
    choose: ({ revision }) => <FileList revision={revision} />,
    form: ({ revision }, on) => <JsonForm revision={revision} file={on} />,
  },
}

export const KINDS = Object.keys(CHANGES) as readonly KindOfChange[]

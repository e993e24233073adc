import { addressOf } from '../../address.ts'
import type { RevisableParameter, RevisableValue } from '../../engine/revision-calls.ts'
import { isFound } from '../../parts/is-found.ts'
import { SearchField } from '../../parts/search-field.tsx'
import { useRevisionWords } from '../../state/use-revision-words.ts'
import { useText, useWords, useWork } from '../../state/use-work.ts'

/** Every number that the rules use, those of packs that they use last, to be searched by its name, by what it leaves open and by what rests on it. */
export function ParameterList({
  parameters,
  draft,
}: {
  parameters: readonly RevisableParameter[]
  draft: string | undefined
}) {
  const search = useWork().searches.parameters
  const words = useRevisionWords()
  const inForce = useInForce()
  const text = useText()
  const fits = ({ id, label, question, usedBy }: RevisableParameter) =>
    isFound(search.value, [id, text(label), question && text(question), ...usedBy.map((one) => text(one.label))])
  const shown = [...parameters].sort((a, b) => Number(a.from !== undefined) - Number(b.from !== undefined)).filter(fits)
  return (
    <section>
      <p class="bar">
        <SearchField name={words.search} sought={search} />
      </p>
      {shown.length === 0 ? (
        <p class="empty">{words.nothingFound}</p>
      ) : (
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.columns.name}</th>
              <th scope="col">{words.columns.value}</th>
              <th scope="col">{words.columns.uses}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, label, values, usedBy, from }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={addressOf('revise', { draft, kind: 'value', on: id })}>{text(label)}</a>
                  {from && <small>{words.usedPack(text(from))}</small>}
                </th>
                <td>
                  {inForce(values.filter(({ isDraft }) => !isDraft)) || words.open}
                  <DraftValues values={values} />
                </td>
                <td>{usedBy.length}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** What the draft says instead, which nobody has approved. */
function DraftValues({ values }: { values: readonly RevisableValue[] }) {
  const words = useRevisionWords()
  const text = useText()
  const said = useSaidOnce()(
    values.filter(({ isDraft }) => isDraft).map((value) => words.draftValue(text(value.text), value.from)),
  )
  return said === '' ? null : <small>{said}</small>
}

/** The value, once where all profiles have the same; else that of each. */
function useInForce(): (values: readonly RevisableValue[]) => string {
  const { labelled, listed, parted } = useWords()
  const saidOnce = useSaidOnce()
  const text = useText()
  return (values) => {
    const different = [...new Set(values.map((value) => text(value.text)))]
    if (different.length < 2 || values.some(({ profile }) => !profile)) return saidOnce(different)
    return different
      .map((said) => {
        const having = values.flatMap((value) =>
          text(value.text) === said && value.profile ? text(value.profile) : [],
        )
        return labelled(having.join(listed), said)
      })
      .join(parted)
  }
}

/** Each value once, however many profiles have it. */
function useSaidOnce(): (values: readonly string[]) => string {
  const { listed } = useWords()
  return (values) => [...new Set(values)].join(listed)
}

import { describeRequirement, findDefinitions } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { findingOn, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

const asked = {
  id: 'asked',
  status: 'pending',
  text: words('已经申请', 'It was applied for'),
  when: leaf('kitchen.seats', 'equal', 1),
}
const small = { id: 'small', text: words('座位不多', 'Few seats'), when: leaf('kitchen.seats', 'lessThan', 9) }
const tiny = { id: 'tiny', text: words('座位很少', 'Hardly a seat'), when: leaf('kitchen.seats', 'lessThan', 5) }
const WAIT = { remedy: words('等候答复。', 'Wait.') }
const ENLARGE = { remedy: words('增加座位。', 'Add seats.') }
const MOVE = { remedy: words('搬迁。', 'Move.') }
const APPLY = { remedy: words('办理许可。', 'Apply for the licence.') }

function kitchen(parts: object): ToyParts {
  return { requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, ...APPLY, ...parts })] }
}

describe('what is to be done', () => {
  const remedy = (parts: object, seats: number, licensed = false) =>
    findingOn(kitchen(parts), { licensed, seats }).remedy?.zh

  it('is what the exception says that decides, and else what the requirement says', () => {
    const parts = { unless: [{ ...asked, ...WAIT }] }
    expect([remedy(parts, 1), remedy(parts, 2)]).toEqual(['等候答复。', '办理许可。'])
    expect(remedy({ unless: [asked] }, 1)).toBe('办理许可。')
  })

  it('is what the first note that is shown and says something of it has to say', () => {
    const parts = { notes: [small, { ...tiny, ...MOVE }, { ...small, id: 'again', ...ENLARGE }] }
    expect([remedy(parts, 4), remedy(parts, 8), remedy(parts, 9)]).toEqual(['搬迁。', '增加座位。', '办理许可。'])
  })

  it('is what the exception says, whatever a note says', () => {
    expect(remedy({ unless: [{ ...asked, ...WAIT }], notes: [{ ...tiny, ...MOVE }] }, 1)).toBe('等候答复。')
    expect(remedy({ unless: [asked], notes: [{ ...tiny, ...MOVE }] }, 1)).toBe('搬迁。')
  })

  it('is nothing where all is well, whatever a note says', () => {
    expect(remedy({ notes: [{ ...small, ...ENLARGE }] }, 4, true)).toBeUndefined()
  })

  it('may show facts and parameters', () => {
    const told = {
      remedy: words('由{kitchen.seats}减至{parameters.limit}', 'From {kitchen.seats} to {parameters.limit}'),
    }
    const limit = { label: words('上限', 'limit'), type: 'integer', question: words('几个？', 'How many?'), values: [] }
    const parts = { ...kitchen({ notes: [{ ...small, ...told }] }), parameters: { limit } }
    expect(findingOn(parts, { licensed: false, seats: 4 }).remedy?.zh).toBe('由4个减至未设定')
    expect(findingOn(parts, { licensed: false, seats: 4 }, { parameters: { limit: 3 } }).remedy?.zh).toBe('由4个减至3')
  })

  it('is in the handbook beside the exception and the note, and is found by its words', () => {
    const policy = compile(toyPack(kitchen({ unless: [{ ...asked, ...WAIT }], notes: [{ ...small, ...ENLARGE }] })))
    const lines = JSON.stringify(describeRequirement(policy, 'rule', 'zh')!.sections)
    expect(lines).toContain('整改：等候答复。')
    expect(lines).toContain('整改：增加座位。')
    expect(findDefinitions(policy, '增加座位').map(({ id }) => id)).toEqual(['rule'])
    expect(findDefinitions(policy, '等候').map(({ id }) => id)).toEqual(['rule'])
  })
})

import { amend, dossierBlocks, dossierMarkdown, withDraft, type Dossier } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { isTransitional } from '../../../packages/authoring/src/amend/transitional-rule.ts'
import { compiledPack, readPack } from '../../load-packs.ts'
import { GANZHOU, noticeOf2027 as read } from './ganzhou-notice.ts'

const TITLE = '《关于全面加强新时代全市律师行业党建工作的实施意见》'
const { plan } = compiledPack(GANZHOU)
const at = (isThere: (place: string) => boolean) =>
  [...plan.clauses.values()].flatMap(({ document, id, place }) =>
    document.id === GANZHOU && isThere(place?.zh ?? '') ? [id] : [],
  )
const fate = ({ clauses }: Dossier, wanted: string) =>
  clauses.flatMap(({ clause, fate: own }) => (own === wanted ? [clause] : []))
const endedIn = ({ draft }: Dossier) =>
  (
    JSON.parse(draft['documents/notice/clauses.json']!) as { clauses: { changes?: { ends?: unknown[] }[] }[] }
  ).clauses.flatMap(({ changes = [] }) => changes.flatMap(({ ends = [] }) => ends))
const STAGES = at((place) => place.includes('阶段'))

describe('what is done with, and ended for that', () => {
  it.each([
    '第二部分所列三个阶段目标任务已经完成，不再执行。',
    '鉴于第二部分确定的三个阶段工作任务均已完成，停止执行。',
    '第二部分规定的三个阶段的目标已如期实现，不再施行。',
  ])('is as many stages as are counted, and the rest of the place is to be read: %s', (said) => {
    const dossier = read(`一、${said}`, `二、${TITLE}的有效期延长至2030年12月31日。`)
    expect(fate(dossier, 'dropped')).toEqual(STAGES)
    expect(endedIn(dossier)).toEqual(STAGES)
    expect(fate(dossier, 'named')).toEqual(at((place) => place === '二、工作目标'))
    expect(dossier.prolongedTo).toBe('2030-12-31')
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain(
      `## 条款：改变 ${STAGES.length} 条，待核对 ${fate(dossier, 'named').length} 条，不变 ${dossier.kept} 条`,
    )
    expect(loadPack(withDraft(readPack(GANZHOU), dossier)).diagnostics).toEqual([])
  })

  it.each([
    '第二部分所列各项目标任务已经完成，不再执行。',
    '第二部分已完成历史使命，不再适用。',
    '第二部分规定的工作已到期，终止执行。',
  ])('is all that stands at the place: %s', (said) => {
    expect(fate(read(`一、${said}`), 'dropped')).toEqual(at((place) => place.startsWith('二、')))
  })

  it.each([
    ['for another number of stages', '第二部分所列四个阶段目标任务已经完成，不再执行。'],
    ['for some of what stands there', '第二部分中关于党建示范点的要求已经完成，不再执行。'],
    ['where nothing is ended', '第二部分已完成历史使命。'],
  ])('is listed and not ended %s', (_, said) => {
    const dossier = read(`一、${said}`)
    expect(endedIn(dossier)).toEqual([])
    expect(fate(dossier, 'named').length).toBeGreaterThan(0)
  })

  it.each(['Part 2 no longer applies.', 'Part 2 shall cease to apply.', 'Part 2 shall no longer apply.'])(
    'may be said in English: %s',
    (said) => {
      expect(fate(read(`1. ${said}`), 'dropped')).toEqual(at((place) => place.startsWith('二、')))
    },
  )
})

describe('a transitional rule', () => {
  it.each([
    ['本通知施行前已受理的“一肩挑”书面报告，仍按原规定办理。', ['s3.5.a1', 's3.5.a2']],
    ['本通知印发前已按三、（六）开展的述职评议，继续按照原规定执行。', at((place) => place === '三、（六）')],
    ['2027年1月1日前已经签订的合同，仍按原约定执行。', undefined],
    ['实施前尚未了结的事项，仍按原规定执行。', undefined],
    ['设置过渡期至2027年6月30日。', undefined],
  ])('is listed as one, with what it speaks of where that is known: %s', (said, touches) => {
    const dossier = read('一、“一名副书记”改为“两名副书记”。', `二、${said}`)
    expect(dossier.remarks).toEqual([{ about: 'transitional', text: `二、${said}`, ...(touches && { touches }) }])
    expect(dossier.clauses.map(({ clause }) => clause)).toEqual(['s3.5.a4'])
    expect(dossierMarkdown(dossierBlocks(dossier, 'zh'))).toContain('- 过渡规定，草案没有写入')
  })

  it('goes with the order in its sentence, and ends or prolongs nothing itself', () => {
    const both = read('将“一名副书记”修改为“两名副书记”，本通知施行前已任职的，仍按原规定执行。')
    expect(fate(both, 'reworded')).toEqual(['s3.5.a4'])
    expect(both.remarks.map(({ about }) => about)).toEqual(['transitional'])
    const going = read(`本通知施行前已受理的事项，继续执行${TITLE}。`)
    expect(going.remarks.map(({ about }) => about)).toEqual(['transitional'])
    const ending = read(`${TITLE}自2027年1月1日起废止，此前已受理的仍按原规定办理。`)
    expect(ending.endsOn).toBe('2027-01-01')
    expect(ending.remarks.map(({ about }) => about)).toEqual(['transitional'])
  })

  it('is told of a reissued document', () => {
    const text = `${[...plan.clauses.values()].map(({ text: { zh } }) => zh).join('')}\n本意见施行前已受理的，按原规定办理。`
    const dossier = amend(readPack(GANZHOU), compiledPack(GANZHOU), { id: 'reissue', from: '2027-01-01', text })
    expect(dossier.remarks).toEqual([{ about: 'transitional', text: '本意见施行前已受理的，按原规定办理。' }])
  })

  it.each([
    '本办法施行之前取得资格的人员，可以继续享受原有待遇，有效期满后按照本办法执行。',
    '已享受补贴的企业，继续按原标准执行至期满。',
    '此前签订的协议继续有效。',
    'Applications made before the commencement of this notice shall be dealt with as if it had not been made.',
    'Permits granted before 1 January 2027 remain subject to the earlier rules.',
    'Transitional provision: pending cases.',
  ])('is known by its words: %s', (said) => {
    expect(isTransitional(said)).toBe(true)
  })

  it.each([
    '各律所应于2027年3月31日前按要求报送材料。',
    '2027年12月底前，全面完成调查摸底。',
    '在“按要求执行”前增加“原则上”。',
    '已建立党组织的律所要按期换届。',
    '律所党组织书记要按照预算决定党建经费开支。',
    '本通知自2027年1月1日起施行，原规定同时废止。',
    '删去第三部分第（五）项前的文字。',
    'Returns are due before 1 March 2027.',
    'Kitchens must be shut before ten and remain clean.',
  ])('is not what only has a last day, or orders something: %s', (said) => {
    expect(isTransitional(said)).toBe(false)
  })
})

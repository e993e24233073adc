import { answerOf, type Client } from '@tiaoli/client'
import { client, tokenOfHolder } from './request.ts'

export const PACK = 'ganzhou-2018-32'
export const BASICS = 'party-organization-basics'

/** Clients of an editor and two approvers. */
export async function officers() {
  const [editor, approver, other] = await Promise.all([
    tokenOfHolder('editor', 'editor'),
    tokenOfHolder('approver', 'approver'),
    tokenOfHolder('other-approver', 'approver'),
  ])
  return { editor: client(editor), approver: client(approver), other: client(other), editorToken: editor }
}

const drafts = (api: Client) => api.v1.packs[':pack'].drafts
const one = (api: Client) => drafts(api)[':draft']

export function beginDraft(api: Client, summary: string, fromVersion = 1, pack = PACK) {
  return answerOf(drafts(api).$post({ param: { pack }, header: {}, json: { summary, fromVersion } }))
}

type Change = (text: string) => string

/** A draft of version 1 with one file changed. */
export async function draftWith(api: Client, path: string, change: Change, pack = PACK) {
  const { draft } = await beginDraft(api, `change ${path}`, 1, pack)
  return saveText(api, draft, path, change(await fileOf(api, draft, path)))
}

/** A draft with another title of the smaller pack, whose cases run fast. */
export function retitled(api: Client) {
  return draftWith(api, 'pack.json', (text) => text.replace('"zh": "', '"zh": "新'), BASICS)
}

export async function fileOf(api: Client, draft: Seen, path: string): Promise<string> {
  return (await one(api).file.$get({ param: param(draft), query: { path } })).text()
}

interface Seen {
  pack: string
  id: string
  revision: number
}

const seen = ({ revision }: Seen) => ({ 'if-match': `"${revision}"` })
const param = ({ pack, id }: Seen) => ({ pack, draft: id })

export function saveText(api: Client, draft: Seen, path: string, text: string, summary?: string) {
  const json = { files: { [path]: text }, ...(summary === undefined ? {} : { summary }) }
  return answerOf(one(api).files.$patch({ param: param(draft), header: seen(draft), json }))
}

export function submit(api: Client, draft: Seen, compareOn: string[] = []) {
  return answerOf(one(api).submit.$post({ param: param(draft), header: seen(draft), json: { compareOn } }))
}

export function approve(api: Client, draft: Seen, reason?: string) {
  const json = reason === undefined ? {} : { reason }
  return answerOf(one(api).approve.$post({ param: param(draft), header: seen(draft), json }))
}

export function reject(api: Client, draft: Seen, reason: string) {
  return answerOf(one(api).reject.$post({ param: param(draft), header: seen(draft), json: { reason } }))
}

export function publish(api: Client, version: number, expectedSeq: number, key?: string, pack = BASICS) {
  return api.v1.packs[':pack'].publications.$post({
    param: { pack },
    header: key === undefined ? {} : { 'idempotency-key': key },
    json: { version, expectedSeq, reason: 'a test' },
  })
}

/** Changes a parameter of the literal profile: five full members from 2027. */
export function fiveFrom2027(text: string): string {
  const profile = JSON.parse(text) as { parameters: Record<string, object[]> }
  profile.parameters['minFullMembersForBranch'] = [
    { value: 3, to: '2027-01-01', assumption: { zh: '依章程。', en: 'By the constitution.' } },
    { value: 5, from: '2027-01-01', assumption: { zh: '示例。', en: 'An example.' } },
  ]
  return JSON.stringify(profile, null, 2)
}

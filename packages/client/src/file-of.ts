import { problemOf, type ClientResponse } from './answer-of.ts'

/** A file that the API made. */
export interface AnsweredFile {
  /** As `content-disposition` gives it; empty where it gives none. */
  name: string
  /** Its media type. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * The file of a response: a paper, a template, a dossier. Throws `ApiError` as `answerOf` does, which would take a file
 * for text.
 */
export async function fileOf(pending: Promise<ClientResponse>): Promise<AnsweredFile> {
  const response = await pending
  if (!response.ok) throw await problemOf(response)
  const { headers } = response
  return {
    name: nameIn(headers.get('content-disposition') ?? ''),
    type: headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

function nameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(disposition)?.[1]
  return encoded === undefined ? '' : decodeURIComponent(encoded)
}

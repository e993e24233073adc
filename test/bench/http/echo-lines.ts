/** As much at a time as the service reads and writes. */
const PIECE = 65_536

/** The measure of a stream: parses each line as it comes, the last one ending too, and sends it back. */
export default {
  fetch({ body }: Request): Response {
    const reader = body!.getReader({ mode: 'byob' })
    const decoder = new TextDecoder()
    const encoder = new TextEncoder()
    let rest = ''
    const answer = new ReadableStream<Uint8Array>({
      async pull(controller) {
        let piece = ''
        while (piece.length < PIECE) {
          const { value, done } = await reader.read(new Uint8Array(PIECE))
          if (done) break
          const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
          rest = lines.pop()!
          for (const line of lines) piece += `${JSON.stringify(JSON.parse(line))}\n`
        }
        if (piece === '') controller.close()
        else controller.enqueue(encoder.encode(piece))
      },
    })
    return new Response(answer, { headers: { 'content-type': 'application/x-ndjson' } })
  },
}

/** The measure of the others: parses the body and sends it back. */
export default {
  async fetch(request: Request): Promise<Response> {
    return new Response(JSON.stringify(await request.json()), { headers: { 'content-type': 'application/json' } })
  },
}

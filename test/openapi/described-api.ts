import { createApp } from '../../workers/api/src/app.ts'
import { describeRoutes } from '../../workers/api/src/http/openapi-document.ts'

/** The OpenAPI document as the service sends it. */
export const { text: describedApi } = describeRoutes(
  createApp(() => {
    throw new Error('The app is used for its description only')
  }),
)

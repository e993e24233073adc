import { buildWorkbench } from '../../scripts/build-workbench.ts'
import { startBundle, type DeployedBundle } from '../e2e/server.ts'

/** The workbench as it is deployed, with the API that it asks. */
export async function startWorkbench(): Promise<DeployedBundle> {
  await buildWorkbench()
  return startBundle({ REQUEST_LOG: 'off' })
}

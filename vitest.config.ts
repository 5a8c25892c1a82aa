import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { launchOptions } from './scripts/chromium.ts'
import viteConfig from './vite.config.ts'

/** True if the command line asks for the project, or for none in particular. */
function asked(project: string): boolean {
  const wanted = process.argv.flatMap((word, i, words) =>
    word === '--project' ? [words[i + 1]] : word.startsWith('--project=') ? [word.slice(10)] : [],
  )
  return wanted.length === 0 || wanted.includes(project)
}

const node: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'node',
    environment: 'node',
    // Nothing here is timed; a busy machine must not fail a test.
    testTimeout: 60_000,
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/browser/**', 'test/e2e/**', 'test/long/**'],
  },
}

/** Full-length training runs: `npm run test:long`. */
const long: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: 'long', environment: 'node', include: ['test/long/**/*.test.ts'], testTimeout: 3_600_000 },
}

/** A real Chromium: WebGL on SwiftShader, WASM, module workers. Looked for only when it is asked for. */
async function browser(): Promise<TestProjectInlineConfiguration> {
  return {
    extends: true,
    // Packages found late would reload the page in the middle of a test.
    optimizeDeps: {
      entries: ['test/browser/**/*.test.{ts,tsx}', 'src/model/{layers,networks,engine}/**/*.ts'],
    },
    test: {
      name: 'browser',
      include: ['test/browser/**/*.test.{ts,tsx}'],
      testTimeout: 60_000,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: await launchOptions({ concurrent: false }) }),
        instances: [{ browser: 'chromium' }],
      },
    },
  }
}

export default defineConfig(async (env) => ({
  ...viteConfig(env),
  test: {
    maxWorkers: 2,
    allowOnly: false,
    passWithNoTests: false,
    projects: [node, long, ...(asked('browser') ? [await browser()] : [])],
  },
}))

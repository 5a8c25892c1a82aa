import { defineConfig, devices } from '@playwright/test'
import { launchOptions } from './scripts/chromium.ts'

const training = /(live|machines)\.spec\.ts/

/** The built site in a real browser; each worker serves dist/ itself (test/e2e/fixtures.ts). */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/results/e2e.json' }]],
  use: {
    locale: 'en-GB',
    screenshot: 'only-on-failure',
  },
  projects: [
    // First, since its tests wait for each other: at the end the other worker would have nothing left to do.
    {
      name: 'training',
      testMatch: training,
      use: { ...devices['Desktop Chrome'], launchOptions: await launchOptions({ concurrent: false }) },
    },
    // Without a software GPU pages are composed much faster, and only training asks for WebGL.
    {
      name: 'page',
      testIgnore: training,
      use: {
        ...devices['Desktop Chrome'],
        launchOptions: await launchOptions({ webgl: 'none', concurrent: false }),
      },
    },
  ],
})

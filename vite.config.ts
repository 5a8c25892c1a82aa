import { existsSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { firstStylesPlugin } from './build/firstStyles.ts'
import { fontPlugin } from './build/fonts.ts'
import { katexPlugin } from './build/katex.ts'
import { messagesPlugin } from './build/messages.ts'
import { prerenderPlugin } from './build/prerender.ts'
import { sharedChunks } from './build/sharedChunks.ts'
import { apartFromEntry, entriesNotImported } from './build/workerEntries.ts'
import { contentSecurityPolicy } from './scripts/csp.ts'
import { firstScript } from './scripts/firstScript.ts'
import { collectShipped, isSiteBuild, noticesFile } from './scripts/notices.ts'

/**
 * Writes the content security policy into the built pages, and the script that it allows inside them; `npm run dev`
 * needs inline styles and prerenders nothing.
 */
function policyTag(): Plugin {
  return {
    name: 'content-security-policy',
    apply: isSiteBuild,
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
      { tag: 'script', children: firstScript, injectTo: 'head' },
    ],
  }
}

const pages = ['index.html', 'embed.html'].filter((page) => existsSync(`${import.meta.dirname}/${page}`))

export default defineConfig(({ isSsrBuild }) => ({
  // Relative addresses: the built site works from any sub-path.
  base: './',
  plugins: [
    react(),
    messagesPlugin(),
    katexPlugin(),
    firstStylesPlugin('src/main.tsx'),
    fontPlugin(),
    policyTag(),
    collectShipped(),
    noticesFile(),
    // SITE_URL: where the site will stand, for the links between its languages.
    prerenderPlugin({ entry: 'build/entryServer.tsx', siteUrl: process.env.SITE_URL }),
  ],
  resolve: {
    alias: [
      // Parts of TensorFlow.js that register themselves and that nothing here uses.
      {
        find: /^\.\.?\/(io\/)?(indexed_db|local_storage)$/,
        replacement: `${import.meta.dirname}/build/noModelStorage.ts`,
      },
      {
        find: /^\.\/optimizers\/register_optimizers$/,
        replacement: `${import.meta.dirname}/build/noOptimizers.ts`,
      },
      // The threaded build of its WASM is never chosen (kernels/wasm.ts), and its glue is 10 kB.
      {
        find: /^.*\/tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/,
        replacement: `${import.meta.dirname}/build/noThreads.ts`,
      },
    ],
  },
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    // Nothing as data: URL: the policy's font-src would refuse it.
    assetsInlineLimit: 0,
    // Every target knows modulepreload.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      ...(isSsrBuild === true ? {} : { input: pages }),
      // Licences are in THIRD-PARTY-NOTICES.txt.
      output: {
        comments: false,
        // What several parts of the page share is nearly all in its first view: one file packs better than ten.
        ...(isSsrBuild === true
          ? {}
          : {
              codeSplitting: {
                groups: sharedChunks(import.meta.dirname),
              },
            }),
      },
      // Cutting fonts and setting formulas is slow, and meant to be.
      checks: { pluginTimings: false },
    },
  },
  worker: {
    format: 'es' as const,
    plugins: () => [collectShipped(), entriesNotImported()],
    rolldownOptions: { output: { comments: false, ...apartFromEntry } },
  },
  // `npm run build` fills a folder beside dist/.
  server: { host: '127.0.0.1', watch: { ignored: ['**/dist.*/**'] } },
}))

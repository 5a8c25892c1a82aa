/** Lighthouse on the built site: its phone and its desktop preset, the run with the median performance score. */
import lighthouse, { desktopConfig } from 'lighthouse'
import { atLeast, atMost, type BenchContext, type Findings, type Line, type Row } from '../line.ts'
import { repeat } from '../statistics.ts'

interface Report {
  readonly performance: number
  readonly accessibility: number
  readonly bestPractices: number
  readonly seo: number
  /** Milliseconds. */
  readonly lcp: number
  readonly cls: number
  /** Milliseconds. */
  readonly tbt: number
  /** Audits that cost points, by name, outside of performance. */
  readonly failed: readonly string[]
}

type Preset = 'mobile' | 'desktop'

async function audit(url: string, port: number, preset: Preset): Promise<Report> {
  const result = await lighthouse(
    url,
    { port, logLevel: 'error', output: 'json' },
    preset === 'desktop' ? desktopConfig : undefined,
  )
  if (result === undefined) throw new Error('Lighthouse gave no result')
  const { categories, audits, runtimeError } = result.lhr
  if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`)
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100)
  const number = (id: string) => audits[id]?.numericValue ?? Number.NaN
  const failed = ['accessibility', 'best-practices', 'seo'].flatMap((id) =>
    (categories[id]?.auditRefs ?? [])
      .filter((ref) => ref.weight > 0 && (audits[ref.id]?.score ?? 1) < 1)
      .map((ref) => ref.id),
  )
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    seo: score('seo'),
    lcp: number('largest-contentful-paint'),
    cls: number('cumulative-layout-shift'),
    tbt: number('total-blocking-time'),
    failed,
  }
}

async function rowsOf(context: BenchContext, preset: Preset): Promise<Row[]> {
  const { siteUrl, debugPort, repeats, say } = context
  const reports = await repeat(repeats, async (run) => {
    say(`Lighthouse ${preset}, ${run + 1} of ${repeats}`)
    return audit(siteUrl, debugPort, preset)
  })
  const sorted = [...reports].sort((a, b) => a.performance - b.performance)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('Lighthouse did not run')
  const row = (
    name: string,
    value: number,
    rest: Pick<Row, 'unit' | 'kind' | 'budget'> & Partial<Row>,
  ): Row => ({
    name: `Lighthouse ${preset}: ${name}`,
    value,
    ...rest,
  })
  const full = { unit: '', kind: 'count', budget: atLeast(100) } as const
  const failed = [...new Set(reports.flatMap((report) => report.failed))]
  const why = failed.length === 0 ? {} : { note: failed.join(', ') }
  return [
    row('performance', middle.performance, {
      unit: '',
      kind: 'time',
      budget: atLeast(preset === 'mobile' ? 95 : 99),
      values: reports.map(({ performance }) => performance),
      note: `between ${sorted[0]?.performance} and ${sorted.at(-1)?.performance}`,
    }),
    row('accessibility', Math.min(...reports.map((report) => report.accessibility)), { ...full, ...why }),
    row('best practices', Math.min(...reports.map((report) => report.bestPractices)), full),
    row('SEO', Math.min(...reports.map((report) => report.seo)), full),
    row('largest contentful paint', middle.lcp / 1000, {
      unit: 's',
      kind: 'time',
      budget: preset === 'mobile' ? atMost(2) : null,
      values: reports.map(({ lcp }) => lcp / 1000),
    }),
    row('cumulative layout shift', middle.cls, {
      unit: '',
      kind: 'time',
      budget: { at: 'most', value: 0.02 },
      values: reports.map(({ cls }) => cls),
    }),
    row('total blocking time', middle.tbt, {
      unit: 'ms',
      kind: 'time',
      budget: preset === 'mobile' ? atMost(100) : null,
      values: reports.map(({ tbt }) => tbt),
    }),
  ]
}

export const lighthouseMobile: Line = {
  id: 'lighthouse-mobile',
  measure: async (context): Promise<Findings> => ({ rows: await rowsOf(context, 'mobile') }),
}

export const lighthouseDesktop: Line = {
  id: 'lighthouse-desktop',
  measure: async (context): Promise<Findings> => ({ rows: await rowsOf(context, 'desktop') }),
}

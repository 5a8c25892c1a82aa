import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { ErrorBoundary } from '../../src/components/ErrorBoundary.tsx'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

function Broken({ broken }: { broken: boolean }) {
  if (broken) throw new RangeError('cell outside')
  return <p>all is well</p>
}

test('what cannot be drawn is said, with a way out, and the page hears of it once', () => {
  const place = document.createElement('div')
  document.body.append(place)
  let heard = 0
  // React reports what the boundary caught; here it is what the test is about.
  const root = createRoot(place, { onCaughtError: () => undefined })
  const draw = (broken: boolean) =>
    act(() =>
      root.render(
        <ErrorBoundary message='It broke.' reload='Reload' onError={() => heard++}>
          <Broken broken={broken} />
        </ErrorBoundary>,
      ),
    )
  draw(false)
  expect([place.textContent, heard]).toEqual(['all is well', 0])
  draw(true)
  expect(place.querySelector('[role="alert"]')?.textContent).toBe('It broke. (cell outside)Reload')
  expect(place.querySelector('button')).not.toBeNull()
  expect(heard).toBe(1)
  act(() => root.unmount())
  place.remove()
})

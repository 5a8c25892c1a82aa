/**
 * Goes before the first script of every page, and of every worker, of the site that is tested (watched.ts): what goes
 * wrong is kept from then on. A page keeps it in the storage of its tab, where a reload leaves it.
 */
{
  const key = 'test-browsers:heard'
  const inPage = typeof document !== 'undefined'
  const channel = new BroadcastChannel(key)
  const keep = (text) => {
    const before = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    sessionStorage.setItem(key, JSON.stringify([...before, text]))
  }
  const note = inPage ? keep : (text) => channel.postMessage(`in a worker: ${text}`)
  if (inPage) channel.onmessage = ({ data }) => keep(data)
  // For those who read the console itself: what comes at the start has come.
  if (inPage) addEventListener('load', () => setTimeout(() => console.info('test-browsers: loaded'), 4000))
  for (const level of ['error', 'warn']) {
    const say = console[level].bind(console)
    console[level] = (...said) => {
      note(`console.${level}: ${said.map(String).join(' ')}`)
      say(...said)
    }
  }
  addEventListener(
    'error',
    (event) => {
      if (event instanceof ErrorEvent) return note(`uncaught: ${event.message}`)
      // Captured: what does not load tells nobody but itself. Firefox says so of a preload of a module that it has;
      // whatever else is wrong with one, its import says.
      const { rel, src, href } = event.target
      if (rel !== 'modulepreload') note(`did not load: ${src ?? href}`)
    },
    true,
  )
  addEventListener('unhandledrejection', ({ reason }) => note(`rejected: ${reason}`))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    note(`refused by ${violatedDirective}: ${blockedURI}`),
  )
}

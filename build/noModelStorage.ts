/**
 * Stands in for what TensorFlow.js keeps models in a browser with: the worker keeps none, and this is 2 kB of its
 * download (build/noOptimizers.ts another 6).
 */
export const BrowserIndexedDB = { URL_SCHEME: 'indexeddb://' } as const
export const BrowserLocalStorage = { URL_SCHEME: 'localstorage://' } as const
export class BrowserIndexedDBManager {}
export class BrowserLocalStorageManager {}

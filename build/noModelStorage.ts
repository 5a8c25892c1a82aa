/**
 * Stands in for what TensorFlow.js keeps models in a browser with: the worker keeps none, and this is 2 kB of its
 * download (build/noOptimizers.ts another 6).
 */
export class BrowserIndexedDB {
  static readonly URL_SCHEME = 'indexeddb://'
}
export class BrowserLocalStorage {
  static readonly URL_SCHEME = 'localstorage://'
}
export class BrowserIndexedDBManager {}
export class BrowserLocalStorageManager {}

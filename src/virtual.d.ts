/** Modules made by the plugins in build/. */
declare module 'virtual:messages/en' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/first/en' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/later/en' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/first/ko' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/later/ko' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/en/series' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/ko/series' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/ko' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/en/notes' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}
declare module 'virtual:messages/ko/notes' {
  const catalog: import('./components/text/i18n.tsx').Catalog
  export default catalog
}

/** The modern build of workbox-window; the package's own entry is the larger one for old browsers. */
declare module 'workbox-window/build/workbox-window.prod.mjs' {
  export { Workbox } from 'workbox-window';
}

/** Version of the app and a hash of its sources, put in by the build. */
declare const __APP_VERSION__: string;

/** A dictionary as a file of its own; the default export is its address within the app. */
declare module '*?words' {
  const address: string;
  export default address;
}

/** A script of its own beside the page; the default export loads it. */
declare module '*?beside' {
  const load: () => Promise<unknown>;
  export default load;
}

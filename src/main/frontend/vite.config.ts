import { defineConfig } from "vite";

/** Builds into the classes that Maven packs; during work on the page, `npm run dev` hands calls on to a demo. */
export default defineConfig({
  base: "/",
  // React's JSX needs no plugin: esbuild writes it, and pages are reloaded whole during work.
  esbuild: { jsx: "automatic" },
  // The icon is asked for under /assets/ like everything else, so that the demo serves two places alone.
  publicDir: false,
  build: {
    outDir: process.env.PAGE_DIR ?? "../../../target/classes/dev/signalman/playground/page",
    emptyOutDir: true,
    assetsDir: "assets",
    // Nothing inline: the demo's Content-Security-Policy allows files of its own alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { "/playground": process.env.DEMO ?? "http://localhost:8080" } },
});

import { defineConfig } from "vite";

/** Builds into the classes that Maven packages; during development, `npm run dev` forwards calls to a demo. */
export default defineConfig({
  base: "/",
  // React's JSX needs no plugin: esbuild compiles it, and development reloads whole pages.
  esbuild: { jsx: "automatic" },
  // The icon is under /assets/ like everything else, so the demo serves only two paths.
  publicDir: false,
  build: {
    outDir: process.env.PAGE_DIR ?? "../../../target/classes/dev/signalman/playground/page",
    emptyOutDir: true,
    assetsDir: "assets",
    // Nothing inline: the demo's Content-Security-Policy allows only its own files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { "/playground": process.env.DEMO ?? "http://localhost:8080" } },
});

import { defineConfig } from "vite";

const worker = process.env.DESK_WORKER ?? "http://127.0.0.1:8787";

export default defineConfig({
  server: {
    host: "127.0.0.1",
    // `vite` serves the page while it is worked on; the worker, which answers only its own origin, answers the API.
    proxy: { "/api": { target: worker, changeOrigin: true, headers: { origin: worker } } },
  },
  build: {
    target: "es2023",
    // Every asset stays a file of this origin: the policy allows data: for images only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

import { defineConfig } from "vite";

export default defineConfig({
  server: {
    host: "127.0.0.1",
    // `vite` serves the page while it is worked on; the worker answers the API.
    proxy: { "/api": process.env.DESK_WORKER ?? "http://127.0.0.1:8787" },
  },
  build: {
    target: "es2023",
    // Every asset stays a file of this origin: the policy allows data: for images only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

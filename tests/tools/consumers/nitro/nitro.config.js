const experimental = process.env.WITH_WASM ? { wasm: true } : {};

export default defineNitroConfig({ compatibilityDate: "2026-08-01", experimental });

// Says why the package does not load, if it does not.

export default defineEventHandler(() => import("iyzico-reversals").then(() => "loaded", ({ message }) => message));

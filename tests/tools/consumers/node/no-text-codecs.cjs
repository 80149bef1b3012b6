// Loaded before everything else, takes away what jest-environment-jsdom lacks.

delete globalThis.TextDecoder;
delete globalThis.TextEncoder;

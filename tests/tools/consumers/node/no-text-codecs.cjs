// Loaded first: removes the globals that jest-environment-jsdom lacks.

delete globalThis.TextDecoder;
delete globalThis.TextEncoder;

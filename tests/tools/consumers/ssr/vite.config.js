// Frameworks set `noExternal` where the server has no node_modules.
export default { ssr: process.env.BUNDLED ? { noExternal: true } : {} };

import plugin from "eslint-plugin-import";

export default [{ ...plugin.flatConfigs.recommended, files: ["*.js", "*.cjs"], languageOptions: { ecmaVersion: "latest" } }];

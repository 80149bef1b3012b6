// ESLint with the rules that resolve and parse imports.

import { checkShop, program } from "../checks.mjs";

export const steps = {
  eslint: async ({ workshop, check }) => {
    const cli = workshop.tool("eslint/bin/eslint.js");
    await check("eslint-plugin-import resolves every import", () => workshop.run(process.execPath, [cli, "--max-warnings", "0", "."], "eslint").then(() => {}));
    await checkShop(check, "the linted file", program(workshop, process.execPath, ["refund.js"], "eslint"));
  },
};

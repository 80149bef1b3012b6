// A handler with two dependencies: one imports the package, the other requires it.

import { handler as required } from "./handler.cjs";
import { handler as imported } from "./handler.js";

export const handler = (task) => (task.params.locale ? required(task) : imported(task));

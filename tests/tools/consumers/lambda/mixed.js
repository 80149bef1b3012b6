// A handler of whose dependencies one imports the package and another requires it.

import { handler as required } from "./handler.cjs";
import { handler as imported } from "./handler.js";

export const handler = (task) => (task.params.locale ? required(task) : imported(task));

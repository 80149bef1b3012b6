// The parts every answer of the terminal side shares. Where iyzico's documents disagree, a setting chooses.

import { systemTime } from "./answers.mjs";
import { describe } from "./errors.mjs";

/** A success body: `fields` after what every answer begins with; an undefined field is not written. */
export function terminalSuccess(call, world, fields) {
  return {
    status: statusWord("success", world),
    errorCode: world.settings.terminalSuccessCode ?? undefined,
    ...envelope(call, world),
    ...fields,
  };
}

/** A failure answer; it repeats those of the request's fields that the operation's schema has. */
export function terminalFailure(code, call, world, { field, echoed }) {
  const { group, message } = describe(code, call.field("locale")?.toLowerCase(), field);
  const fields = {
    status: statusWord("failure", world),
    errorCode: code,
    errorMessage: message,
    errorGroup: world.settings.terminalErrorGroup ? group : undefined,
    ...envelope(call, world),
    ...Object.fromEntries(echoed.map((name) => [name, call.field(name)])),
  };
  return { httpStatus: world.settings.failureStatus, fields };
}

function envelope(call, world) {
  return { conversationId: call.field("conversationId"), systemTime: systemTime(world) };
}

const statusWord = (word, { settings }) => (settings.terminalStatus === "uppercase" ? word.toUpperCase() : word);

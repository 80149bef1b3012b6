// Records every verdict of the package, to compare with the simulator's books.

export class Witness {
  /** { by, id, verdict, reason }: what the method `by` returned for the request with this id. */
  said = [];

  /** A subclass of one of the package's classes that records what it returns. */
  recording(Caller) {
    const record = (by, request, found) => this.#record(by, request, found);
    return class extends Caller {
      read(request, answer) {
        return record("read", request, super.read(request, answer));
      }

      reconcile(request, ...more) {
        return record("reconcile", request, super.reconcile(request, ...more));
      }

      precheck(draft, ...more) {
        return record("precheck", draft, super.precheck(draft, ...more));
      }
    };
  }

  #record(by, request, found) {
    const id = idOf(request);
    const { status, verdict = status, advice, reason = advice ?? "" } = found;
    if (id !== undefined) this.said.push({ by, id, verdict, reason });
    return found;
  }
}

/** The id of a request that moves money; `undefined` for a question. */
function idOf({ operation, body }) {
  if (!body || operation === "terminal.transactionStatus") return undefined;
  return nameIn(JSON.parse(body));
}

/** The id in a body or in params. */
export const nameIn = ({ transactionReferenceId, conversationId }) => transactionReferenceId ?? conversationId;

// The parts of Node, Express and Hono that the snippets use. Examples with the real ones are in examples/.

declare module "node:assert/strict" {
  const assert: { equal(actual: unknown, expected: unknown): void };
  export default assert;
}

declare module "node:test" {
  export function test(name: string, body: () => void): void;
}

declare module "express" {
  interface Incoming {
    readonly headers: Readonly<Record<string, string | string[] | undefined>>;
    readonly body: string;
  }
  interface Outgoing {
    status(status: number): Outgoing;
    send(text: string): unknown;
    sendStatus(status: number): unknown;
  }
  function express(): { post(path: string, ...handlers: (object | ((incoming: Incoming, response: Outgoing) => unknown))[]): void };
  namespace express {
    function text(options: { type: () => boolean }): object;
  }
  export default express;
}

declare module "hono" {
  interface Context {
    readonly req: { readonly raw: Request; text(): Promise<string> };
    text(text: string, status: number): Response;
    body(body: null, status: number): Response;
  }
  export class Hono {
    post(path: string, handler: (context: Context) => Promise<Response>): void;
  }
}

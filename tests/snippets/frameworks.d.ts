// The parts of Express and Hono that the snippets use. Examples with the real ones are in examples/.

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

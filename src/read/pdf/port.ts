/**
 * An in-process pair of message ports for pdf.js. Both halves of pdf.js run in this thread, so messages are passed
 * by reference; the library's own loopback port would clone every glyph, path and font on the way.
 */

type Listener = (event: { data: unknown }) => void;

/** The part of `MessagePort` that pdf.js uses. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(name: string, listener: Listener, options?: { signal?: AbortSignal }): void;
  removeEventListener(name: string, listener: Listener): void;
}

interface Chunk {
  fnArray: unknown[];
  argsArray: unknown[];
}

interface Message {
  action?: string;
  chunk?: Partial<Chunk>;
  data?: unknown;
}

/** Called with each message from the worker half; returning true keeps it from being delivered. */
export type Intercept = (action: string, data: unknown) => boolean;

/**
 * Two connected ports, `[main, worker]`.
 * Delivery is asynchronous and in order, as with real ports.
 */
export function createPortPair(intercept: Intercept): readonly [Port, Port] {
  const main = new LocalPort((message) => {
    worker.deliver(message);
  });
  const worker = new LocalPort((message) => {
    const { action, data } = message;
    if (action !== undefined && intercept(action, data)) return;
    main.deliver(withOwnArrays(message));
  });
  return [main, worker];
}

/** The worker half empties its operator arrays right after posting them, so the message needs arrays of its own. */
function withOwnArrays(message: Message): Message {
  const chunk = message.chunk;
  if (chunk?.fnArray === undefined || chunk.argsArray === undefined) return message;
  return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
}

class LocalPort implements Port {
  private readonly listeners = new Set<Listener>();

  constructor(private readonly send: (message: Message) => void) {}

  postMessage(message: unknown): void {
    this.send(message as Message);
  }

  deliver(message: Message): void {
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data: message });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener), { once: true });
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }
}

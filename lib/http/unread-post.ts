import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type RefusedStatus, refusedAnswer } from "./refused-page";

/** Header by which an action says which request it read. Written here, never taken from outside. */
export const POST_ID = "x-post-id";

// One copy a process, although the bundler loads this module more than once.
const shared = globalThis as typeof globalThis & { hannaUnreadPosts?: Set<string> };
shared.hannaUnreadPosts ??= new Set();
const unread = shared.hannaUnreadPosts;

/** An action of ours has the form: from here on a failure is ours. */
export function markRead(id: string | null): void {
  if (id !== null) unread.delete(id);
}

/**
 * A form that Next itself cannot take apart ends as a fault of the server, 500, before any action of ours is
 * called. It is the sender's: this makes it 400, with the page that says so.
 */
export function answerUnreadPost(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request;
  delete headers[POST_ID];
  const isAction =
    headers["next-action"] !== undefined || /^multipart\//i.test(headers["content-type"] ?? "");
  if (request.method !== "POST" || !isAction || (request.url ?? "").split("?")[0]?.endsWith("/enviar"))
    return;
  const id = randomUUID();
  headers[POST_ID] = id;
  unread.add(id);
  response.once("close", () => unread.delete(id));

  const { writeHead, write, end } = response;
  let replaced: Buffer | null = null;
  const replace = (status: number): boolean => {
    if (replaced === null && status === 500 && unread.has(id) && !response.headersSent) {
      const answer = refusedAnswer(400, headers.cookie);
      replaced = answer.body;
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.statusCode = 400 satisfies RefusedStatus;
      for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    }
    return replaced !== null;
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) =>
      replace(status)
        ? Reflect.apply(writeHead, response, [400])
        : Reflect.apply(writeHead, response, [status, ...rest]),
    write: (...args: unknown[]) =>
      replace(response.statusCode) ? true : Reflect.apply(write, response, args),
    end: (...args: unknown[]) =>
      Reflect.apply(end, response, replace(response.statusCode) ? [replaced] : args),
  });
}

import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isDownId } from "@/lib/failure-id";
import { bodies } from "@/lib/http/body-room";
import { awaitReading, dropRequest, failureOf, isUnread, REQUEST_ID } from "@/lib/http/failures";
import { logError } from "@/lib/log";
import { emptyAnswer } from "./empty-answer";
import { type OwnAnswer, ownAnswer, refusedAnswer } from "./refused-page";
import { languageOf, unavailablePage } from "./unavailable-page";
import { isUploadAddress } from "./upload-address";
import { whenOver } from "./when-over";

/**
 * Replaces Next's own error responses, which are in English or empty without scripts. A form that Next cannot
 * parse ends as 500 before any of our actions is called; it is the client's error, so it becomes 400. A failure
 * in our code is answered with the page that shows the id of its log line, or with 503 while the database
 * cannot be asked. A refusal without a body gets a page (empty-answer.ts).
 */
export function answerFailures(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request;
  const id = randomUUID();
  headers[REQUEST_ID] = id;
  if (isForm(request)) awaitReading(id);
  if (isUploadAddress(request.url?.split("?")[0] ?? "")) bodies.enter(id);
  whenOver(request, response, () => {
    dropRequest(id);
    bodies.leave(id);
  });
  replaceAnswer(response, (status, isEmpty) => {
    if (status === 500 && isUnread(id)) return refusedAnswer(400, headers.cookie);
    // Next's client code handles these itself and shows the error page.
    if (headers["next-action"] !== undefined || headers.rsc !== undefined) return null;
    if (status === 500) return failedAnswer(request, failureOf(id));
    return isEmpty ? emptyAnswer(status, request) : null;
  });
}

/** Whether Next parses the body as a form of a server action. */
function isForm({ method, url = "", headers }: IncomingMessage): boolean {
  if (method !== "POST" || isUploadAddress(url.split("?")[0] ?? "")) return false;
  return headers["next-action"] !== undefined || /^multipart\//i.test(headers["content-type"] ?? "");
}

function failedAnswer(
  { method, url = "/", headers }: IncomingMessage,
  failure: string | undefined,
): OwnAnswer {
  const page = { language: languageOf(headers.cookie), back: url };
  if (isDownId(failure)) {
    // Whether the form was carried out is unknown.
    const reason = method === "POST" ? "envio" : null;
    return ownAnswer(503, unavailablePage({ ...page, reason }), { "retry-after": "5" });
  }
  // Only the first segment of the path is logged, because the rest can contain a code or a token.
  const place = `/${url.split(/[/?]/)[1] ?? ""}`.slice(0, 60);
  const code = failure ?? logError("answer.failed", new Error("no error was told"), { method, place });
  return ownAnswer(500, unavailablePage({ ...page, reason: "fallo", code }));
}

/** A response with a body has a content type when its head is sent; whether a body follows is unknown then. */
const namesType = (response: ServerResponse, rest: unknown[]): boolean =>
  response.hasHeader("content-type") || /"content-type"/i.test(JSON.stringify(rest));

/** Replaces a response whose head is not sent yet. */
function replaceAnswer(
  response: ServerResponse,
  instead: (status: number, isEmpty: boolean) => OwnAnswer | null,
): void {
  const { writeHead, write, end } = response;
  let replaced: OwnAnswer | null = null;
  const replace = (status: number, isEmpty = false): OwnAnswer | null => {
    if (replaced !== null || response.headersSent) return replaced;
    replaced = instead(status, isEmpty);
    if (replaced !== null) {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      response.statusCode = replaced.status;
      for (const [name, value] of Object.entries(replaced.headers)) response.setHeader(name, value);
    }
    return replaced;
  };
  Object.assign(response, {
    writeHead: (status: number, ...rest: unknown[]) => {
      const own = replace(status, !namesType(response, rest));
      return Reflect.apply(writeHead, response, own ? [own.status] : [status, ...rest]);
    },
    write: (...args: unknown[]) =>
      replace(response.statusCode) ? true : Reflect.apply(write, response, args),
    end: (...args: unknown[]) => {
      const own = replace(response.statusCode, !namesType(response, []));
      return Reflect.apply(end, response, own ? [own.body] : args);
    },
  });
}

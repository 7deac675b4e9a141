import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { cookies } from "next/headers";
import { sessionToken } from "@/app/_server/auth/config";
import { earlierOwnersOf, ownerOf } from "@/app/_server/auth/owner";
import { NAME_FIELD } from "@/components/form/form-name";
import type { FormState } from "@/components/form/form-state";
import type { KeptForm } from "@/components/form/kept-forms";
import { isDatabaseDown } from "@/db/connection";
import { whySessionEnded } from "@/domain/account/session-end";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import { tokenHash } from "@/lib/crypto/token";
import { readFormOrHead } from "@/lib/files/read-form";
import { clientIp } from "@/lib/http/client";
import { formValues } from "@/lib/http/form-data";
import { networkOf } from "@/lib/http/network";
import { siteCookie } from "@/lib/http/secure";
import type { Actor } from "@/model/access";
import { withRefusalText } from "./refusal-text";

const SECONDS = 15 * 60;
/** Cookies of a form: browsers store 4 kB each, and proxies accept 8 kB in all. */
const PARTS = [1, 2] as const;
const LETTERS_EACH = 3_000;

const LARGEST_HEAD_BYTES = 64 * 1024;
/** Size of a request with both documents. A browser shows a response only after it has sent everything. */
const DRAINED_BYTES = 24 * 1024 * 1024;

const SIGNATURE = /^([\w-]{16})?\.([a-z0-9]{1,7})$/;

/**
 * Stores a refused form, or one without a session, for its page: for a quarter of an hour, in a cookie of that
 * page, encrypted for the person who typed it. Another person who signs in cannot read it.
 * @param page path of the form's page
 * @returns whether it could be kept; a form that is too long for cookies cannot
 */
export async function keepForm(page: string, form: FormData, state: FormState): Promise<boolean> {
  const signed = signatureOf(form);
  return signed !== null && keepSigned(page, signed, state);
}

type Signature = { sentBy: string; name: string };

/** Null for a form that is none of ours. */
function signatureOf(form: FormData): Signature | null {
  const [, sentBy = "", name] = SIGNATURE.exec(String(form.get(NAME_FIELD))) ?? [];
  return name === undefined ? null : { sentBy, name };
}

async function keepSigned(page: string, { sentBy, name }: Signature, state: FormState): Promise<boolean> {
  // The form itself names its owner, because the session may have ended or belong to somebody else by now.
  const plain = deflateRawSync(JSON.stringify({ page: pathOf(page), form: name, state } satisfies KeptForm));
  const letters = sealBytes(plain, sealOf(sentBy)).toString("base64url");
  if (letters.length > LETTERS_EACH * PARTS.length) return false;
  const jar = await cookies();
  for (const above of pathsAbove(page)) dropFrom(jar, above);
  namesOf(page).forEach((cookie, at) => {
    const part = letters.slice(at * LETTERS_EACH, (at + 1) * LETTERS_EACH);
    if (part !== "") jar.set(cookie, part, { ...attributes(page), maxAge: SECONDS });
    else if (jar.has(cookie)) jar.delete({ name: cookie, ...attributes(page) });
  });
  return true;
}

/** The same for a form that was not validated yet. Its values are read only when it is one of ours. */
export async function keepTyped(page: string, form: FormData): Promise<void> {
  const signed = signatureOf(form);
  if (signed) await keepSigned(page, signed, { status: "typed", values: formValues(form) });
}

/**
 * Stores the texts of a form that a route handler refuses. With a session that has ended the whole form is
 * read, since texts can follow files; without one that the database knows only up to the first file.
 */
export async function keepHead(page: string, request: Request): Promise<void> {
  // A larger form is not read at all, since it would be cut off.
  if (Number(request.headers.get("content-length") ?? 0) > DRAINED_BYTES) return;
  const token = await sessionToken();
  const largest = (await hadSession(token)) ? DRAINED_BYTES : LARGEST_HEAD_BYTES;
  const whose = token ? tokenHash(token).toString("base64url") : networkOf(clientIp(request.headers));
  const posted = await readFormOrHead(request, largest, { drainedBytes: DRAINED_BYTES, whose });
  if (posted !== "malformed") await keepTyped(page, posted instanceof FormData ? posted : posted.head);
}

/** Whether the cookie's session is one that the database knows, though it has ended: a signature outlives it by far. */
async function hadSession(token: string | null): Promise<boolean> {
  try {
    return (await whySessionEnded(token)) !== null;
  } catch (error) {
    if (isDatabaseDown(error)) return false;
    throw error;
  }
}

/** The stored form of this page for this person, or for a visitor (null). */
export async function keptForm(page: string, actor: Actor | null): Promise<KeptForm | null> {
  const jar = await cookies();
  const letters = namesOf(page)
    .map((cookie) => jar.get(cookie)?.value ?? "")
    .join("");
  if (letters === "") return null;
  const owners = [ownerOf(actor), ...earlierOwnersOf(actor)];
  const kept = owners.reduce<KeptForm | null>(
    (found, owner) => found ?? opened(letters, sealOf(owner)),
    null,
  );
  return kept?.page === pathOf(page) ? { ...kept, state: await withRefusalText(kept.state) } : null;
}

/** Deletes the stored form of this page after it was accepted. */
export async function dropKeptForm(page: string): Promise<void> {
  dropFrom(await cookies(), page);
}

function dropFrom(jar: Awaited<ReturnType<typeof cookies>>, page: string): void {
  for (const name of namesOf(page)) if (jar.has(name)) jar.delete({ name, ...attributes(page) });
}

const attributes = (page: string) => ({ ...siteCookie(), sameSite: "strict", path: pathOf(page) }) as const;

/** Names of its own for each page: a browser sends the cookies of the paths above along, and of one name one is read. */
function namesOf(page: string): string[] {
  const name = tokenHash(pathOf(page)).toString("base64url").slice(0, 8);
  return PARTS.map((part) => `formulario${part}-${name}`);
}

/** Pages whose cookies are sent along with this one's: "/a" and "/a/b" of "/a/b/c". */
function pathsAbove(page: string): string[] {
  const steps = pathOf(page).split("/");
  return steps.slice(2).map((_, at) => steps.slice(0, at + 2).join("/"));
}

const pathOf = (page: string) => page.split("?")[0] ?? page;

const sealOf = (owner: string) => `form:${owner}`;

function opened(letters: string, place: string): KeptForm | null {
  try {
    return JSON.parse(inflateRawSync(unsealBytes(Buffer.from(letters, "base64url"), place)).toString());
  } catch {
    return null; // Another person's, of another key, or cut.
  }
}

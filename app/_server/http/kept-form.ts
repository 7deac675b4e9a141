import "server-only";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { cookies } from "next/headers";
import { sessionToken } from "@/app/_server/auth/config";
import { ownerOf } from "@/app/_server/auth/owner";
import { NAME_FIELD } from "@/components/form/form-name";
import type { FormState } from "@/components/form/form-state";
import type { KeptForm } from "@/components/form/kept-forms";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import { readFormOrHead } from "@/lib/files/read-form";
import { formValues } from "@/lib/http/form-data";
import { siteCookie } from "@/lib/http/secure";
import type { Actor } from "@/model/access";
import { withRefusalText } from "./refusal-text";

const COOKIES = ["formulario", "formulario2"] as const;
const SECONDS = 15 * 60;
/** A browser keeps 4 kB a cookie, and proxies take 8 kB of them all. */
const LETTERS_EACH = 3_000;

const LARGEST_HEAD_BYTES = 64 * 1024;
/** A request with both of its documents: the browser sees an answer only once all of it was sent. */
const DRAINED_BYTES = 24 * 1024 * 1024;

const SIGNATURE = /^([\w-]{16})?\.([a-z0-9]{1,7})$/;

/**
 * Keeps a form that came back, or that met a closed door, for the page that it belongs to: in a cookie of that page,
 * sealed for the person who typed it, for a quarter of an hour. Whoever signs in instead cannot open it.
 * @param page path of the form's page
 * @returns whether it could be kept; a form that is too long for cookies cannot
 */
export async function keepForm(page: string, form: FormData, state: FormState): Promise<boolean> {
  const [, sentBy = "", name] = SIGNATURE.exec(String(form.get(NAME_FIELD))) ?? [];
  if (name === undefined) return false;
  // Whose form it is says the page that it stood on: the session may be over, or another's by now.
  const plain = deflateRawSync(JSON.stringify({ page: pathOf(page), form: name, state } satisfies KeptForm));
  const letters = sealBytes(plain, sealOf(sentBy)).toString("base64url");
  if (letters.length > LETTERS_EACH * COOKIES.length) return false;
  const jar = await cookies();
  COOKIES.forEach((cookie, at) => {
    const part = letters.slice(at * LETTERS_EACH, (at + 1) * LETTERS_EACH);
    if (part !== "") jar.set(cookie, part, { ...attributes(page), maxAge: SECONDS });
    else if (jar.has(cookie)) jar.delete({ name: cookie, ...attributes(page) });
  });
  return true;
}

/** The same of a form that nobody has judged yet. */
export async function keepTyped(page: string, form: FormData): Promise<void> {
  await keepForm(page, form, { status: "typed", values: formValues(form) });
}

/**
 * Keeps the texts of a form that a route handler cannot take. Of somebody whose session is over it is read whole, since
 * texts stand after files too; of a stranger no further than to its first file.
 */
export async function keepHead(page: string, request: Request): Promise<void> {
  // What weighs more is not read at all: it would only be cut.
  if (Number(request.headers.get("content-length") ?? 0) > DRAINED_BYTES) return;
  const largest = (await sessionToken()) ? DRAINED_BYTES : LARGEST_HEAD_BYTES;
  const posted = await readFormOrHead(request, largest, DRAINED_BYTES);
  if (posted !== "malformed") await keepTyped(page, posted instanceof FormData ? posted : posted.head);
}

/** The form of this page that this person, or this stranger (null), typed a moment ago. */
export async function keptForm(page: string, actor: Actor | null): Promise<KeptForm | null> {
  const jar = await cookies();
  const letters = COOKIES.map((cookie) => jar.get(cookie)?.value ?? "").join("");
  if (letters === "") return null;
  const kept = opened(letters, sealOf(ownerOf(actor)));
  return kept?.page === pathOf(page) ? { ...kept, state: await withRefusalText(kept.state) } : null;
}

/** Forgets the form of this page: it was taken. */
export async function dropKeptForm(page: string): Promise<void> {
  const jar = await cookies();
  for (const name of COOKIES) if (jar.has(name)) jar.delete({ name, ...attributes(page) });
}

const attributes = (page: string) => ({ ...siteCookie(), sameSite: "strict", path: pathOf(page) }) as const;

const pathOf = (page: string) => page.split("?")[0] ?? page;

const sealOf = (owner: string) => `form:${owner}`;

function opened(letters: string, place: string): KeptForm | null {
  try {
    return JSON.parse(inflateRawSync(unsealBytes(Buffer.from(letters, "base64url"), place)).toString());
  } catch {
    return null; // Another person's, of another key, or cut.
  }
}

import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { sealBytes, unsealBytes } from "@/lib/crypto/seal";
import { siteCookie } from "@/lib/http/secure";

const SECTION = "/habeas-data";
const RECEIVED = "peticion-recibida";
const CODE = "peticion";
const RECEIVED_SECONDS = 10 * 60;
/** Long enough to read an answer; whoever comes later types the code of the mail again. */
const CODE_SECONDS = 30 * 60;
const PLACE = "rights-received";

const sectionCookie = () => ({ ...siteCookie(), sameSite: "strict", path: SECTION }) as const;

const Received = z.object({
  number: z.string(),
  dueOn: z.string(),
  email: z.string(),
  /** Cookies of the version before do not say. */
  isMailed: z.boolean().default(true),
});
type Received = z.output<typeof Received>;

/** Hands what was received to the page that says so, sealed: no address of a page names it. */
export async function handOverReceived(received: Received): Promise<void> {
  const value = sealBytes(Buffer.from(JSON.stringify(received)), PLACE).toString("base64url");
  (await cookies()).set(RECEIVED, value, { ...sectionCookie(), maxAge: RECEIVED_SECONDS });
}

/** What this browser has just sent; null when it sent nothing. */
export async function receivedRequest(): Promise<Received | null> {
  const sealed = (await cookies()).get(RECEIVED)?.value ?? "";
  try {
    return Received.parse(JSON.parse(unsealBytes(Buffer.from(sealed, "base64url"), PLACE).toString()));
  } catch {
    return null; // Of another key, or cut.
  }
}

/** Keeps the code that was right, so that the pages of the request open for a while. */
export async function keepRightsCode(code: string): Promise<void> {
  (await cookies()).set(CODE, code, { ...sectionCookie(), maxAge: CODE_SECONDS });
}

export async function keptRightsCode(): Promise<string | null> {
  return (await cookies()).get(CODE)?.value ?? null;
}

export async function dropRightsCode(): Promise<void> {
  (await cookies()).set(CODE, "", { ...sectionCookie(), maxAge: 0 });
}

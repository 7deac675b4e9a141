import "server-only";
import { cookies } from "next/headers";
import { unreadableFaults } from "@/app/_server/http/form-data";
import { fieldErrors } from "@/components/form/form-state";
import { type DocumentFault, LARGEST_DOCUMENT_BYTES } from "@/domain/request/document";
import { readRequestDocument } from "@/domain/request/read-document";
import { CorrectionText } from "@/domain/request/schema";
import { readForm } from "@/lib/files/read-form";
import { isHttps } from "@/lib/http/secure";
import { mendedText } from "@/lib/http/text";
import type { RequestDocument } from "@/model/request";

const LARGEST_FORM_BYTES = 2 * LARGEST_DOCUMENT_BYTES + 64 * 1024;

export type Typed = { agreementNumber: string; note: string };
export type PostedRequest = {
  agreementNumber: string | null;
  note: string | null;
  rut: RequestDocument | null;
  chamber: RequestDocument | null;
};
type Faults = Readonly<Record<string, string>>;

/**
 * Reads a posted request or correction. `faults` are keys of `requests.errors`, by field; `typed` is what the
 * form shows again.
 */
export async function readPosted(
  request: Request,
  { papersNeeded }: { papersNeeded: boolean },
): Promise<{ posted: PostedRequest; faults: Faults; typed: Typed }> {
  const form = await readForm(request, LARGEST_FORM_BYTES);
  const nothing = { agreementNumber: null, note: null, rut: null, chamber: null };
  if (!(form instanceof FormData)) {
    const rut = form === "tooBig" ? "oneTooBig" : "missing";
    return { posted: nothing, faults: { rut }, typed: { agreementNumber: "", note: "" } };
  }
  const unreadable = unreadableFaults(form, ["agreementNumber", "note"]);
  const typed = { agreementNumber: text(form, "agreementNumber"), note: text(form, "note") };
  const [rut, chamber] = await Promise.all([
    readRequestDocument(form.get("rut")),
    readRequestDocument(form.get("camara")),
  ]);
  const words = CorrectionText.safeParse(typed);
  const faults = {
    ...faultOf("rut", rut, papersNeeded),
    ...faultOf("camara", chamber, papersNeeded),
    ...(words.success ? {} : fieldErrors(words.error)),
    ...unreadable,
  };
  const posted = { ...nothing, ...words.data, rut: paperOf(rut), chamber: paperOf(chamber) };
  return { posted, faults, typed };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? mendedText(value) : "";
}

function paperOf(read: RequestDocument | DocumentFault): RequestDocument | null {
  return typeof read === "string" ? null : read;
}

function faultOf(name: string, read: RequestDocument | DocumentFault, needed: boolean): Faults {
  return typeof read === "string" && (needed || read !== "missing") ? { [name]: read } : {};
}

const COOKIE = "solicitud";
const TYPED_SECONDS = 300;

/** The form's page with the faults to show; what was typed travels in a short cookie, never in the address. */
export async function backWithFaults(page: string, faults: Faults, typed: Typed): Promise<string> {
  const kept = { agreementNumber: typed.agreementNumber.slice(0, 60), note: typed.note.slice(0, 700) };
  (await cookies()).set(COOKIE, JSON.stringify(kept), {
    httpOnly: true,
    sameSite: "strict",
    secure: isHttps(),
    path: page,
    maxAge: TYPED_SECONDS,
  });
  return `${page}?${new URLSearchParams(faults)}`;
}

/** What was typed before the form came back. */
export async function keptTyped(): Promise<Partial<Typed>> {
  try {
    const kept: unknown = JSON.parse((await cookies()).get(COOKIE)?.value ?? "{}");
    return kept && typeof kept === "object"
      ? { ...textOf(kept, "agreementNumber"), ...textOf(kept, "note") }
      : {};
  } catch {
    return {};
  }
}

function textOf(kept: object, name: keyof Typed): Partial<Typed> {
  const value: unknown = Reflect.get(kept, name);
  return typeof value === "string" ? { [name]: value } : {};
}

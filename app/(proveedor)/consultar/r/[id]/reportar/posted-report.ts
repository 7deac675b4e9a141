import "server-only";
import { cookies } from "next/headers";
import { unreadableFaults } from "@/app/_server/http/form-data";
import { fieldErrors } from "@/components/form/form-state";
import { LARGEST_PHOTO_BYTES, type ReportPhoto, readPhoto } from "@/domain/report/photo";
import { ReportInput } from "@/domain/report/schema";
import { readFormOrHead } from "@/lib/files/read-form";
import { isHttps } from "@/lib/http/secure";
import { mendedText } from "@/lib/http/text";

/** Twice what a photo may weigh; of a form over it the words before the photo are read all the same. */
const LARGEST_FORM_BYTES = 2 * LARGEST_PHOTO_BYTES + 64 * 1024;

export type TypedReport = { reason: string; words: string };
export type PostedReport = {
  input: ReportInput | null;
  photo: ReportPhoto | null;
  /** Keys of `report.errors`, by field. */
  faults: Readonly<Record<string, string>>;
};

/** Reads a posted report and keeps what was typed, until it is sent: whatever happens next, it is not lost. */
export async function readPostedReport(request: Request, page: string): Promise<PostedReport> {
  const posted = await readFormOrHead(request, LARGEST_FORM_BYTES);
  if (posted === "malformed") return { input: null, photo: null, faults: { reason: "reasonMissing" } };
  const form = posted instanceof FormData ? posted : posted.head;
  const typed = { key: text(form, "key"), reason: text(form, "reason"), words: text(form, "words") };
  await keepTyped(page, typed);
  const photo = form === posted ? await readPhoto(form.get("photo")) : "photoTooBig";
  const read = ReportInput.safeParse(typed);
  // The key stands in no field that somebody sees: its fault is told at the first one.
  const { key, ...others } = read.success ? {} : fieldErrors(read.error);
  return {
    input: read.data ?? null,
    photo: typeof photo === "string" ? null : photo,
    faults: {
      ...(key ? { reason: key } : {}),
      ...others,
      ...unreadableFaults(form, ["words"]),
      ...(typeof photo === "string" ? { photo } : {}),
    },
  };
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? mendedText(value) : "";
}

const COOKIE = "novedad";
const TYPED_SECONDS = 900;
/** A cookie holds 4 kB; what is longer than the form allows is cut where the browser did not. */
const LONGEST_KEPT = 600;

async function keepTyped(page: string, { reason, words }: TypedReport): Promise<void> {
  const kept = JSON.stringify({ reason: reason.slice(0, 20), words: words.slice(0, LONGEST_KEPT) });
  (await cookies()).set(COOKIE, Buffer.from(kept).toString("base64url"), {
    httpOnly: true,
    sameSite: "strict",
    secure: isHttps(),
    path: page,
    maxAge: TYPED_SECONDS,
  });
}

export async function forgetTyped(page: string): Promise<void> {
  (await cookies()).delete({ name: COOKIE, path: page, httpOnly: true, secure: isHttps() });
}

/** What was typed before the form came back. */
export async function keptReport(): Promise<Partial<TypedReport>> {
  try {
    const held = (await cookies()).get(COOKIE)?.value ?? "";
    const kept: unknown = JSON.parse(Buffer.from(held, "base64url").toString());
    return kept && typeof kept === "object" ? { ...textOf(kept, "reason"), ...textOf(kept, "words") } : {};
  } catch {
    return {};
  }
}

function textOf(kept: object, name: keyof TypedReport): Partial<TypedReport> {
  const value: unknown = Reflect.get(kept, name);
  return typeof value === "string" ? { [name]: value } : {};
}

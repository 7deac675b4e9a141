import { cookies } from "next/headers";
import { siteCookie } from "@/lib/http/secure";
import { type PaperSize, paperSizeOf, paperSizeWords } from "./paper-size";

const NAME = "papel";
const YEAR_SECONDS = 365 * 86_400;

/** The size that was last printed on from this browser: what lies in its printer. Letter before that. */
export async function lastPaperSize(): Promise<PaperSize> {
  return paperSizeOf((await cookies()).get(NAME)?.value);
}

/** Remembers the size that a form asked for. */
export async function keepPaperSize(form: FormData): Promise<void> {
  const size = paperSizeWords[paperSizeOf(form.get("tamano"))];
  (await cookies()).set(NAME, size, { ...siteCookie(), path: "/admin/ordenes", maxAge: YEAR_SECONDS });
}

import { bogotaDay } from "@/model/calendar";
import { bare } from "@/model/identity/typed";

const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** The number of a proof of a look-up as people say it: "C-2026-000001". */
export function proofNumber(serial: number, at: Date): string {
  return `C-${bogotaDay(at).slice(0, 4)}-${String(serial).padStart(6, "0")}`;
}

/** Number and code of a proof, which open the public page. Numbers are sequential, so the code is needed. */
export function proofName(number: string, code: string): string {
  return `${number}-${code}`;
}

/** Reads a name as typed or scanned: any case, O as zero, I and L as one. Null when it cannot be one. */
export function readProofName(text: string): { number: string; code: string } | null {
  const letters = bare(text);
  const code = letters.slice(-8).replaceAll("O", "0").replace(/[IL]/g, "1");
  const parts = /^([CU])(\d{4})(\d{6,12})$/.exec(letters.slice(0, -8).replace(/(?<=.)O/g, "0"));
  return parts && CODE.test(code) ? { number: parts.slice(1).join("-"), code } : null;
}

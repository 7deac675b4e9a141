import { bogotaDay } from "@/model/calendar";

/** The number of a use as people say it: "U-2026-000123". The serial alone names it; the year helps to find it. */
export function receiptNumber(serial: number, at: Date): string {
  return `U-${bogotaDay(at).slice(0, 4)}-${String(serial).padStart(6, "0")}`;
}

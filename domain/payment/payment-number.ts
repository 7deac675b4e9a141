import { bogotaDay } from "@/model/calendar";

/** The number of a payment run as people say it: "PG-2026-000014". The serial alone names it. */
export function paymentNumber(serial: number, madeAt: Date): string {
  return `PG-${bogotaDay(madeAt).slice(0, 4)}-${String(serial).padStart(6, "0")}`;
}

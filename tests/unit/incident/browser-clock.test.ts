import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { earlyCheck } from "@/components/form/early-check";
import { IncidentInput, ReportIncidentInput } from "@/domain/incident/schema";
import { MakePaymentInput } from "@/domain/payment/schema";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const TODAY = "2026-11-26";
/** Each form as it is on the day that the server calls today, with what its schema calls a day too far. */
const forms = [
  [
    IncidentInput,
    {
      ...{ key: randomUUID(), version: "0", kind: "access", detectedOn: TODAY, knownOn: TODAY },
      ...{ data: "identity", happened: "Alguien entró", measures: "Se cambió la llave" },
    },
    "dayAhead",
  ],
  [
    ReportIncidentInput,
    {
      ...{ incident: randomUUID(), number: "INC-000001", version: "1", detectedOn: TODAY },
      ...{ reportedOn: TODAY, sicNumber: "26-456" },
    },
    "dayAhead",
  ],
  [
    MakePaymentInput,
    { key: randomUUID(), invoices: `${"a1".repeat(48)}.2.960000`, payOn: TODAY, reference: "NOV-2026-B" },
    "payOnFar",
  ],
] as const;

test.each(forms)(
  "a computer whose date is behind refuses no day in the browser; the server does (form %#)",
  async (schema, typed, fault) => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-08-01T15:00:00Z") });
    const told = schema.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];
    expect(told).toContain(fault);
    vi.stubGlobal("window", {});
    const form = new FormData();
    for (const [name, value] of Object.entries(typed)) form.set(name, value);
    expect(await earlyCheck(schema)(form)).toEqual({});
  },
);

import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { ProviderLine } from "@/domain/month/lines";
import type { MonthReport } from "@/domain/month/read-report";
import { writeReport } from "@/domain/month/write-pdf";
import { monthReport as words } from "@/messages/es-CO/month-report";
import { writtenNit } from "@/model/identity/format";
import { readPdf } from "@/tests/support/read-pdf";

const name = "Ferretería El Tornillo";
const zero = { count: 0, amount: 0 };
const none = { issued: zero, used: zero, expired: zero, voided: zero, held: zero };
const one = { count: 1, amount: 1_000 };
const quiet = { received: 0, returned: 0, approved: 0, rejected: 0, median: null, p90: null, late: 0 };
const provider = (nit: string): ProviderLine => ({
  ...{ key: nit, name, nit, checkDigit: 1, before: none },
  now: { issued: one, used: one, expired: one, voided: one, held: one },
  ...{ paid: { now: 1, before: 0 }, unpaid: { now: 1, before: 0 } },
});

async function pagesOf(providers: ProviderLine[]) {
  const total = { key: "", name: "", now: none, before: none };
  const report: MonthReport = {
    ...{ month: "2026-10", before: "2026-09", today: "2026-11-29", isRunning: false, course: [] },
    days: { from: "2026-10-01", to: "2026-10-31" },
    lines: { total, kinds: [], offices: [] },
    providers,
    requests: { now: quiet, before: quiet },
    renewals: { now: quiet, before: quiet },
  };
  const pdf = new PassThrough();
  const [bytes] = await Promise.all([buffer(pdf), writeReport(report, "Caja Demo", pdf)]);
  return (await readPdf(bytes)).pages;
}

test("two companies of one name are two in the month's PDF, each with its NIT", async () => {
  const nits = ["900765432", "890102044"];
  const [page] = await pagesOf(nits.map(provider));
  const text = page?.contents.map((each) => each.text).join("|") ?? "";
  for (const nit of nits) expect(text.split(`${name} ${writtenNit(nit)}`)).toHaveLength(2);
});

test("a company whose figures go on on the next page is named there again", async () => {
  const pages = await pagesOf(Array.from({ length: 20 }, (_, at) => provider(String(900_100_000 + at))));
  expect(pages.length).toBeGreaterThan(2);
  const figures = new Set<string>([...Object.values(words.figures), words.paid, words.unpaid]);
  for (const { contents } of pages.slice(1, 3)) {
    const texts = contents.map(({ text }) => text);
    const first = texts.findIndex((text) => figures.has(text));
    expect(texts[first - 1]).toContain(name);
  }
});

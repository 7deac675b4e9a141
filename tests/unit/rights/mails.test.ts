import { expect, test, vi } from "vitest";
import { rightsKinds } from "@/model/rights";

vi.mock("server-only", () => ({}));
vi.mock("@/domain/notify/emails", () => ({ mailTexts: async () => ({ signature: "La firma" }) }));

const { rightsStepEmails } = await import("@/domain/notify/rights-emails");

const URL_OF_STATUS = "https://portal.example/habeas-data/estado";
type Links = Parameters<typeof rightsStepEmails>[0];
const emails = await rightsStepEmails({ rights: () => URL_OF_STATUS } as unknown as Links);
const about = { number: "HD-2026-00120915", text: "Su cédula", day: "2026-12-14" } as const;

test.each([
  ["es-CO", /ley/, "14 de diciembre de 2026", /el plazo no cambia/i],
  ["en", /law/, "14 December 2026", /the term does not change/i],
] as const)("a question that lacks something is not said to be given up, a claim is: %s", (...of) => {
  const [language, threat, day, goesOn] = of;
  const texts = rightsKinds.map((kind) => emails.missing({ ...about, kind, language }).text);
  expect(texts.map((text) => threat.test(text))).toEqual([false, true, true, true]);
  expect(texts.map((text) => goesOn.test(text))).toEqual([true, false, false, false]);
  for (const text of texts) {
    expect(text).toContain(day);
    expect(text).toContain(`\n${URL_OF_STATUS}\n`);
    expect(text).not.toContain(about.text);
    expect(text).toMatch(/\n\nLa firma\n$/);
  }
});

test("whose papers came is told the day, and nothing of what the desk wrote down", () => {
  const { subject, text } = emails.completed({ ...about, kind: "erase", language: "es-CO" });
  expect(subject).toContain(about.number);
  expect(text).toContain("14 de diciembre de 2026");
  expect(text).toContain(URL_OF_STATUS);
  expect(text).not.toContain(about.text);
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { deskChapters, shopChapters } from "@/app/(publico)/ayuda/chapters";
import { addressNamed, verdictAnchors } from "@/app/(publico)/ayuda/places";
import { sessionLimits } from "@/domain/account/session-limits";
import type { Run } from "@/domain/manual/text";
import { manualVersion } from "@/domain/manual/version";
import { en } from "@/messages/en";
import type { Messages } from "@/messages/es-CO";
import { esCO } from "@/messages/es-CO";

const PORTAL = "Plataforma Hanna";
const languages: [string, Messages][] = [
  ["es-CO", esCO],
  ["en", en],
];
const parts = (messages: Messages) =>
  [shopChapters(messages, PORTAL), deskChapters(messages, PORTAL)].map((chapters) =>
    chapters.flatMap((chapter) => [chapter, ...chapter.sections]),
  );

/** Every text of these messages that is no function. */
const textsOf = (messages: object): string[] =>
  Object.values(messages).flatMap((value) =>
    typeof value === "string" ? [value] : typeof value === "object" && value !== null ? textsOf(value) : [],
  );

test.each(languages)("every link and picture of the manual exists, in %s", (_, messages) => {
  const runs: Run[] = [];
  const pictures: string[] = [];
  for (const { blocks } of parts(messages).flat())
    for (const block of blocks) {
      if (block.kind === "paragraph") runs.push(...block.runs);
      if (block.kind === "steps" || block.kind === "points") runs.push(...block.items.flat());
      if (block.kind === "picture") pictures.push(block.name);
    }
  const links = runs.flatMap(({ to }) => to ?? []);
  expect(links.length).toBeGreaterThan(25);
  for (const link of links) expect(addressNamed(link)).toMatch(/^[/#]/);
  expect(pictures.sort()).toEqual(Object.keys(messages.manual.pictures).sort());
  for (const name of pictures) {
    expect(readFileSync(`public/manual/${name}.webp`).subarray(8, 12).toString()).toBe("WEBP");
    expect(readFileSync(`domain/manual/pictures/${name}.png`).subarray(1, 4).toString()).toBe("PNG");
  }
  expect(runs.map(({ text }) => text).join("")).not.toMatch(/\*\*|\]\(/);
});

test.each([
  ["es-CO", esCO, /presion[ae] \*\*([^*]+)\*\*/gi],
  ["en", en, /press(?:es)? \*\*([^*]+)\*\*/gi],
] as const)("every button that the manual says to press is on a screen, in %s", (_, messages, pressed) => {
  const { manual, ...screens } = messages;
  // The button of an application has its words in the table of applications.
  const onScreens = new Set([...textsOf(screens), "Acceder"]);
  const buttons = [...textsOf(manual).join("\n").matchAll(pressed)].map(([, name = ""]) => name);
  expect(buttons.length).toBeGreaterThan(7);
  expect(buttons.filter((name) => !onScreens.has(name))).toEqual([]);
});

test.each([
  ["es-CO", esCO, ["NO", "CONVENIOS", "Acceder", "Roles"]],
  ["en", en, ["NOT", "CONVENIOS", "Acceder", "Roles"]],
] as const)(
  "what the manual sets strong with a capital is written so on a screen, in %s",
  (_, messages, others) => {
    const { manual, ...screens } = messages;
    const onScreens = new Set<string>([...textsOf(screens), ...others]);
    const strong = [
      ...textsOf(manual)
        .join("\n")
        .matchAll(/\*\*(\p{Lu}[^*]*)\*\*/gu),
    ].map(([, name = ""]) => name);
    expect(strong.length).toBeGreaterThan(40);
    expect(strong.filter((name) => !onScreens.has(name))).toEqual([]);
  },
);

test.each(languages)("a link to a page has the page's words, in %s", (_, messages) => {
  const { manual, ...screens } = messages;
  const onScreens = new Set([...textsOf(screens), PORTAL]);
  const links = [
    ...textsOf(manual)
      .join("\n")
      .matchAll(/\[([^\]]+)\]\((?!#)\w+\)/g),
  ].map(([, name = ""]) => name);
  expect(links.length).toBeGreaterThan(25);
  expect(links.filter((name) => !onScreens.has(name))).toEqual([]);
});

test.each(languages)("no two parts of the manual have one heading or one place, in %s", (_, messages) => {
  for (const sections of parts(messages)) {
    const of = (key: "id" | "title") => sections.map((section) => section[key]);
    expect(new Set(of("id")).size).toBe(sections.length);
    expect(new Set(of("title")).size).toBe(sections.length);
  }
});

test("each answer of the product has a section of its own that says what it means, what to do and what to say", () => {
  const ids = shopChapters(esCO, PORTAL).flatMap(({ sections }) => sections.map(({ id }) => id));
  expect(ids.sort()).toEqual(Object.values(verdictAnchors).sort());
  const written = Object.values(esCO.manual.verdicts);
  for (const one of ["means", "act", "say"] as const)
    expect(written.filter((verdict) => verdict[one].length < 10)).toEqual([]);
});

test("a manual whose text changed has another version and day, so that a printed one can be told from it", () => {
  const { shop, verdicts, desk } = esCO.manual;
  const text = textsOf({ shop, verdicts, desk, en: en.manual }).join("\n");
  // When this fails: raise `number`, set `day` to today, and copy the text's new beginning.
  expect(createHash("sha256").update(text).digest("hex").slice(0, 12)).toBe(manualVersion.text);
});

test("the manual says how long a session of a shop and one of the caja last", () => {
  const hours = (seconds: number) => `${seconds / 3600} `;
  const { provider, caja } = sessionLimits;
  expect([caja.idleSeconds, provider.absoluteSeconds]).toEqual([30 * 60, 7 * 86_400]);
  for (const [{ manual }, shop, desk] of [
    [esCO, "horas sin uso y, como mucho, a los siete días", "media hora sin uso y, como mucho, a las "],
    [en, "hours without use and after seven days", "half an hour without use and after "],
  ] as const) {
    expect(manual.shop.account.text).toContain(hours(provider.idleSeconds) + shop);
    expect(manual.desk.people.text).toContain(desk + hours(caja.absoluteSeconds));
  }
});

test("the manual says the seed's sentences letter by letter", () => {
  const { text } = esCO.manual.shop.start;
  for (const sentence of [
    "Bienvenido a nuestra plataforma de Servicios Hanna",
    "NO** tiene cuenta registrada en nuestra plataforma y desea realizar una solicitud de aplicación, usted deberá seguir los siguientes pasos:",
    "Si aún no tiene usuario de acceso, aquí le decimos cómo hacerlo ([Creación de Usuario]",
    "aquí le decimos cómo hacerlo ([Solicitud Aplicaciones]",
    "al ingresar a la plataforma debe mostrarle la Aplicación **CONVENIOS**.",
    "el número que aparece en la parte superior derecha de la orden que el afiliado le proporcionó.",
  ])
    expect(text).toContain(sentence);
});

test.each(languages)(
  "a portal that the fund calls otherwise has that name in its manual, in %s",
  (_, messages) => {
    const texts = JSON.stringify([
      shopChapters(messages, "Portal Sol"),
      deskChapters(messages, "Portal Sol"),
    ]);
    expect(texts).toContain(`${messages.publicPages.home.greeting("Portal Sol")}.`);
    expect(texts).not.toContain("Hanna");
  },
);

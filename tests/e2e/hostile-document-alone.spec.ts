import { expect, test } from "@playwright/test";
import { makeApplicant } from "@/tests/support/factories/request";
import { pdf } from "@/tests/support/full-journey";
import { each, type Field, multipart, multipartType, send } from "@/tests/support/hostile-requests";
import { fileNames, notFiles, notText, strange } from "@/tests/support/hostile-values";
import { openSession } from "@/tests/support/open-session";
import { rowCounts } from "@/tests/support/row-counts";

/** The usual form with one field bent. */
function formWith(bent: readonly Field[]): Buffer {
  const good: Field[] = [
    ["form", "request:CONVENIOS"],
    ["field", "rut"],
    ["file", pdf, "papel.pdf"],
  ];
  return multipart([...good.filter(([name]) => bent.every(([other]) => other !== name)), ...bent]);
}

test("a document sent ahead of its form is refused or its fault is named, and nothing is kept", async () => {
  const { email } = await makeApplicant();
  const cookie = await openSession(process.env.DATABASE_URL ?? "", email);
  const post = (body: Buffer | string, type = multipartType) =>
    send("/archivos/enviar", {
      method: "POST",
      headers: {
        cookie,
        origin: process.env.E2E_URL ?? "",
        "content-type": type,
        "content-length": Buffer.byteLength(body),
      },
      body,
    });
  const before = await rowCounts();
  const bent: Field[] = [
    ...["form", "field"].flatMap((name) => notText.map((value): Field => [name, value])),
    ...["", "foto", "__proto__", "rut ".repeat(1_000)].map((value): Field => ["field", value]),
    ...["", "request:", "correction:SOL-2026-1", "request:convenios"].map((value): Field => ["form", value]),
    ...notFiles.map(([, content]): Field => ["file", content, "papel.pdf"]),
    ...fileNames.map((name): Field => ["file", "no paper", name]),
    ["file", Buffer.from("a\0b")],
  ];
  const bodies: [body: Buffer | string, type?: string | undefined][] = [
    ...bent.map((field): [Buffer] => [formWith([field])]),
    ...strange.map(([, body, type]): [Buffer | string, string | undefined] => [body, type]),
  ];
  const wrong: string[] = [];
  await each(bodies, async ([body, type]) => {
    const answer = await post(body, type);
    const isNamed = answer.status === 200 && typeof JSON.parse(answer.body).fault === "string";
    const isRefused = answer.status >= 400 && answer.status < 500 && answer.body.includes("<h1");
    if (!isNamed && !isRefused) wrong.push(`${answer.status} ${body.toString("latin1").slice(0, 300)}`);
  });
  expect(wrong).toEqual([]);
  expect(await rowCounts()).toEqual(before);
  expect(JSON.parse((await post(formWith([]))).body)).toEqual({ name: "papel.pdf" });
});

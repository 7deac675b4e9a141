import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { emailOf } from "@/tests/support/action-outcomes";
import { makeApplicant } from "@/tests/support/factories/request";
import { pdf } from "@/tests/support/full-journey";
import {
  type Answer,
  each,
  type Field,
  multipart,
  multipartType,
  send,
} from "@/tests/support/hostile-requests";
import { fileNames, notFiles, notText, strange } from "@/tests/support/hostile-values";
import { openSession } from "@/tests/support/open-session";
import { picture } from "@/tests/support/report-pages";
import { rowCounts } from "@/tests/support/row-counts";
import { makeComparedOrder } from "@/tests/support/use-order";

/** The usual form with one field bent. */
function formWith(bent: readonly Field[]): Buffer {
  const good: Field[] = [
    ["form", "request:CONVENIOS"],
    ["field", "rut"],
    ["file", pdf, "papel.pdf"],
  ];
  return multipart([...good.filter(([name]) => bent.every(([other]) => other !== name)), ...bent]);
}

type Body = [body: Buffer | string, type?: string | undefined];

/** The bodies that were neither refused with a page nor answered with the name of their fault. */
async function takenOrFailed(bodies: readonly Body[], post: (...sent: Body) => Promise<Answer>) {
  const wrong: string[] = [];
  await each(bodies, async ([body, type]) => {
    const answer = await post(body, type);
    const isNamed = answer.status === 200 && typeof JSON.parse(answer.body).fault === "string";
    const isRefused = answer.status >= 400 && answer.status < 500 && answer.body.includes("<h1");
    if (!isNamed && !isRefused) wrong.push(`${answer.status} ${body.toString("latin1").slice(0, 300)}`);
  });
  return wrong;
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
  const bodies: Body[] = [
    ...bent.map((field): [Buffer] => [formWith([field])]),
    ...strange.map(([, body, type]): [Buffer | string, string | undefined] => [body, type]),
  ];
  expect(await takenOrFailed(bodies, post)).toEqual([]);
  expect(await rowCounts()).toEqual(before);
  expect(JSON.parse((await post(formWith([]))).body)).toEqual({ name: "papel.pdf" });
});

test("a photo sent ahead of its report is refused or its fault is named, and nothing is kept", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const cookie = await openSession(process.env.DATABASE_URL ?? "", await emailOf(till.actor.personId));
  const post = (body: Buffer | string, type = multipartType, to = lookupId) =>
    send(`/consultar/r/${to}/reportar/foto/enviar`, {
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
  const files: Field[] = [
    ...notFiles.map(([, content]): Field => ["file", content, "papel.jpg"]),
    ...fileNames.map((name): Field => ["file", "no photo", name]),
    ["file", pdf, "papel.jpg"],
    ["photo", picture(), "papel.png"],
  ];
  const bodies: Body[] = [
    ...files.map((field): [Buffer] => [multipart([field])]),
    ...strange.map(([, body, type]): [Buffer | string, string | undefined] => [body, type]),
  ];
  expect(await takenOrFailed(bodies, post)).toEqual([]);
  const good = multipart([["file", picture(), "papel.png"]]);
  expect((await post(good, multipartType, randomUUID())).status).toBe(404);
  expect(await rowCounts()).toEqual(before);
  expect(JSON.parse((await post(good)).body)).toEqual({ name: "foto.png" });
});

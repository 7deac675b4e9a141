import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { makeApplicant, makeRequest } from "@/tests/support/factories/request";
import { loggedEvents } from "@/tests/support/logged-events";

const readingsOf = async (person: string) =>
  (
    await owner<
      { subject_id: string }[]
    >`select subject_id from audit_event where actor_id = ${person} order by seq`
  ).map(({ subject_id }) => subject_id);

test("a reading of the log is noted once for each person and filter while it lasts", async () => {
  const [ana, luis] = [await makeCajaPerson("auditor"), await makeCajaPerson("auditor")];
  const read = (person: string, reading: string) =>
    owner`select note_audit_reading(${person}, ${reading}, '{}', 'x')`;
  for (const { personId } of [ana, luis]) for (const _ of [1, 2]) await read(personId, "todo");
  await read(ana.personId, "otro");
  await owner`select audit_append('audit.exported', ${ana.personId}, null, 'audit', 'todo')`;
  await read(ana.personId, "otro");
  await read(ana.personId, "todo");
  expect(await readingsOf(ana.personId)).toEqual(["todo", "otro", "todo", "todo"]);
  expect(await readingsOf(luis.personId)).toEqual(["todo"]);
  const officer = await makeCajaPerson("officer");
  await read(officer.personId, "todo");
  await owner`select note_audit_export(${officer.personId}, '{}', 'x')`;
  expect(await readingsOf(officer.personId)).toEqual([]);
});

test("a paper is opened by its request's number, by who reads requests, and a sealed one by who can unseal it", async () => {
  const [own, other] = [await makeRequest(await makeApplicant()), await makeRequest(await makeApplicant())];
  const numberOf = async (id: string) => {
    const [row] = await owner<
      { number: string }[]
    >`select filing_number as number from request where id = ${id}`;
    return row?.number ?? "";
  };
  const [paper] = await owner<
    { id: string }[]
  >`select id from request_document where request_id = ${own} limit 1`;
  const document = paper?.id ?? "";
  const [auditor, treasurer] = [await makeCajaPerson("auditor"), await makeCajaPerson("treasurer")];
  const open = async (actor: string, filingNumber: string, sealed = true) =>
    (await call(cajaDatabase(), "view_request_paper", { filingNumber, document, actor, ip: "x", sealed })) !==
    null;
  const number = await numberOf(own);
  expect(await open(auditor.personId, await numberOf(other))).toBe(false);
  expect(await open(treasurer.personId, number)).toBe(false);
  expect(await loggedEvents(number)).toEqual([]);
  expect(await open(auditor.personId, number)).toBe(true);
  await owner`update request_document set sealed_as = ${randomUUID()} where id = ${document}`;
  expect([await open(auditor.personId, number, false), await open(auditor.personId, number)]).toEqual([
    false,
    true,
  ]);
  await owner`update request_document set sealed_as = null where id = ${document}`;
  expect(await open(auditor.personId, number, false)).toBe(true);
  expect((await loggedEvents(number)).map(([action]) => action)).toEqual(
    Array(3).fill("request.document_viewed"),
  );
});

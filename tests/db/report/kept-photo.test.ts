import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { dropKeptPhoto, keepPhoto, keptPhotoName, readKeptPhoto } from "@/domain/report/kept-photo";
import type { ReportPhoto } from "@/domain/report/photo";
import { authorize, type ProviderActor } from "@/model/access";
import { makeTill, owner } from "@/tests/support/look-up-orders";
import { makeComparedOrder } from "@/tests/support/use-order";

const reporting = (actor: ProviderActor) => authorize(actor, "report.file");
const photo: ReportPhoto = { type: "image/jpeg", content: Buffer.from("una foto del papel") };

test("a report's photo that arrived before its form is kept, sealed, for the person who sent it, until the form came", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const grant = reporting(till.actor);
  expect(await keptPhotoName(grant, lookupId)).toBeUndefined();
  expect(await keepPhoto(grant, lookupId, photo)).toBe("foto.jpg");
  expect(await keptPhotoName(grant, lookupId)).toBe("foto.jpg");
  expect(await readKeptPhoto(grant, lookupId)).toEqual(photo);
  const [row] = await owner<{ sealed: Buffer }[]>`
    select sealed from kept_file where person_id = ${till.actor.personId}`;
  expect(row?.sealed.includes("foto del papel")).toBe(false);
  await dropKeptPhoto(grant, lookupId);
  expect(await readKeptPhoto(grant, lookupId)).toBeNull();
});

test("nobody else gets a kept photo, and none is kept for a look-up of another provider", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const stranger = (await makeTill()).actor;
  await keepPhoto(reporting(till.actor), lookupId, photo);
  for (const other of [
    stranger,
    { ...stranger, provider: till.actor.provider },
    { ...till.actor, provider: stranger.provider },
  ]) {
    expect(await keptPhotoName(reporting(other), lookupId)).toBeUndefined();
    expect(await readKeptPhoto(reporting(other), lookupId)).toBeNull();
  }
  await dropKeptPhoto(reporting(stranger), lookupId);
  expect(await readKeptPhoto(reporting(till.actor), lookupId)).toEqual(photo);
  expect(await keepPhoto(reporting(stranger), lookupId, photo)).toBeNull();
  expect(await keepPhoto(reporting(stranger), randomUUID(), photo)).toBeNull();
});

test("who may report but not file requests keeps a photo of a report and no other file", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const { personId: person, provider } = till.actor;
  await owner`update membership set role = 'viewer' where person_id = ${person}`;
  const keep = (form: string, field: string) =>
    call(publicDatabase(), "keep_file", {
      ...{ id: randomUUID(), person, provider: provider.id, form, field },
      ...{ name: "foto.jpg", type: "image/jpeg", sealed: Buffer.from("x") },
    });
  expect(await keep(`report:${lookupId}`, "photo")).toBe("done");
  expect(await keep(`report:${lookupId}`, "rut")).toBe("not_asked");
  expect(await keep("request:CONVENIOS", "rut")).toBe("not_allowed");
  await owner`update membership set removed_at = now() where person_id = ${person}`;
  expect(await keep(`report:${lookupId}`, "photo")).toBe("not_allowed");
});

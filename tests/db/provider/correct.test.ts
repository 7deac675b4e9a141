import { expect, test } from "vitest";
import { databaseFor } from "@/db/client";
import { call } from "@/db/contract/call";
import { CorrectionInput, correctProvider } from "@/domain/provider/correct";
import { readProvider, readProviderSeen, readRepresentative } from "@/domain/provider/standing";
import { authorize } from "@/model/access";
import { browser, mailsTo, makeMember, owner } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { makeTill } from "@/tests/support/look-up-orders";

const reason = "Se mudó, según el certificado de la Cámara de Comercio.";
const email = () => ({ subject: "corrected", text: "" });

/** A provider with an owner, who may be corrected as its page shows them. */
async function corrected() {
  const till = await makeTill();
  const { id } = till.actor.provider;
  const boss = await makeMember(id, "owner");
  const grant = authorize(await makeCajaPerson("administrator"), "provider.manage");
  const found = await readProvider(grant, id);
  const person = await readRepresentative(grant, id);
  const shown = await readProviderSeen(grant, id);
  const typed = {
    provider: id,
    seen: shown,
    legalName: found?.legalName,
    municipality: "Barranquilla, Atlántico",
    address: found?.address,
    phone: found?.phone,
    person: person?.id,
    personName: person?.name,
    idKind: person?.idKind ?? "",
    idNumber: person?.idNumber ?? "",
    mobile: person?.mobile ?? "",
    reason,
  };
  const correct = (change: object, compose: Parameters<typeof correctProvider>[2] = email) =>
    correctProvider(grant, CorrectionInput.parse({ ...typed, ...change }), compose, browser());
  return { till, id, boss, grant, shown, correct };
}

test("corrected data are stored, told to the owners with what was and the reason, and seen in their history", async () => {
  const { till, id, boss, grant, correct } = await corrected();
  const before = await readProvider(grant, id);
  await correct(
    { address: "Carrera 50 # 80-12", personName: "Ana Ruiz Ospino", idKind: "CC", idNumber: "1.042.555.318" },
    (company, changes, why) => ({ subject: company, text: `${JSON.stringify(changes)} ${why}` }),
  );
  expect(await readProvider(grant, id)).toEqual({
    ...before,
    address: "Carrera 50 # 80-12",
    municipality: "08001",
  });
  expect(await readRepresentative(grant, id)).toMatchObject({
    name: "Ana Ruiz Ospino",
    idKind: "CC",
    idNumber: "1042555318",
  });
  const [mail] = await mailsTo(boss.email);
  expect(mail?.text).toContain(
    JSON.stringify({ part: "address", was: before?.address, is: "Carrera 50 # 80-12" }),
  );
  expect(mail?.text).toContain(reason);
  const [act] = await call(databaseFor(authorize(till.actor, "history.read")), "own_caja_acts", {
    provider: id,
    person: till.actor.personId,
  });
  expect(act).toMatchObject({ action: "provider.corrected", reason });
  expect(act?.parts).toEqual(expect.arrayContaining(["address", "person_document", "person_name"]));
});

test("the log keeps the company's data as they were and are, and none of a person", async () => {
  const { id, grant, correct } = await corrected();
  const before = await readProvider(grant, id);
  await correct({ phone: "605 323 5000", personName: "Nombre Muy Propio", mobile: "300 123 4567" });
  const [event] = await owner<{ detail: Record<string, unknown> }[]>`select detail from audit_event
    where action = 'provider.corrected' and subject_id = ${id}`;
  expect(event?.detail).toMatchObject({
    reason,
    was: { phone: before?.phone },
    now: { phone: "+576053235000" },
  });
  expect(event?.detail.parts).toEqual(expect.arrayContaining(["person_mobile", "person_name", "phone"]));
  expect(JSON.stringify(event)).not.toMatch(/Muy Propio|300123/);
});

test("of ten concurrent corrections one is stored, and the others are refused for what changed", async () => {
  const { id, boss, correct } = await corrected();
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, (_, at) => correct({ address: `Calle ${at + 1} # 2-3` })),
  );
  const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(refused).toHaveLength(9);
  for (const refusal of refused)
    expect(refusal).toMatchObject({ code: "changed_since", about: [{ what: "company" }] });
  expect(await mailsTo(boss.email)).toHaveLength(1);
  expect(
    await owner`select from audit_event where action = 'provider.corrected' and subject_id = ${id}`,
  ).toHaveLength(1);
});

test("nothing is stored or told when nothing changes, and a person who is no owner there is not corrected", async () => {
  const { id, boss, correct } = await corrected();
  await owner`update provider set municipality = '08001' where id = ${id}`;
  const again = await corrected();
  await owner`update provider set municipality = '08001' where id = ${again.id}`;
  const seen = async () => readProviderSeen(again.grant, again.id);
  await expect(again.correct({ seen: await seen() })).rejects.toMatchObject({ code: "same_data" });
  await expect(
    again.correct({ seen: await seen(), person: boss.personId, personName: "Otra" }),
  ).rejects.toMatchObject({ code: "changed_since" });
  await expect(correct({ seen: "{}", address: "Otra" })).rejects.toMatchObject({ code: "changed_since" });
  expect(await mailsTo(boss.email)).toHaveLength(0);
});

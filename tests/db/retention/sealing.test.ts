import { expect, test } from "vitest";
import { cajaDatabase, jobsDatabase } from "@/db/client";
import { call } from "@/db/contract/call";
import { findRepresentative } from "@/db/queries/provider";
import { openPerson } from "@/domain/account/sealed-fields";
import { openDocument } from "@/domain/request/sealed-documents";
import { sealPlain } from "@/domain/retention/seal-plain";
import { searchEverywhere } from "@/domain/search/search";
import { authorize } from "@/model/access";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { file, makeApplicant, somePaper } from "@/tests/support/factories/request";
import { makeOfficial } from "@/tests/support/officials";

async function paperOf(filingNumber: string) {
  const [row] = await owner<{ id: string; content: Buffer; sealed_as: string | null }[]>`
    select d.id, d.content, d.sealed_as from request_document d join request r on r.id = d.request_id
    where r.filing_number = ${filingNumber} and d.kind = 'rut'`;
  if (!row) throw new Error("no paper");
  const { personId: actor } = await makeOfficial("administrator");
  const view = (sealed?: boolean) =>
    call(cajaDatabase(), "view_request_paper", {
      filingNumber,
      document: row.id,
      actor,
      ip: "192.0.2.1",
      sealed,
    });
  return { ...row, view };
}

test("a document is encrypted at rest, opens for who reviews it, and an earlier version is not given its ciphertext", async () => {
  const paper = somePaper();
  const { content, sealed_as, id, view } = await paperOf(await file(await makeApplicant()));
  expect(sealed_as).toBe(id);
  expect(content.includes(paper.content)).toBe(false);
  const shown = await view(true);
  expect(shown && openDocument(shown)).toEqual(paper.content);
  expect(await view()).toBeNull();
});

test("a document moved to another row does not decrypt", async () => {
  const [one, other] = [
    await paperOf(await file(await makeApplicant())),
    await paperOf(await file(await makeApplicant())),
  ];
  expect(() => openDocument({ content: one.content, sealedAs: other.id })).toThrow();
});

test("the job encrypts what an earlier version wrote as it was, empties the plain columns, and the data are read as before", async () => {
  const { personId } = await makeMember(await makeProvider({}), "owner");
  const idNumber = `10${String(Date.now()).slice(-8)}`;
  await owner`update person set id_kind = 'CC', id_number = ${idNumber}, mobile = '+573001234567' where id = ${personId}`;
  const filed = await file(await makeApplicant());
  const plain = somePaper().content;
  await owner`update request_document d set content = ${plain}, sealed_as = null from request r
    where r.id = d.request_id and r.filing_number = ${filed}`;
  const [member] = await owner<{ provider_id: string }[]>`select provider_id from membership
    where person_id = ${personId}`;
  const read = async () => {
    const found = await findRepresentative(cajaDatabase(), member?.provider_id ?? "");
    return found && openPerson(found);
  };
  const grant = authorize(await makeOfficial("administrator"), "caja.search");
  const found = async () => (await searchEverywhere(grant, idNumber, { ip: "192.0.2.1" })).hits;
  const before = { person: await read(), hits: await found() };
  expect(before.hits).toMatchObject([{ kind: "person", subject: personId }]);

  await sealPlain(jobsDatabase());
  const [row] = await owner`select id_number, mobile, id_number_sealed from person where id = ${personId}`;
  expect(row).toMatchObject({ id_number: null, mobile: null, id_number_sealed: expect.any(Buffer) });
  expect({ person: await read(), hits: await found() }).toEqual(before);
  const paper = await paperOf(filed);
  expect(paper.content.includes(plain)).toBe(false);
  const shown = await paper.view(true);
  expect(shown && openDocument(shown)).toEqual(plain);
});

test("the job leaves a value that changed while it was being sealed to the next round", async () => {
  const { personId } = await makeMember(await makeProvider({}), "owner");
  await owner`update person set mobile = '+573009999999' where id = ${personId}`;
  const done = await call(jobsDatabase(), "seal_person", {
    person: personId,
    idNumber: null,
    mobile: "+573001111111",
    sealed: { mobile: "" },
  });
  expect(done).toBe(false);
  const [row] = await owner`select mobile from person where id = ${personId}`;
  expect(row?.mobile).toBe("+573009999999");
});

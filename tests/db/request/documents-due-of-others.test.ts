import { expect, test } from "vitest";
import { sendCorrection } from "@/domain/request/correct";
import { decide } from "@/domain/request/decide";
import { authorize, type ProviderActor } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  somePaper,
  uploads,
} from "@/tests/support/factories/request";
import { ownApplications } from "@/tests/support/own-applications";

const { application } = ownApplications();

const papers = (kinds: readonly string[], name = "") =>
  Object.fromEntries(kinds.map((kind) => [kind, somePaper(`${kind}${name}.pdf`)]));

async function filed(code: string) {
  const actor = await makeApplicant();
  const request = await find(actor, await file(actor, code, papers(["rut", "doc_licencia"])));
  return { actor, id: request?.id ?? "" };
}

async function returned(id: string) {
  const email = { subject: "x", text: "x" };
  await decide(
    await makeAdministrator(),
    { requestId: id, decision: "returned", reason: "1. RUT.", reasons: [{ code: "D1", document: "rut" }] },
    { compose: () => email, closingReason: "x" },
    browser(),
  );
}

const correct = (actor: ProviderActor, requestId: string, name: string) =>
  sendCorrection(
    authorize(actor, "application.request"),
    { requestId, agreementNumber: null, note: "Va.", uploads: uploads(papers(["rut"], name)) },
    browser(),
  );

const papersOf = (id: string) => owner<{ name: string; replaced: Date | null }[]>`
  select file_name as name, replaced_at as replaced from request_document where request_id = ${id}
  order by uploaded_at, file_name`;
const standing = async (id: string) =>
  (await papersOf(id))
    .filter(({ replaced }) => replaced === null)
    .map(({ name }) => name)
    .sort();

test("a correction takes the place of the papers of its own request and kind that count now", async () => {
  const code = await application("rut", "doc_licencia");
  const [own, other] = [await filed(code), await filed(code)];
  for (const { id } of [own, other]) await returned(id);
  await correct(own.actor, own.id, "-dos");
  expect(await standing(own.id)).toEqual(["doc_licencia.pdf", "rut-dos.pdf"]);
  expect(await standing(other.id)).toEqual(["doc_licencia.pdf", "rut.pdf"]);
  const replacedAt = async () => (await papersOf(own.id)).find(({ name }) => name === "rut.pdf")?.replaced;
  const before = await replacedAt();
  await returned(own.id);
  await correct(own.actor, own.id, "-tres");
  expect(await standing(own.id)).toEqual(["doc_licencia.pdf", "rut-tres.pdf"]);
  expect(await replacedAt()).toEqual(before);
});

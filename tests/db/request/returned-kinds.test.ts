import { expect, test } from "vitest";
import { publicDatabase } from "@/db/client";
import { listDocuments } from "@/db/queries/request";
import { decide } from "@/domain/request/decide";
import type { RequestReason } from "@/model/request";
import { browser, owner } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeApplicant,
  somePaper,
  whoFiled,
} from "@/tests/support/factories/request";
import { ownApplications } from "@/tests/support/own-applications";

const { application } = ownApplications();

async function returned(requestId: string, ...reasons: RequestReason[]) {
  const email = { subject: "x", text: "x" };
  await decide(
    await makeAdministrator(),
    { requestId, decision: "returned", reason: "Corrija los documentos.", reasons },
    { compose: () => email, closingReason: "x" },
    browser(),
  );
}

test("a request is not returned for a document that was never asked of it, and stays as it was", async () => {
  const code = await application("rut");
  const actor = await makeApplicant();
  const { id } = (await find(actor, await file(actor, code, { rut: somePaper() }))) ?? { id: "" };
  for (const document of ["doc_licencia", "chamber"])
    await expect(
      returned(id, { code: "D5", document }, { code: "D1", document: "rut" }),
    ).rejects.toMatchObject({ code: "changed_since" });
  expect((await owner`select state from request where id = ${id}`)[0]).toEqual({ state: "submitted" });
  expect((await listDocuments(publicDatabase(), await whoFiled(id), id)).map(({ mark }) => mark)).toEqual([
    null,
  ]);
  await returned(id, { code: "D1", document: "rut" });
  expect((await owner`select state from request where id = ${id}`)[0]).toEqual({ state: "returned" });
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { findSeen } from "@/db/queries/seen";
import { decideReport } from "@/domain/report/decide-report";
import { readReportSeen } from "@/domain/report/read-report";
import { sendCorrection } from "@/domain/request/correct";
import { decide } from "@/domain/request/decide";
import { settle } from "@/domain/settlement/settle";
import { decideUndo, readUndoSeen } from "@/domain/use/decide-undo";
import { DecideUndoInput } from "@/domain/use/schema";
import { askForUndo } from "@/domain/use/undo-use";
import { authorize } from "@/model/access";
import {
  file,
  find,
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  somePaper,
  uploads,
} from "@/tests/support/factories/request";
import { report } from "@/tests/support/file-report";
import { owner } from "@/tests/support/look-up-orders";
import { grantOf } from "@/tests/support/officials";
import { shownVersions } from "@/tests/support/settle-shown-uses";
import { client, confirmation, grantToUse, makeComparedOrder, register } from "@/tests/support/use-order";

const email = () => ({ subject: "x", text: "x" });
const about = (...parts: string[]) => ({
  code: "changed_since",
  about: parts.map((what) => ({ what })),
});

test("an undo request is decided on the use as it was shown; a stale form is refused with what changed", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const useId = (await register(till, confirmation(lookupId))) ?? "";
  await askForUndo(grantToUse(till), { useId, key: randomUUID(), reason: "Era de otra persona" }, client());
  const [request] = await owner<{ id: string }[]>`select id from undo_request where use_id = ${useId}`;
  const requestId = request?.id ?? "";
  const grant = await grantOf("officer", "use.undo");
  const decision = { requestId, approve: true, reason: "Revisado con el proveedor" };
  const seen = await readUndoSeen(grant, requestId);
  await settle(
    await grantOf("officer", "settlement.manage"),
    {
      providerId: till.actor.provider.id,
      uses: await shownVersions([useId]),
      scope: "marked",
      to: "objected",
      invoice: "",
      value: null,
      cufe: "",
      reason: "No coincide con el papel",
    },
    email,
    client(),
  );
  await expect(decideUndo(grant, { ...decision, seen }, email, client())).rejects.toMatchObject(
    about("settlement"),
  );
  const [row] = await owner`select decided_at from undo_request where id = ${requestId}`;
  expect(row?.decided_at).toBeNull();
  await decideUndo(grant, { ...decision, seen: await readUndoSeen(grant, requestId) }, email, client());
});

test("a report is closed on the order as it was shown; a stale form is refused", async () => {
  const { till, order, lookupId } = await makeComparedOrder();
  const folio = (await report(till, lookupId, { reason: "holder" })) ?? "";
  const grant = await grantOf("officer", "report.handle");
  const reading = authorize(grant.actor, "report.read");
  const seen = await readReportSeen(reading, folio);
  const close = (shownThen: string) =>
    decideReport(
      grant,
      { folio, outcome: "nothing", answer: null, orderAction: "annul", seen: shownThen },
      { usual: () => "x", compose: email },
      client(),
    );
  await owner`update "order" set value = 500000, balance = 500000, state = 'delivered' where id = ${order.id}`;
  await expect(close(seen)).rejects.toMatchObject(about("state", "value"));
  await expect(close("{}")).rejects.toMatchObject({ code: "changed_since" });
  const withoutPhoto = await readReportSeen(reading, folio);
  await owner`insert into report_photo (report_id, media_type, size, sealed)
    select id, 'image/jpeg', 3, '\\x010203' from report where folio = ${folio}`;
  await expect(close(withoutPhoto)).rejects.toMatchObject(about("photo"));
  await close(await readReportSeen(reading, folio));
});

test("a request is approved with the documents and competing requests that were shown; a stale form is refused", async () => {
  const [grant, applicant] = [await makeAdministrator(), await makeApplicant()];
  await makeAgreement(applicant.provider.nit);
  const number = await file(applicant);
  const requestId = (await find(applicant, number))?.id ?? "";
  const readVersion = () => findSeen(cajaDatabase(), "request", number);
  const move = (decision: "approved" | "returned", seen: string) =>
    decide(
      grant,
      { requestId, decision, reason: decision === "returned" ? "Falta una hoja" : null, seen },
      { compose: email, closingReason: "x" },
      client(),
    );
  const first = await readVersion();
  await move("returned", first);
  await sendCorrection(
    authorize(applicant, "application.request"),
    { requestId, agreementNumber: null, note: null, uploads: uploads({ rut: somePaper("nuevo.pdf") }) },
    client(),
  );
  await expect(move("approved", first)).rejects.toMatchObject(about("papers", "sent"));
  const second = await readVersion();
  const rival = await makeApplicant(applicant.provider.nit);
  await file(rival);
  await expect(move("approved", second)).rejects.toMatchObject(about("rivals"));
  await move("approved", await readVersion());
});

test("a form version that cannot be parsed counts as no version", () => {
  const form = { requestId: randomUUID(), decision: "approve", reason: "Revisado con el proveedor" };
  for (const seen of [undefined, "", "no", "[1]", '{"a":1}', `{"a":"${"x".repeat(3_000)}"}`])
    expect(DecideUndoInput.parse({ ...form, seen }).seen).toBe("{}");
  expect(DecideUndoInput.parse({ ...form, seen: '{"state": "abc"}' }).seen).toBe('{"state":"abc"}');
});

import { afterAll, expect, test } from "vitest";
import { answerRightsRequest } from "@/domain/rights/answer";
import { viewRightsRequest } from "@/domain/rights/desk";
import { type CodeEmail, reissueRightsCode } from "@/domain/rights/reissue-code";
import { openRightsRequest, readRightsStatus } from "@/domain/rights/status";
import { authorize } from "@/model/access";
import { browser, mailsTo, owner } from "@/tests/support/factories/account";
import { fileRights, rightsRow, stepEmail } from "@/tests/support/factories/rights";
import { loggedEvents } from "@/tests/support/logged-events";
import { grantOf, makeOfficial } from "@/tests/support/officials";
import { firstValue, inRolledBack } from "@/tests/support/rolled-back";

afterAll(() => owner.end());

const client = browser();
const email: CodeEmail = ({ number, code }) => ({ subject: `otro ${number}`, text: code });

test("another code goes to the mailbox of the request, and the one before opens nothing", async () => {
  const grant = await grantOf("officer", "rights.handle");
  const { number, code, email: mailbox } = await fileRights({ kind: "erase" });
  await reissueRightsCode(grant, { number, version: 1 }, email, client);
  const sent = (await mailsTo(mailbox)).find(({ subject }) => subject === `otro ${number}`);
  const fresh = sent?.text ?? "";
  expect(fresh).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  await expect(openRightsRequest({ number, code }, browser())).rejects.toThrow("rights_unknown");
  expect(await readRightsStatus(code)).toBeNull();
  await openRightsRequest({ number, code: fresh }, browser());
  expect((await readRightsStatus(fresh))?.words.map(({ kind }) => kind)).toEqual(["filed", "code_sent"]);
  const log = await loggedEvents(number);
  expect(log.map(([action]) => action)).toEqual(expect.arrayContaining(["rights.code_sent"]));
  expect(JSON.stringify(log)).not.toContain(fresh);
  const view = await viewRightsRequest(authorize(grant.actor, "rights.read"), number, client);
  expect(view?.events[0]).toMatchObject({ kind: "code_sent", text: null });
  // A page from before this step decides nothing any more.
  await expect(reissueRightsCode(grant, { number, version: 1 }, email, client)).rejects.toThrow(
    "rights_changed",
  );
});

test("who lost the code of an answered request reads the answer with another one, until its words are forgotten", async () => {
  const grant = await grantOf("officer", "rights.handle");
  const { number, email: mailbox } = await fileRights();
  const answer = { number, version: 1, result: "granted", text: "Aquí está" } as const;
  await answerRightsRequest(grant, answer, { compose: stepEmail, write: () => "" }, client);
  await reissueRightsCode(grant, { number, version: 2 }, email, client);
  const fresh = (await mailsTo(mailbox)).find(({ subject }) => subject === `otro ${number}`)?.text ?? "";
  expect((await readRightsStatus(fresh))?.words).toContainEqual(
    expect.objectContaining({ kind: "answered", text: "Aquí está" }),
  );
  expect(await rightsRow(number)).toMatchObject({ state: "answered", version: 3 });
  await owner`update rights_request set content_sealed = null where number = ${number}`;
  await expect(reissueRightsCode(grant, { number, version: 3 }, email, client)).rejects.toThrow(
    "rights_gone",
  );
});

test("a code is reissued by who handles requests, for one that is there, on the version that was seen", async () => {
  const { personId: officer } = await makeOfficial("officer");
  const { personId: reader } = await makeOfficial("auditor");
  const filed = [await fileRights(), await fileRights()];
  const [mine = "", other = ""] = filed.map(({ number }) => number);
  await inRolledBack(async (sql) => {
    const reissue = (actor: string, number: string, version: number, code: string) =>
      firstValue<string>(sql`select reissue_rights_code(${actor}, ${number}, ${version}, gen_random_uuid(),
        ${Buffer.from(code)}, '[]', 'x')`);
    const close = (number: string, changes: object) => sql`update rights_request set
      ${sql({ state: "answered", result: "granted", closed_at: new Date(), ...changes })} where number = ${number}`;
    expect(await reissue(reader, mine, 1, "a")).toBe("not_allowed");
    expect(await reissue(officer, "HD-1990-00000000", 1, "a")).toBe("not_found");
    expect(await reissue(officer, mine, 2, "a")).toBe("changed");
    await close(mine, {});
    expect(await reissue(officer, mine, 2, "a")).toBe("changed");
    expect(await reissue(officer, mine, 1, "a")).toBe("done");
    await close(other, { content_sealed: null });
    expect(await reissue(officer, other, 1, "b")).toBe("not_found");
    const codes =
      await sql`select number from rights_request where code_hash in ${sql([Buffer.from("a"), Buffer.from("b")])}`;
    expect(codes.map(({ number }) => number)).toEqual([mine]);
  });
});

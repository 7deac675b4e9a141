import { expect, test } from "vitest";
import { cajaDatabase, publicDatabase } from "@/db/client";
import { listRequestEvents } from "@/db/queries/request";
import { findRequest, listRequestDocuments } from "@/db/queries/request-desk";
import { countReasons } from "@/db/queries/request-reasons";
import { decide, markDocument, takeBackDecision } from "@/domain/request/decide";
import type { Decision, RequestReason } from "@/model/request";
import { browser, owner, someNit } from "@/tests/support/factories/account";
import {
  file,
  find,
  makeAdministrator,
  makeAgreement,
  makeApplicant,
  outcomeOf,
  whoFiled,
} from "@/tests/support/factories/request";

/** A request that may be approved, with one that competes for its NIT. */
async function makeWaiting({ rivals = 0 } = {}) {
  const nit = someNit();
  const [grant, actor] = await Promise.all([makeAdministrator(), makeApplicant(nit)]);
  await makeAgreement(nit);
  const id = (await find(actor, await file(actor)))?.id ?? "";
  const others = await Promise.all(
    Array.from({ length: rivals }, async () => {
      const rival = await makeApplicant(nit);
      return { rival, id: (await find(rival, await file(rival)))?.id ?? "" };
    }),
  );
  return { grant, actor, id, nit, others };
}
type Waiting = Awaited<ReturnType<typeof makeWaiting>>;

const email = { subject: "Decidida", text: "" };
const decided = (
  { grant, id }: Pick<Waiting, "grant" | "id">,
  decision: Decision,
  reasons: RequestReason[] = [],
) =>
  decide(
    grant,
    { requestId: id, decision, reason: decision === "approved" ? null : "1. RUT: no se lee.", reasons },
    { compose: () => email, closingReason: "Otro registro fue aprobado." },
    browser(),
  );
const takeBack = ({ grant, id }: Pick<Waiting, "grant" | "id">) => takeBackDecision(grant, id, browser());

const mailsOf = (id: string) => owner<{ held: number }[]>`
  select extract(epoch from next_attempt_at - created_at)::int as held from mail
  where event_key like ${`%${id}:%`} and event_key not like ${`%${id}:submitted%`}`;
const stateOf = async (id: string) =>
  (
    await owner<
      { state: string; reason: string | null }[]
    >`select state, reason from request where id = ${id}`
  )[0];

test("a decision's e-mails are held for ten seconds, also those of the requests that it closes", async () => {
  const waiting = await makeWaiting({ rivals: 1 });
  await decided(waiting, "approved");
  const [rival] = waiting.others;
  for (const id of [waiting.id, rival?.id ?? ""])
    expect((await mailsOf(id)).map(({ held }) => held)).toEqual([10]);
});

test.each([
  ["5 seconds", true],
  ["11 seconds", false],
  ["25 days", false],
  ["30 years", false],
])(
  "a request that was decided %s ago can be opened, and taken back within ten seconds",
  async (ago, open) => {
    const waiting = await makeWaiting();
    await decided(waiting, "approved");
    const [row] = await owner<{ filing_number: string }[]>`update request
    set decided_at = now() - ${ago}::interval where id = ${waiting.id} returning filing_number`;
    const found = await findRequest(cajaDatabase(), row?.filing_number ?? "");
    expect((found?.timeToTakeBack ?? -1) > 0).toBe(open);
  },
);

test("an approval that is taken back leaves request, provider, rivals and outbox as they were, and nothing to read", async () => {
  const waiting = await makeWaiting({ rivals: 2 });
  const { actor, id, others } = waiting;
  expect(await outcomeOf(waiting.grant, others[0]?.id ?? "", "returned")).toBe("done");
  await decided(waiting, "approved");
  await takeBack(waiting);
  expect(await stateOf(id)).toEqual({ state: "submitted", reason: null });
  expect(await stateOf(others[0]?.id ?? "")).toEqual({ state: "returned", reason: "El RUT no se lee." });
  expect(await stateOf(others[1]?.id ?? "")).toEqual({ state: "submitted", reason: null });
  const [provider] = await owner`select approved_at from provider where id = ${actor.provider.id}`;
  expect(provider).toEqual({ approved_at: null });
  expect(await owner`select from granted_application where provider_id = ${actor.provider.id}`).toHaveLength(
    0,
  );
  expect(await mailsOf(id)).toHaveLength(0);
  expect((await listRequestEvents(publicDatabase(), await whoFiled(id), id)).map(({ kind }) => kind)).toEqual(
    ["submitted"],
  );
  const log = await owner`select action from audit_event where subject_id = ${id} order by seq`;
  expect(log.map(({ action }) => action)).toEqual([
    "request.submitted",
    "request.approved",
    "request.taken_back",
  ]);
  // It can be decided again, by anybody.
  await decided({ grant: await makeAdministrator(), id }, "approved");
});

test("reasons are stored as codes with their document, mark it for correction, and go with a decision taken back", async () => {
  const waiting = await makeWaiting();
  const { id } = waiting;
  await decided(waiting, "returned", [{ code: "D1", document: "rut" }, { code: "E2" }]);
  const codes = () => owner`
    select r.code, r.document_kind as document from request_reason r join request_event e on e.id = r.event_id
    where e.request_id = ${id} order by r.id`;
  expect(await codes()).toEqual([
    { code: "D1", document: "rut" },
    { code: "E2", document: null },
  ]);
  const counted = await countReasons(cajaDatabase());
  for (const code of ["D1", "E2"]) {
    const row = counted.find((each) => each.code === code);
    expect([row?.month, row?.year].every((count) => (count ?? 0) > 0)).toBe(true);
  }
  const marks = async () =>
    (await listRequestDocuments(cajaDatabase(), id)).map(({ kind, mark }) => [kind, mark]);
  expect(await marks()).toContainEqual(["rut", "fix"]);
  await takeBack(waiting);
  expect(await codes()).toEqual([]);
  expect((await marks()).every(([, mark]) => mark === null)).toBe(true);
});

test("a decision is taken back by who made it alone, within its time, and not after the provider went on", async () => {
  const waiting = await makeWaiting();
  await decided(waiting, "returned");
  await expect(takeBack({ grant: await makeAdministrator(), id: waiting.id })).rejects.toMatchObject({
    code: "decision_stands",
  });
  await owner`update request set decided_at = now() - interval '10 seconds' where id = ${waiting.id}`;
  await expect(takeBack(waiting)).rejects.toMatchObject({ code: "decision_stands" });
  const rejected = await makeWaiting();
  await decided(rejected, "rejected");
  await file(rejected.actor);
  await expect(takeBack(rejected)).rejects.toMatchObject({ code: "decision_stands" });
  expect(await stateOf(rejected.id)).toMatchObject({ state: "rejected" });
});

test("a decision stands as soon as one of its e-mails is being sent", async () => {
  const waiting = await makeWaiting({ rivals: 1 });
  await decided(waiting, "approved");
  await owner`select begin_mail(id, 60) from mail where event_key like ${`%${waiting.others[0]?.id}:%`}
    and event_key not like '%:submitted%'`;
  await expect(takeBack(waiting)).rejects.toMatchObject({ code: "decision_stands" });
  expect(await mailsOf(waiting.id)).toHaveLength(1);
});

test("of ten who take a decision back at once one does", async () => {
  const waiting = await makeWaiting();
  await decided(waiting, "approved");
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => takeBack(waiting)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a wrong check digit stops an approval, and no other decision", async () => {
  const waiting = await makeWaiting();
  await owner`update provider set check_digit = (check_digit + 1) % 10 where id = ${waiting.actor.provider.id}`;
  await expect(decided(waiting, "approved")).rejects.toMatchObject({ code: "wrong_check_digit" });
  await decided(waiting, "returned");
});

test("a document is marked as right while its request waits, and no longer once it is decided", async () => {
  const waiting = await makeWaiting();
  const [document] = await listRequestDocuments(cajaDatabase(), waiting.id);
  const mark = (good: boolean, request = waiting.id) =>
    markDocument(waiting.grant, { request, document: document?.id ?? "", good }, browser());
  const other = await makeWaiting();
  await expect(mark(true, other.id)).rejects.toMatchObject({ code: "request_not_found" });
  const marked = async () => (await listRequestDocuments(cajaDatabase(), waiting.id))[0]?.mark;
  await mark(true);
  expect(await marked()).toBe("good");
  const logged = await owner`
    select from audit_event where action = 'request.document_marked' and subject_id = ${waiting.id}`;
  expect(logged).toHaveLength(1);
  await mark(false);
  expect(await marked()).toBeNull();
  await decided(waiting, "rejected");
  await expect(mark(true)).rejects.toMatchObject({ code: "request_already_decided" });
});

test("of fifty people who decide the same twenty requests each request has one decision, and all others are told", async () => {
  const [people, requests] = await Promise.all([
    Promise.all(Array.from({ length: 50 }, makeAdministrator)),
    Promise.all(Array.from({ length: 20 }, () => makeWaiting())),
  ]);
  const decisions = ["approved", "returned", "rejected"] as const;
  const outcomes: { id: string; outcome: string }[] = [];
  // Some requests at a time: a thousand calls at once would wait for a connection longer than any is kept waiting.
  for (let first = 0; first < requests.length; first += 4)
    outcomes.push(
      ...(await Promise.all(
        people.flatMap((grant, who) =>
          requests.slice(first, first + 4).map(async ({ id }, which) => ({
            id,
            outcome: await outcomeOf(grant, id, decisions[(who + which) % 3] ?? "approved"),
          })),
        ),
      )),
    );
  for (const { id } of requests) {
    const own = outcomes.filter((each) => each.id === id).map(({ outcome }) => outcome);
    expect(own.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(own.filter((outcome) => outcome === "request_already_decided")).toHaveLength(49);
    const events = await listRequestEvents(publicDatabase(), await whoFiled(id), id);
    expect(events).toHaveLength(2);
  }
});

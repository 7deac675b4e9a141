import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type LogFilter, readLog } from "@/domain/audit/read-log";
import { authorize } from "@/model/access";
import { owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";

const anything: LogFilter = { from: null, to: null, action: null, person: "", provider: "", subject: "" };

/** An event from an address. */
async function happened(ip: string) {
  const subject = randomUUID();
  const [event] = await owner<{ seq: string }[]>`
    select audit_append('test.happened', null, null, 'test', ${subject}, p_ip => ${ip}) as seq`;
  return { subject, seq: event?.seq ?? "" };
}

const lineOf = async (seq: string) =>
  (await owner<{ line: string }[]>`select audit_line(e) as line from audit_event e where seq = ${seq}`)[0]
    ?.line;

async function shownAddress(subject: string): Promise<string | null | undefined> {
  const grant = authorize(await makeOfficial("auditor"), "audit.read");
  const { lines } = await readLog(grant, { ...anything, subject, before: null }, { limit: 5 });
  return lines[0]?.ip;
}

test("the address of an event is shown until its time is over, and its end changes no line of the chain", async () => {
  const { subject, seq } = await happened("198.51.100.23");
  const line = await lineOf(seq);
  expect(line).not.toContain("198.51.100.23");
  expect(await shownAddress(subject)).toBe("198.51.100.23");
  await owner`delete from audit_address where seq = ${seq}`;
  expect(await lineOf(seq)).toBe(line);
  expect(await shownAddress(subject)).toBeNull();
});

test("two events from one address have nothing in common that tells it", async () => {
  const [one, other] = [await happened("198.51.100.24"), await happened("198.51.100.24")];
  const rows = await owner<
    { ip: string }[]
  >`select ip from audit_event where seq in (${one.seq}, ${other.seq})`;
  expect(new Set(rows.map(({ ip }) => ip)).size).toBe(2);
});

test("an address that was changed afterwards is not shown", async () => {
  const { subject, seq } = await happened("198.51.100.25");
  await owner`update audit_address set ip = '203.0.113.9' where seq = ${seq}`;
  expect(await shownAddress(subject)).toBeNull();
});

test("an event of a version before says its address itself, and no page shows it longer than that of others", async () => {
  const shownAfter = async (at: string) => {
    const subject = randomUUID();
    await owner`insert into audit_event (at, action, subject_kind, subject_id, channel, ip, detail)
      values (now() - ${at}::interval, 'test.happened', 'test', ${subject}, 'web', '203.0.113.10', '{}')`;
    return shownAddress(subject);
  };
  expect(await shownAfter("2 years -1 hour")).toBe("203.0.113.10");
  expect(await shownAfter("2 years 1 hour")).toBeNull();
});

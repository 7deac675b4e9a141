import { randomInt, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobsDatabase } from "@/db/client";
import { connect } from "@/db/connection";
import { call } from "@/db/contract/call";
import { confirmAccount } from "@/domain/account/confirm";
import { authorise, saveStep } from "@/domain/account/register";
import { saveIncident } from "@/domain/incident/incidents";
import { lookupLimits } from "@/domain/lookup/budget";
import { lookUpOrder } from "@/domain/lookup/look-up";
import { giveLookupProof } from "@/domain/proof/give-proof";
import { answerRightsRequest } from "@/domain/rights/answer";
import { noteRightsIdentity } from "@/domain/rights/desk";
import { inviteMember } from "@/domain/team/invite-member";
import { parseDatabaseUrl, withDatabase } from "@/lib/database-url";
import { errorFacts } from "@/lib/error-facts";
import {
  browser,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
  PASSWORD,
  someEmail,
  teamGrant,
} from "@/tests/support/factories/account";
import { proposed, someAccount } from "@/tests/support/factories/bank-account";
import { company, draftOf, submit } from "@/tests/support/factories/registration";
import { file, makeApplicant } from "@/tests/support/factories/request";
import { fileProvenRights, stepEmail } from "@/tests/support/factories/rights";
import { report } from "@/tests/support/file-report";
import { makeOrder, makeTill } from "@/tests/support/look-up-orders";
import { clusterUrl } from "@/tests/support/new-database";
import { grantOf } from "@/tests/support/officials";
import { lookUpOutcome, typedLookUp } from "@/tests/support/typed-look-up";
import { lookUp } from "@/tests/support/use-order";

const digits = (first: number, length: number) =>
  String(first) + Array.from({ length: length - 1 }, () => randomInt(10)).join("");
const letters = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(97 + randomInt(26))).join("");
/** Values that stand nowhere else, by where a person types them. */
const canaries = {
  idNumber: digits(1, 10),
  mobile: `+573${digits(1, 9)}`,
  typedBeforeTheMail: `Calle ${randomUUID()}`,
  document: `paper-${randomUUID()}`,
  affiliateId: digits(1, 10),
  idInTheNumbersField: digits(1, 10),
  nameInTheNumbersField: `Z${letters(12)}`,
  reportWords: `words-${randomUUID()}`,
  photo: `photo-${randomUUID()}`,
  bankAccount: digits(1, 11),
  invitationLink: "",
  rightsName: `Ana ${randomUUID()}`,
  rightsMailbox: `${randomUUID()}@prueba.example`,
  rightsIdNumber: digits(1, 10),
  rightsWords: `asked-${randomUUID()}`,
  rightsCode: "",
  identityNote: `seen-${randomUUID()}`,
  rightsAnswer: `answered-${randomUUID()}`,
  heldData: `held-${randomUUID()}`,
  incident: `happened-${randomUUID()}`,
};

let superuser: ReturnType<typeof connect>;
beforeAll(async () => {
  await makePolicy();
  const name = parseDatabaseUrl(process.env.DATABASE_URL ?? "")?.database ?? "";
  superuser = connect(withDatabase(clusterUrl(), name), null, 1);

  const from = { ...browser(), language: "es-CO", token: undefined } as const;
  const begun = await authorise({ treatment: "1", terms: "1" }, from);
  const unconfirmed = { ...company(), address: canaries.typedBeforeTheMail };
  await saveStep(begun, await draftOf(begun), { company: unconfirmed });

  const token = await authorise({ treatment: "1", terms: "1" }, from);
  await saveStep(token, await draftOf(token), { company: company() });
  const { idNumber, mobile } = canaries;
  const person = { name: "Ana", idKind: "CC", idNumber, email: someEmail(), mobile };
  await saveStep(token, await draftOf(token), { person });
  await confirmAccount({ token: await submit(token), password: PASSWORD }, browser());

  const content = Buffer.from(`%PDF-1.7 ${canaries.document}`);
  const paper = (name: string) => ({ name, type: "application/pdf" as const, content });
  await file(await makeApplicant(), "CONVENIOS", { rut: paper("rut.pdf"), chamber: paper("camara.pdf") });

  const till = await makeTill();
  await lookUpOutcome(till, await makeOrder({ idNumber: canaries.affiliateId }));
  await swapFields(till);
  const photo = { type: "image/png" as const, content: Buffer.from(canaries.photo) };
  await report(till, await lookUp(till, await makeOrder()), { words: canaries.reportWords, photo });
  await proposed(till.actor.provider.id, { ...someAccount, number: canaries.bankAccount });
  await inviteSomebody();
  await askAboutData();
  await recordIncident();
});
afterAll(async () => {
  await superuser.end();
  await owner.end();
});

/** The fields are swapped at a counter until it has to wait, and a proof of each answer is taken. */
async function swapFields(till: Awaited<ReturnType<typeof makeTill>>): Promise<void> {
  const { nameInTheNumbersField: name, idInTheNumbersField: id } = canaries;
  for (let at = 0; at < lookupLimits.orderDay.pauses[0].at + 1; at += 1)
    for (const number of [id, `${name} Zea ${id}`, `${name}${id.slice(-3)}`]) {
      const asked = await lookUpOrder(till, typedLookUp({ idNumber: "700004", number }), browser());
      await giveLookupProof(till, asked, browser());
    }
}

/** An owner invites a colleague; the token of the link goes by mail alone. */
async function inviteSomebody(): Promise<void> {
  const provider = await makeProvider();
  const { personId } = await makeMember(provider, "owner");
  const spy = (token: string) => {
    canaries.invitationLink = token;
    const notice = { subject: "x", text: token };
    return { invite: notice, known: notice };
  };
  const invited = { name: "Luis", email: someEmail(), role: "clerk" } as const;
  await inviteMember(teamGrant(provider, personId), invited, spy, browser());
}

/** Somebody asks about their own data, and the desk answers with a file. */
async function askAboutData(): Promise<void> {
  const filed = await fileProvenRights({
    ...{ name: canaries.rightsName, email: canaries.rightsMailbox, idNumber: canaries.rightsIdNumber },
    words: canaries.rightsWords,
  });
  canaries.rightsCode = filed.code;
  const grant = await grantOf("officer", "rights.handle");
  const { number } = filed;
  await noteRightsIdentity(grant, { number, version: 1, text: canaries.identityNote }, browser());
  const words = { compose: stepEmail, write: () => canaries.heldData };
  const answer = { number, version: 2, result: "granted", text: canaries.rightsAnswer, file: "1" } as const;
  await answerRightsRequest(grant, answer, words, browser());
}

async function recordIncident(): Promise<void> {
  const day = "2001-05-02";
  await saveIncident(
    await grantOf("officer", "incident.manage"),
    {
      ...{ key: randomUUID(), version: 0, kind: "loss", detectedOn: day, knownOn: day, happenedOn: day },
      ...{ data: ["identity"], people: 1, happened: canaries.incident, cause: "", measures: "", notice: "" },
    },
    browser(),
  );
}

/** Which values stand in some bytes that the query gives, as text or as the hexadecimal of a dump. */
async function foundIn(parts: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<string[]> {
  const found = new Set<string>();
  for await (const part of parts)
    for (const [name, value] of Object.entries(canaries))
      if (part.includes(value) || part.includes(Buffer.from(value).toString("hex"))) found.add(name);
  return [...found];
}

async function* dump(): AsyncGenerator<Buffer> {
  const tables = await superuser<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  for (const { name } of tables)
    for (const { row } of await superuser.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`))
      yield Buffer.from(row);
}

async function* filesOfTheDataFolder(): AsyncGenerator<Buffer> {
  await superuser`checkpoint`;
  const files = await superuser<{ path: string }[]>`
    select pg_relation_filepath(c.oid) as path from pg_class c
    where c.relnamespace in ('public'::regnamespace, 'pg_toast'::regnamespace) and pg_relation_filepath(c.oid) is not null
    union all select 'pg_wal/' || w.name from pg_ls_waldir() w`;
  for (const { path } of files) {
    const [row] = await superuser<{ bytes: Buffer | null }[]>`
      select pg_read_binary_file(${path}, 0, 1000000000, true) as bytes`;
    if (row?.bytes) yield row.bytes;
  }
}

test("what a person types of itself is found in no column of a dump", async () => {
  expect(await foundIn(dump())).toEqual([]);
});

test("what a person types of itself is found in no file of the database, and not in its log of writes", async () => {
  expect(await foundIn(filesOfTheDataFolder())).toEqual([]);
});

test("a value that is stored as it is would be found in the dump and in the files", async () => {
  await owner`insert into person (email, name) values (${someEmail()}, ${canaries.mobile})`;
  expect(await foundIn(dump())).toEqual(["mobile"]);
  expect(await foundIn(filesOfTheDataFolder())).toEqual(["mobile"]);
});

test("a statement that fails with such a value leaves none of it in what the log writes of the error", async () => {
  const failures = await Promise.all(
    Object.values(canaries).map((value) =>
      call(jobsDatabase(), "forget", { rule: value, limit: 1 }).then(
        () => null,
        (error: unknown) => error,
      ),
    ),
  );
  expect(failures.map((error) => error instanceof Error)).toEqual(failures.map(() => true));
  const written = failures.map((error) =>
    JSON.stringify([errorFacts(error), String(error), (error as Error).stack]),
  );
  expect(await foundIn(written.map((line) => Buffer.from(line)))).toEqual([]);
});

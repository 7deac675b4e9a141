import { beforeAll, expect, test } from "vitest";
import { readPasswordLink } from "@/domain/account/recover";
import { personIdIndex } from "@/domain/account/sealed-fields";
import { openSessionFor } from "@/domain/account/sign-in";
import { confirmEmailChange, requestEmailChange } from "@/domain/own-account/email-change";
import {
  addMembership,
  browser,
  mailsTo,
  makeMember,
  makePolicy,
  makeProvider,
  owner,
} from "@/tests/support/factories/account";
import { enrol, factorSession, halfSession } from "@/tests/support/factories/factor";
import { makeOfficial } from "@/tests/support/officials";
import { rowOf, someoneLeft } from "@/tests/support/someone-left";

beforeAll(makePolicy);

/** Asks for another e-mail, and answers what both of its links do. */
async function beginChange(person: string, email: string, session = "") {
  const token = session || (await openSessionFor(person, false, browser())).token;
  const links: string[] = [];
  const told: string[] = [];
  const letter = (link: string) => {
    links.push(link);
    return { subject: "enlace", text: "" };
  };
  const letters = { toOld: letter, toNew: letter, taken: { subject: "tomado", text: "" } };
  await requestEmailChange(token, await factorSession(token), email, letters, browser());
  for (const { subject } of await mailsTo(email)) if (subject !== "aviso") told.push(subject);
  const confirm = async () => {
    let isChanged = false;
    for (const link of links)
      isChanged = await confirmEmailChange(link, { subject: "cambió", text: "" }, browser());
    return isChanged;
  };
  return { told, confirm };
}

test("who proves the mailbox of somebody who left may change their e-mail to it", async () => {
  const { provider, email, ana, idNumber, link } = await someoneLeft();
  const { personId: berta } = await makeMember(provider, "clerk");
  const { told, confirm } = await beginChange(berta, email);
  expect(told).toEqual(["enlace"]);
  expect(await rowOf(ana)).toMatchObject({ email });
  expect(await confirm()).toBe(true);
  expect(await rowOf(berta)).toMatchObject({ email, id_number_index: null });
  expect(await rowOf(ana)).toMatchObject({
    ...{ name: "Ana Anterior", email: `${ana}@anterior.invalid` },
    ...{ id_number_index: personIdIndex(idNumber), enters: false, factor: false, pin: false },
  });
  expect((await readPasswordLink(link))?.state).toBe("superseded");
});

test("an address is not taken from somebody who works again before the change is confirmed", async () => {
  const { provider, email, ana } = await someoneLeft();
  const { personId: berta, email: was } = await makeMember(provider, "clerk");
  const { confirm } = await beginChange(berta, email);
  await addMembership(ana, await makeProvider(), "clerk");
  await expect(confirm()).rejects.toMatchObject({ code: "email_taken" });
  expect(await rowOf(ana)).toMatchObject({ email, enters: true, pin: true });
  expect(await rowOf(berta)).toMatchObject({ email: was });
});

test("nobody's address is taken by the change of somebody who was disabled", async () => {
  const { provider, email, ana } = await someoneLeft();
  const { personId: berta } = await makeMember(provider, "clerk");
  const { confirm } = await beginChange(berta, email);
  await owner`update person set disabled_at = now() where id = ${berta}`;
  await expect(confirm()).rejects.toMatchObject({ code: "link_not_usable" });
  expect(await rowOf(ana)).toMatchObject({ email });
});

test("somebody of the caja does not get the address of a shop's former person", async () => {
  const { email, ana } = await someoneLeft();
  const official = await makeOfficial("officer");
  const { token } = await enrol(await halfSession(official.personId));
  const { told, confirm } = await beginChange(official.personId, email, token);
  expect(told).toEqual(["tomado"]);
  await expect(confirm()).rejects.toMatchObject({ code: "email_taken" });
  expect(await rowOf(ana)).toMatchObject({ email });
});

test("of two who change to one mailbox at once one gets it", async () => {
  const { provider, email, ana } = await someoneLeft();
  const people = await Promise.all([makeMember(provider, "clerk"), makeMember(provider, "clerk")]);
  const changes = await Promise.all(people.map(({ personId }) => beginChange(personId, email)));
  const results = await Promise.allSettled(changes.map(({ confirm }) => confirm()));
  const reasons = results.map((result) => (result.status === "rejected" ? result.reason.code : "changed"));
  expect(reasons.sort()).toEqual(["changed", "email_taken"]);
  const holders = await owner<{ id: string }[]>`select id from person where lower(email) = ${email}`;
  expect(holders).toHaveLength(1);
  expect(holders[0]?.id).not.toBe(ana);
});

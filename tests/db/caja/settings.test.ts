import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { cajaDatabase } from "@/db/client";
import { findCajaProfile, findCurrentPolicy } from "@/db/queries/caja";
import { findCajaVersion, findCompareMode } from "@/db/queries/caja-settings";
import { saveCaja } from "@/domain/caja/save-caja";
import { saveCompareMode } from "@/domain/caja/save-compare-mode";
import { CajaInput, CompareModeInput } from "@/domain/caja/schema";
import { browser, owner } from "@/tests/support/factories/account";
import { grantOf, logOf } from "@/tests/support/officials";

const typed = {
  name: "Caja de Prueba",
  shortName: "",
  portalName: "Plataforma Hanna",
  legalName: "Caja de Compensación de Prueba",
  nit: "890.102.044-1",
  phone: "605 323 5000",
  otherPhone: "",
  hours: "de lunes a viernes, de 7 a. m. a 5 p. m.",
  email: "atencion@prueba.example",
  address: "Calle 1",
  city: "Barranquilla",
  importMaxAgeHours: "24",
  policy: "Política de prueba, bastante larga para que valga.\r\nSegunda línea.",
};
const form = async (changes: Partial<typeof typed> = {}) =>
  CajaInput.parse({ ...typed, ...changes, version: await findCajaVersion(cajaDatabase()) });

beforeAll(async () => {
  const grant = await grantOf("administrator", "settings.edit");
  await saveCaja(grant, await form(), browser());
});

test("a saved profile is read by everybody, and the audit log names the changed fields without their values", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  await saveCaja(
    grant,
    await form({ phone: "605 111 2222", city: "Soledad", importMaxAgeHours: "48" }),
    browser(),
  );
  expect(await findCajaProfile(cajaDatabase())).toMatchObject({ phone: "605 111 2222", otherPhone: null });
  expect(await logOf(grant.actor.personId)).toEqual([
    { action: "caja.edited", detail: { fields: "city, import_max_age_hours, phone" } },
  ]);
});

test("a short name for the header is saved, and emptied again; longer than 16 letters it is refused", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  await saveCaja(grant, await form({ shortName: " Cajacopi " }), browser());
  expect(await findCajaProfile(cajaDatabase())).toMatchObject({ shortName: "Cajacopi" });
  await saveCaja(grant, await form(), browser());
  expect(await findCajaProfile(cajaDatabase())).toMatchObject({ shortName: null });
  await expect(form({ shortName: "Caja de Compensac" })).rejects.toThrow(/too_long|long/i);
});

test("a changed data policy is a new version with its digest; an unchanged one publishes nothing", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  const before = await findCurrentPolicy(cajaDatabase());
  const policy = `Otra política, bastante larga para que valga: ${Date.now()}.`;
  await saveCaja(grant, await form({ policy }), browser());
  const after = await findCurrentPolicy(cajaDatabase());
  await saveCaja(grant, await form({ policy }), browser());
  expect(after?.id).not.toBe(before?.id);
  expect((await findCurrentPolicy(cajaDatabase()))?.id).toBe(after?.id);
  const [row] = await owner<{ sha256: Buffer }[]>`select sha256 from policy where id = ${after?.id ?? 0}`;
  expect(row?.sha256).toEqual(createHash("sha256").update(policy).digest());
});

test("of two profile forms opened together the second is refused as stale and overwrites nothing", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  const [first, second] = [await form({ name: "Primera" }), await form({ name: "Segunda" })];
  await saveCaja(grant, first, browser());
  await expect(saveCaja(grant, second, browser())).rejects.toMatchObject({ code: "caja_changed" });
  expect((await findCajaProfile(cajaDatabase()))?.name).toBe("Primera");
});

test("ten concurrent saves of one form count as one", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  const input = await form({ name: "A la vez" });
  const results = await Promise.allSettled(
    Array.from({ length: 10 }, () => saveCaja(grant, input, browser())),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a disabled administrator saves no settings", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  await owner`update person set disabled_at = now() where id = ${grant.actor.personId}`;
  await expect(saveCaja(grant, await form(), browser())).rejects.toMatchObject({ code: "not_allowed" });
});

test("the comparison mode is saved with its value, is in the audit log, and a stale form is refused", async () => {
  const grant = await grantOf("administrator", "settings.edit");
  const choose = async (mode: string, from = "") =>
    CompareModeInput.parse({ mode, from, version: await findCajaVersion(cajaDatabase()) });
  const modeFor = async (value: number) => {
    const [row] = await owner<{ mode: string }[]>`select compare_mode_for(${value}) as mode`;
    return row?.mode;
  };
  const old = await choose("type");
  // A value that no order of parallel tests has, so that their counters still show orders whole.
  await saveCompareMode(grant, await choose("type_from", "$900.000.000"), browser());
  expect(await findCompareMode(cajaDatabase())).toMatchObject({ mode: "type_from", from: 900_000_000 });
  expect([await modeFor(899_999_999), await modeFor(900_000_000)]).toEqual(["show", "type"]);
  await expect(saveCompareMode(grant, old, browser())).rejects.toMatchObject({ code: "caja_changed" });
  await saveCompareMode(grant, await choose("show", "$900.000.000"), browser());
  expect(await findCompareMode(cajaDatabase())).toMatchObject({ mode: "show", from: null });
  expect(await logOf(grant.actor.personId)).toEqual([
    { action: "caja.edited", detail: { fields: "compare_mode", mode: "type_from", from: 900_000_000 } },
    { action: "caja.edited", detail: { fields: "compare_mode", mode: "show" } },
  ]);
});

test("the comparison mode of typing from a value on requires that value", () => {
  expect(CompareModeInput.safeParse({ mode: "type_from", from: "mucho" }).success).toBe(false);
  expect(CompareModeInput.safeParse({ mode: "type_from", from: "0" }).success).toBe(false);
  expect(CompareModeInput.safeParse({ mode: "siempre" }).success).toBe(false);
});

import { afterEach, expect, test } from "vitest";
import { cajaMemory, lastKnownCaja, unknownCaja } from "@/domain/caja/last-known";
import { NoticeChoices } from "@/domain/caja/notice-schema";
import { CajaInput, CompareModeInput, FactorWaitInput, factorWaits } from "@/domain/caja/schema";
import { deskNotices, noticeWays } from "@/model/notify";
import { cajaProfile as caja } from "@/tests/support/factories/caja-profile";

const { hannaCaja } = cajaMemory;
afterEach(() => {
  cajaMemory.hannaCaja = hannaCaja;
});

const messages = (typed: Record<string, unknown>) =>
  CajaInput.safeParse({ ...caja, ...typed }).error?.issues.map(({ message }) => message);

test("until the database has answered, the caja has a plain name and no telephone", () => {
  cajaMemory.hannaCaja = undefined;
  expect(lastKnownCaja()).toBe(unknownCaja);
  const known = { ...unknownCaja, phone: "605 323 5000" };
  cajaMemory.hannaCaja = known;
  expect(lastKnownCaja()).toBe(known);
});

test("the caja's NIT is kept with its digit, and says whether it is missing or none", () => {
  expect(CajaInput.parse({ ...caja, nit: "8901019949" }).nit).toBe("890101994-9");
  expect(messages({ nit: " \u200b" })).toEqual(["nitMissing"]);
  expect(messages({ nit: "--" })).toEqual(["nitShape"]);
});

test("a telephone has three figures in a row; a policy has one kind of line break and composed letters", () => {
  expect(messages({ phone: "1 2 3 12" })).toEqual(["phoneShape"]);
  expect(messages({ phone: "línea 123" })).toBeUndefined();
  const policy = `\n a\r\nb\rc\n\n${"x".repeat(40)}e\u0301 `;
  expect(CajaInput.parse({ ...caja, policy }).policy).toBe(`a\nb\nc\n\n${"x".repeat(40)}é`);
  expect(CajaInput.parse({ ...caja, otherPhone: " " }).otherPhone).toBeNull();
});

test("a way to compare comes with the version that was shown", () => {
  expect(CompareModeInput.parse({ version: "v", mode: "type_from", from: " $1 " })).toEqual({
    ...{ version: "v", mode: "type_from", from: 1 },
  });
  expect(CompareModeInput.parse({ version: "v", mode: "show", from: "x" })).toEqual({
    ...{ version: "v", mode: "show", from: null },
  });
});

test("a reset of the second factor waits one of the times that are offered, and no other", () => {
  for (const minutes of factorWaits)
    expect(FactorWaitInput.parse({ minutes: String(minutes) }).minutes).toBe(minutes);
  for (const minutes of ["0", "29", "45", "2881", "", undefined])
    expect(FactorWaitInput.safeParse({ minutes }).error?.issues[0]?.message).toBe("factorWaitMissing");
});

test("a kind of notice comes at once or not, as it was chosen, and an unknown choice is told", () => {
  expect(NoticeChoices.parse({})).toEqual({});
  expect(NoticeChoices.safeParse({ request: "x" }).error?.issues[0]?.message).toBe("wayMissing");
  for (const way of noticeWays) {
    const every = Object.fromEntries(deskNotices.map((kind) => [kind, way]));
    expect(NoticeChoices.parse(every)).toEqual(every);
  }
});

import { expect, test } from "vitest";
import { deviceOf, maskedAddress } from "@/domain/own-account/device";
import { OwnSessionInput, ProfileInput } from "@/domain/own-account/schema";

const messages = (typed: Record<string, unknown>) =>
  ProfileInput.safeParse({ name: "Ana", ...typed }).error?.issues.map(({ message }) => message);

test("a person may have no mobile; one that is typed is a mobile", () => {
  expect(ProfileInput.parse({ name: " Ana  Ruiz " })).toEqual({ name: "Ana Ruiz", mobile: null });
  expect(ProfileInput.parse({ name: "Ana", mobile: " " }).mobile).toBeNull();
  expect(ProfileInput.parse({ name: "Ana", mobile: " 300 123 4567" }).mobile).toBe("+573001234567");
  expect(messages({ mobile: "6053235000" })).toEqual(["mobileWrong"]);
  expect(messages({ mobile: "12" })).toEqual(["mobileWrong"]);
  expect(messages({ name: " " })).toEqual(["nameMissing"]);
});

test("one session is named by its id, all others by none", () => {
  expect(OwnSessionInput.parse({})).toEqual({});
  expect(OwnSessionInput.safeParse({ session: "x" }).success).toBe(false);
});

test.each([
  [null, null],
  ["", null],
  ["190.24.7.201", "190.24.7.•"],
  ["x190.24.7.201", null],
  ["190.24.7.201x", null],
  ["190.24.7", null],
  ["::1", "::1:•"],
  ["2800:e2:ab80:7::91", "2800:e2:ab80:•"],
])("the address %j is shown as %j", (ip, shown) => {
  expect(maskedAddress(ip)).toBe(shown);
});

test.each([
  ["Edge", "Edg/1", "EdgA/1"],
  ["Opera", "OPR/1 Chrome/1"],
  ["Firefox", "Firefox/1", "FxiOS/1 Safari/1"],
  ["Chrome", "CriOS/1 Safari/1", "Chrome/1"],
])("%s is told from those that it is built on", (browser, ...signs) => {
  for (const sign of signs) expect(deviceOf(`Mozilla/5.0 ${sign}`).browser, sign).toBe(browser);
});

test.each(["Android", "iPhone", "iPad", "Windows", "Mac", "ChromeOS", "Linux"])(
  "%s is a system",
  (system) => {
    const sign = { Mac: "Macintosh", ChromeOS: "CrOS" }[system] ?? system;
    expect(deviceOf(`Mozilla/5.0 (${sign}; x)`).system).toBe(system);
    expect(deviceOf(`Mozilla/5.0 (x${sign}x)`).system).toBeNull();
  },
);

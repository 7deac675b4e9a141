import { expect, test } from "vitest";
import {
  confirmBudgets,
  emailChangeBudgets,
  factorBudgets,
  invitationBudgets,
  officialInvitationBudgets,
  passwordMailBudgets,
  pinBudgets,
  registrationBudgets,
  registrationMailBudgets,
  signInBudgets,
} from "@/domain/account/budgets";
import {
  linkLifetimes,
  REGISTRATION_SECONDS,
  RESEND_PAUSE_SECONDS,
  sessionLimits,
} from "@/domain/account/session-limits";
import { networkOf } from "@/lib/http/network";
import { slowingLimit } from "@/model/stranger";

const minutes = (count: number) => count * 60;
const hours = (count: number) => count * 3_600;
const ip = "2001:db8:1:2::5";
const network = networkOf(ip);
const person = {
  limit: 20,
  seconds: hours(24),
  pauses: [
    { at: 5, seconds: minutes(5) },
    { at: 10, seconds: minutes(15) },
    { at: 15, seconds: minutes(30) },
  ],
};

test("a known device has a rate limit of its own", () => {
  expect(signInBudgets("a", { ip }, "d")).toEqual([{ ...person, scope: "signin.device", key: "d:a" }]);
  expect(confirmBudgets("s")).toEqual([{ ...person, scope: "confirm.session", key: "s" }]);
});

test("an unknown device shares the rate limits of the account and the network", () => {
  expect(signInBudgets("a", { ip }, null)).toEqual([
    { ...person, scope: "signin.pair", key: `a:${network}` },
    { scope: "signin.network", key: network, limit: 15, seconds: minutes(5) },
    {
      scope: "signin.account",
      key: "a",
      limit: 100,
      seconds: hours(24),
      pauses: [
        { at: 10, seconds: minutes(5) },
        { at: 20, seconds: minutes(15) },
        { at: 30, seconds: minutes(30) },
        { at: 40, seconds: hours(1) },
        { at: 50, seconds: hours(1) },
        { at: 60, seconds: hours(1) },
        { at: 70, seconds: hours(1) },
        { at: 80, seconds: hours(1) },
        { at: 90, seconds: hours(1) },
      ],
    },
  ]);
  expect(signInBudgets("a", { ip: "2001:db8:1:2:ffff::9" }, null)).toEqual(signInBudgets("a", { ip }, null));
  // One that knows other accounts is no more than a browser to this one.
  for (const stranger of [
    { ip, visitor: "v" },
    { ip, visitor: "w", device: "v" },
  ])
    expect(signInBudgets("a", stranger, null).slice(1, -1)).toEqual([
      { scope: "signin.visitor", key: "v", limit: 15, seconds: minutes(5) },
      { scope: "signin.crowd", key: network, limit: 60, seconds: minutes(5) },
    ]);
});

test("rate limits of e-mails to one mailbox, network or team in an hour", () => {
  const address = [{ scope: "mail.password", key: "a", limit: 3, seconds: hours(1) }];
  const asker = [{ scope: "mail.network", key: network, limit: 10, seconds: hours(1) }];
  expect(passwordMailBudgets("a", { ip })).toEqual({ asker, address });
  expect(passwordMailBudgets("a", { ip, device: "d" })).toEqual({
    asker: [{ scope: "mail.device", key: "d", limit: 10, seconds: hours(1) }],
    address,
  });
  expect(registrationMailBudgets("a", { ip, visitor: "v" }).asker).toEqual([
    { scope: "mail.visitor", key: "v", limit: 10, seconds: hours(1) },
    { scope: "mail.crowd", key: network, seconds: hours(1), ...slowingLimit(120) },
  ]);
  expect(registrationMailBudgets("a", { ip })).toEqual({
    asker,
    address: [
      { scope: "mail.registration", key: `a:${network}`, limit: 3, seconds: hours(1) },
      { scope: "mail.address", key: "a", limit: 20, seconds: hours(1) },
    ],
  });
  expect(invitationBudgets("a", "p")).toEqual([
    { scope: "mail.invitation", key: "p:a", limit: 3, seconds: hours(1) },
    { scope: "mail.team", key: "p", limit: 30, seconds: hours(1) },
  ]);
});

test("a known device has a rate limit of its own for codes, and all others share the account's", () => {
  expect(factorBudgets("p", { ip }, "d")).toEqual([{ ...person, scope: "factor.device", key: "d:p" }]);
  expect(factorBudgets("p", { ip, device: "d" }, null)).toEqual([
    { ...person, scope: "factor.pair", key: `p:${network}` },
    {
      scope: "factor.account",
      key: "p",
      limit: 20,
      seconds: hours(24),
      pauses: [
        { at: 5, seconds: minutes(5) },
        { at: 10, seconds: minutes(30) },
        { at: 15, seconds: hours(1) },
      ],
    },
  ]);
});

test("wrong PINs are counted by person and device, with two waits before the limit", () => {
  const pauses = [
    { at: 5, seconds: minutes(5) },
    { at: 8, seconds: minutes(15) },
  ];
  expect(pinBudgets("d", "p")).toEqual([
    { scope: "pin.device", key: "d:p", limit: 20, seconds: hours(24), pauses },
  ]);
});

test("rate limits of letters that a signed-in person causes", () => {
  expect(emailChangeBudgets("p", "a", ip)).toEqual([
    { scope: "mail.change", key: "p", limit: 3, seconds: hours(1) },
    { scope: "mail.change_to", key: `a:${network}`, limit: 20, seconds: hours(1) },
  ]);
  expect(officialInvitationBudgets("a")).toEqual([
    { scope: "mail.official", key: "a", limit: 3, seconds: hours(1) },
    { scope: "mail.officials", key: "all", limit: 60, seconds: hours(1) },
  ]);
});

test("lifetimes of a session, a link and an unconfirmed registration", () => {
  expect(sessionLimits).toEqual({
    provider: { idleSeconds: hours(12), absoluteSeconds: hours(168), most: 30 },
    caja: { idleSeconds: minutes(30), absoluteSeconds: hours(12), most: 10 },
  });
  expect(linkLifetimes).toEqual({
    ...{ confirm: hours(1), invite: hours(1), password: hours(1), email: hours(1), ownership: hours(1) },
  });
  expect([REGISTRATION_SECONDS, RESEND_PAUSE_SECONDS]).toEqual([hours(24), 60]);
});

test("rate limits of one network for registrations and for NIT checks", () => {
  for (const [step, ofNetwork, each, crowd] of [
    ["consent", 30, 10, 300],
    ["company", 60, 20, 600],
  ] as const) {
    expect(registrationBudgets(step, { ip })).toEqual([
      { scope: `registration.${step}.network`, key: network, limit: ofNetwork, seconds: hours(1) },
    ]);
    expect(registrationBudgets(step, { ip, visitor: "v" })).toEqual([
      { scope: `registration.${step}.visitor`, key: "v", limit: each, seconds: hours(1) },
      { scope: `registration.${step}.crowd`, key: network, seconds: hours(1), ...slowingLimit(crowd) },
    ]);
  }
});

import { expect, test } from "vitest";
import {
  type Actor,
  asksAgain,
  authorize,
  can,
  lookUpGrant,
  NotAllowed,
  type ProviderActor,
  unnamedDevice,
} from "@/model/access";

const person = { personId: "ana", sessionId: "s", name: "Ana", email: "ana@tienda.example" };
const clerk: ProviderActor = {
  ...{ ...person, kind: "provider", role: "clerk" },
  provider: {
    ...{ id: "shop", nit: "900123456", checkDigit: 8, legalName: "Tienda", suspended: false },
    ...{ applications: [], opensLookUp: true },
  },
  ownProviders: [],
};
const named: ProviderActor = { ...clerk, pairedDevice: { id: "till", isNamed: true } };
const unnamed: ProviderActor = { ...clerk, pairedDevice: { id: "till", isNamed: false } };

test("a paired device stands for itself only while nobody is named on it", () => {
  const officer: Actor = { ...person, kind: "caja", role: "officer" };
  expect([null, officer, clerk, named, unnamed].map(unnamedDevice)).toEqual([null, null, null, null, "till"]);
  // Whatever else is stored beside an actor of the caja.
  expect(unnamedDevice({ ...officer, pairedDevice: unnamed.pairedDevice } as Actor)).toBeNull();
});

test("a paired device on which nobody is named looks orders up, and nothing else that its clerk may", () => {
  const mayWith = (actor: Actor) =>
    (["order.look_up", "order.use", "counter.work", "report.file", "team.manage"] as const).filter((wanted) =>
      can(actor, wanted),
    );
  expect(mayWith(unnamed)).toEqual(["order.look_up"]);
  expect(mayWith(named)).toEqual(["order.look_up", "order.use", "counter.work", "report.file"]);
  expect(() => authorize(unnamed, "order.use")).toThrow(NotAllowed);
});

test("who works at a counter looks up there too, as the same person", () => {
  expect(lookUpGrant(authorize(clerk, "counter.work")).actor).toBe(clerk);
});

test("a refusal names the permission that is missing", () => {
  const refused = new NotAllowed("order.annul");
  expect([refused.wanted, refused.code]).toEqual(["order.annul", "not_allowed"]);
});

test("who is there is asked again before what decides or takes data along, not before what reads", () => {
  expect(["request.decide", "order.annul", "history.export"].map((each) => asksAgain(each as never))).toEqual(
    [true, true, true],
  );
  expect(["order.look_up", "request.read", "order.use"].map((each) => asksAgain(each as never))).toEqual([
    false,
    false,
    false,
  ]);
});

import { expect, test, vi } from "vitest";

vi.mock("server-only", () => ({}));
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => ({}) }));
vi.mock("next-auth", () => ({ default: () => ({}) }));

const { isOfOtherProvider, requireFormProvider } = await import("@/app/_server/auth/own-provider");
const { chosenElsewhere } = await import("@/app/_frame/chosen-provider");
const { samePage } = await import("@/app/(proveedor)/empresa/same-page");

type Actor = Parameters<typeof samePage>[1];

const actor = (own: string[], role: "owner" | "clerk" = "clerk", applications = ["CONVENIOS"]): Actor => ({
  kind: "provider",
  role,
  personId: "p",
  sessionId: "s",
  name: "Ana",
  email: "ana@prueba.example",
  provider: {
    ...{ id: "a", nit: "1", checkDigit: 1, legalName: "A", suspended: false, applications },
    opensLookUp: applications.includes("CONVENIOS"),
  },
  ownProviders: own.map((id) => ({ id, legalName: id.toUpperCase() })),
});

test("a form of another provider is refused; one without a name only of a person with several", () => {
  const [one, two] = [actor(["a"]), actor(["a", "b"])];
  expect([one, two].map((who) => isOfOtherProvider(who, "a"))).toEqual([false, false]);
  expect([one, two].map((who) => isOfOtherProvider(who, "b"))).toEqual([true, true]);
  expect([one, two].map((who) => isOfOtherProvider(who, null))).toEqual([false, true]);
  expect([one, two].map((who) => isOfOtherProvider(who, ""))).toEqual([false, true]);
  expect([one, two].map((who) => isOfOtherProvider(who, new File([], "a")))).toEqual([true, true]);
  const official: Actor = {
    kind: "caja",
    role: "officer",
    personId: "p",
    sessionId: "s",
    name: "J",
    email: "j@caja.example",
  };
  expect(isOfOtherProvider(official, "a")).toBe(false);
});

test("the refusal names the provider of the form, and none that the person does not work for", () => {
  const about = (provider: string) => {
    try {
      requireFormProvider(actor(["a", "b"]), provider);
    } catch (error) {
      return error;
    }
  };
  expect(about("a")).toBeUndefined();
  expect(about("b")).toMatchObject({ code: "other_provider", about: [{ what: "B" }] });
  expect(about("c")).toMatchObject({ code: "other_provider", about: [{ what: "—" }] });
});

test("a switch leads back to the same kind of page, and never to a page of the provider before", () => {
  const at = (path: string, who = actor(["a", "b"])) => samePage(`https://portal.example${path}`, who);
  expect(at("/consultar/r/1b4e28ba-2fa1-11d2-883f-0016d3cca427?de=x")).toBe("/consultar");
  expect(at("/historial?dia=hoy")).toBe("/historial");
  expect(at("/comprobantes/1")).toBe("/historial");
  expect(at("/solicitudes/SOL-2026-000001")).toBe("/aplicaciones");
  expect(at("/equipo/quitar/x")).toBe("/equipo/este-dispositivo");
  expect(at("/equipo/quitar/x", actor(["a"], "owner"))).toBe("/equipo");
  expect(at("/equipo/este-dispositivo", actor(["a"], "owner"))).toBe("/equipo/este-dispositivo");
  for (const address of [null, "", "nada", "https://portal.example/", "https://x.example/__proto__"])
    expect(samePage(address, actor(["a"]))).toBe("/consultar");
  expect(samePage(null, actor(["a"], "clerk", []))).toBe("/aplicaciones");
});

test("a page knows by the cookie that another tab chose another provider, and is quiet without one", () => {
  expect(chosenElsewhere("sonido=si; empresa=b; x=y", "a")).toBe(true);
  expect(chosenElsewhere("empresa=a", "a")).toBe(false);
  expect(["", "empresa=", "miempresa=b", "x=empresa=b"].map((each) => chosenElsewhere(each, "a"))).toEqual(
    Array(4).fill(false),
  );
});

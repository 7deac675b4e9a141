import { expect, test } from "vitest";
import { withoutData } from "@/db/failure";
import { commandErrorText, errorFacts, errorLine } from "@/lib/error-facts";

const CANARY = "Ana Canaria 1042555318 ana@secreto.example";

function logged(error: unknown): string {
  return `${JSON.stringify(errorFacts(error))} ${errorLine(error)}`;
}

test("an error is logged by class and stack frames, never by its message", () => {
  const facts = errorFacts(new TypeError(CANARY));
  expect(facts.name).toBe("TypeError");
  expect(facts.at?.at(0)).toMatch(/tests\/unit\/lib\/log\/error-facts\.test\.ts:\d+:\d+/);
  expect(logged(new TypeError(CANARY))).not.toContain("Canaria");
});

test.each([
  ["in the message's further lines", () => new Error(`x\n    at ${CANARY}`)],
  ["in a line that looks like a place", () => new Error("x\n    at Canaria (/1042555318/ana:1:1)")],
  ["in the name", () => Object.assign(new Error("x"), { name: CANARY })],
  ["in the code", () => Object.assign(new Error("x"), { code: CANARY })],
  ["in a property", () => Object.assign(new Error("x"), { detail: CANARY, params: [CANARY] })],
  ["in the cause", () => new Error("x", { cause: new Error(CANARY) })],
  ["in a cause that is no error", () => new Error("x", { cause: { detail: CANARY } })],
  ["in one of several errors", () => new AggregateError([new Error(CANARY)], CANARY)],
  ["thrown as a text", () => CANARY],
  ["thrown as an object", () => ({ message: CANARY, name: CANARY })],
  ["that JSON.parse repeats", () => thrownBy(() => JSON.parse(CANARY))],
  ["that BigInt repeats", () => thrownBy(() => BigInt(CANARY))],
])("typed data is not logged: %s", (_, make) => {
  expect(logged(make())).not.toMatch(/Canaria|1042555318|secreto/);
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

test("a circular cause does not loop", () => {
  const error = new Error("x");
  error.cause = error;
  expect(errorFacts(error).name).toBe("Error");
});

test.each([
  ["select * from sign_in_facts($1)", "sign_in_facts"],
  ["select budget_spend($1::jsonb) as until", "budget_spend"],
  ['select "id", "event_key" from "mail" where length($1) > 0', "mail"],
  ['select count(*) from "order"', "order"],
  ['insert into "audit_event" ("seq") values ($1)', "audit_event"],
  ["set transaction read only", "statement"],
])("a failed statement is logged by its SQL without values: %s", (query, expected) => {
  expect(withoutData(new Error("x"), query).statement).toBe(expected);
});

test("of a PostgreSQL error the code, constraint and lines of our functions are logged", () => {
  const answer = Object.assign(new Error(CANARY), {
    code: "23505",
    detail: `Key (email)=(${CANARY})`,
    constraint_name: "person_email",
    where: `PL/pgSQL function enrol_person(text,text) line 4 at SQL statement\nSQL statement "select '${CANARY}'"`,
  });
  const failure = withoutData(new Error("Failed query", { cause: answer }), "select enrol_person($1)");
  expect(failure).toMatchObject({
    code: "23505",
    message: "enrol_person person_email enrol_person:4",
    name: "DatabaseFailure",
  });
  expect(failure.cause).toBeUndefined();
});

test("a command prints its own message, and of a library's error only its class", () => {
  expect(commandErrorText(new Error("El puerto 3000 ya está ocupado."))).toBe(
    "El puerto 3000 ya está ocupado.",
  );
  expect(commandErrorText(Object.assign(new Error(CANARY), { code: "22P02" }))).toBe("Error 22P02");
  expect(commandErrorText(new Error(CANARY, { cause: new Error(CANARY) }))).toBe("Error (Error)");
  expect(commandErrorText(CANARY)).toBe("thrown string");
});

import { redirect } from "next/navigation";
import { expect, test } from "vitest";
import { throwUnlessLost } from "@/components/form/lost-line";

/** What is passed on of an error; undefined when it means that no server was reached. */
function passedOn(error: unknown): unknown {
  try {
    throwUnlessLost(error);
  } catch (thrown) {
    return thrown;
  }
}

test("only a request that reached no server is a lost line", () => {
  expect(passedOn(new TypeError("Failed to fetch"))).toBeUndefined();
  const unexpected = new Error("An unexpected response was received from the server.");
  expect(passedOn(unexpected)).toBe(unexpected);
  const ofServer = Object.assign(new TypeError("x is undefined"), { digest: "123" });
  expect(passedOn(ofServer)).toBe(ofServer);
});

test("a redirect, which Next signals by an error, is passed on", () => {
  let signal: unknown;
  try {
    redirect("/consultar");
  } catch (thrown) {
    signal = thrown;
  }
  expect(passedOn(signal)).toBe(signal);
});

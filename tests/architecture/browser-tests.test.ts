import { expect, test } from "vitest";
import { productFiles } from "../support/files";

const specs = productFiles(/^tests\/.*\.tsx?$/);

/** A press that sends or opens something, and what leaves the page or looks behind it. */
const PRESS = /^\s*await [^;]*\.(?:click|tap|press)\([^()]*\);$/;
const LEAVES =
  /^\s*(?:const .* = )?await .*(?:\.goto\(|\.reload\(|\.clearCookies\(|\b(?:as|signInAs|signInAsEmail)\(|owner`)/;

/** Lines that leave the page right after a press, before anything says that its answer has come. */
function leavesUnanswered(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() && !line.trim().startsWith("//"));
  return lines.filter((line, at) => LEAVES.test(line) && PRESS.test(lines[at - 1] ?? ""));
}

test("a browser test waits for the answer to a press before it leaves the page", () => {
  const press = `      await page.getByRole("button", { name: "Guardar" }).click();`;
  expect(leavesUnanswered(`${press}\n      await page.goto("/historial");`)).toHaveLength(1);
  expect(leavesUnanswered(`${press}\n  // Why.\n      const [row] = await owner\`select 1\`;`)).toHaveLength(
    1,
  );
  expect(
    leavesUnanswered(`${press}\n      await page.waitForURL(/r/);\n      await page.goto("/");`),
  ).toEqual([]);
  expect(specs.length).toBeGreaterThan(500);
  expect(
    specs.flatMap(({ path, text }) => leavesUnanswered(text).map((line) => `${path}: ${line.trim()}`)),
  ).toEqual([]);
});

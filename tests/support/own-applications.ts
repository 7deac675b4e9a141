import { afterAll } from "vitest";
import { closeApplications, makeApplication } from "./factories/application";

/**
 * Applications of a test file's own, so that changing their documents changes nobody else's; none of them is offered
 * once the file ends. `codes` takes those that were made otherwise.
 */
export function ownApplications() {
  const codes: string[] = [];
  afterAll(async () => {
    await closeApplications(codes);
  });
  /** Adds an application that requires these kinds of documents; returns its code. */
  async function application(...documents: string[]): Promise<string> {
    const code = await makeApplication({ documents });
    codes.push(code);
    return code;
  }
  return { codes, application };
}

import { answerProgress, type RunContext } from "@/app/admin/_imports/answer-run";

/** Progress of an import, as JSON for its page. */
export function GET(_request: Request, context: RunContext): Promise<Response> {
  return answerProgress("orders", context);
}

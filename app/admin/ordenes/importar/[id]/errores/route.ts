import { answerBadLines, type RunContext } from "@/app/admin/_imports/answer-run";

/** Exports the lines with errors. A POST, because an export is audited. */
export function POST(request: Request, context: RunContext): Promise<Response> {
  return answerBadLines(request, "orders", context);
}

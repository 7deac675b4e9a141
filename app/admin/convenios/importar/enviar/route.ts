import { takeUpload } from "@/app/admin/_imports/take-upload";

/** Takes a file of convenios. proxy.ts passes the body on unread. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, "agreements");
}

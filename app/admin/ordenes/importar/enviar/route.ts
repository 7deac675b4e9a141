import { takeUpload } from "@/app/admin/_imports/take-upload";

/** Takes a file of orders. proxy.ts passes the body on unread. */
export function POST(request: Request): Promise<Response> {
  return takeUpload(request, "orders");
}

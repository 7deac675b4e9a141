import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { stopInOrder } from "@/lib/graceful-stop";

/** A server that ends as ours does, and whose every answer keeps the event loop for a while, as a page does. */
const BUSY_MS = 60;

stopInOrder(async () => {});
const server = createServer((_request, response) => {
  for (const end = Date.now() + BUSY_MS; Date.now() < end; );
  response.end("answered");
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));

import { createWriteStream } from "node:fs";
import { writeOrders } from "@/domain/print/write-orders";
import { randomFrom } from "./damage";
import { sampleCaja, sampleOrder } from "./sample";

const [, , file = "thousand.pdf"] = process.argv;
const random = randomFrom(1);
const orders = Array.from({ length: 1000 }, (_, at) => sampleOrder(at + 1, random));
await writeOrders(orders, { caja: sampleCaja, size: "letter" }, createWriteStream(file));
// The whole process is measured, with its start and its libraries.
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ seconds: performance.now() / 1000, megabytes: maxRSS / 1024 }));

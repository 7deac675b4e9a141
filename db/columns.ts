import { customType, timestamp } from "drizzle-orm/pg-core";

/** Raw bytes: digests, blind indexes, sealed personal data, uploaded files. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** A moment. Days are counted in America/Bogota only where a rule speaks of days. */
export const moment = (name: string) => timestamp(name, { withTimezone: true });

CREATE INDEX CONCURRENTLY "session_device" ON "session" USING btree ("device_id") WHERE "session"."device_id" is not null;

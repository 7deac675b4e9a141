CREATE TABLE "settlement_sum" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "settlement_sum_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"provider_id" uuid NOT NULL,
	"day" date NOT NULL,
	"branch_id" uuid,
	"state" text NOT NULL,
	"uses" integer NOT NULL,
	"amount" bigint NOT NULL,
	"merged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "settlement_sum_provider_id_day_id_pk" PRIMARY KEY("provider_id","day","id"),
	CONSTRAINT "settlement_sum_states" CHECK ("settlement_sum"."state" in ('open', 'legalized', 'invoiced', 'paid', 'objected'))
);
--> statement-breakpoint
CREATE INDEX "settlement_sum_days" ON "settlement_sum" USING btree ("day","provider_id","state","uses","amount");--> statement-breakpoint
CREATE INDEX "settlement_sum_fresh" ON "settlement_sum" USING btree ("provider_id","day") WHERE not "settlement_sum"."merged";
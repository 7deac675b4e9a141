CREATE TABLE "order_sum" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_sum_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" date NOT NULL,
	"figure" text NOT NULL,
	"kind_code" text NOT NULL,
	"office" text NOT NULL,
	"provider_nit" text NOT NULL,
	"orders" integer NOT NULL,
	"amount" bigint NOT NULL,
	"merged" boolean DEFAULT false NOT NULL,
	CONSTRAINT "order_sum_figures" CHECK ("order_sum"."figure" in ('issued', 'used', 'left', 'voided')),
	CONSTRAINT "order_sum_place" CHECK (("order_sum"."kind_code" = '') <> ("order_sum"."provider_nit" = ''))
);
--> statement-breakpoint
CREATE INDEX "order_sum_days" ON "order_sum" USING btree ("day","kind_code","office","provider_nit","figure","orders","amount");--> statement-breakpoint
CREATE INDEX "order_sum_fresh" ON "order_sum" USING btree ("day") WHERE not "order_sum"."merged";
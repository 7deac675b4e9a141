CREATE TABLE "answer_sum" (
	"day" date NOT NULL,
	"outcome" text NOT NULL,
	"answers" integer NOT NULL,
	CONSTRAINT "answer_sum_day_outcome_pk" PRIMARY KEY("day","outcome")
);

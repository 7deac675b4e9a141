CREATE TABLE "role_permission" (
	"permission" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "role_permission_permission_role_pk" PRIMARY KEY("permission","role")
);

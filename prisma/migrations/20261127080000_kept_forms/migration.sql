-- What was posted after the sign-in had ended, until its writer is back.
CREATE TABLE "kept_form" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "back" TEXT NOT NULL,
    "fields" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "kept_form_pkey" PRIMARY KEY ("token_hash")
);
CREATE INDEX "kept_form_until_idx" ON "kept_form"("until");

GRANT SELECT, INSERT, UPDATE, DELETE ON "kept_form" TO scheme_app;

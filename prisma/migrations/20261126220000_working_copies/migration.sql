-- What people have typed into a form and not yet given.
CREATE TABLE "form_draft" (
    "person_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "base" INTEGER NOT NULL,
    "values" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_draft_pkey" PRIMARY KEY ("person_id","key")
);
CREATE INDEX "form_draft_key_idx" ON "form_draft"("key");

GRANT SELECT, INSERT, UPDATE, DELETE ON "form_draft" TO scheme_app;

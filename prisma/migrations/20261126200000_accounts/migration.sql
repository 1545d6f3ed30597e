-- Accounts: where a session runs, ways to a new password, the second factor, failed sign-ins that outlive a restart; and who changed what of organisations and persons.
ALTER TABLE "person" ADD COLUMN "ended_on" DATE;

ALTER TABLE "session" ADD COLUMN "user_agent" TEXT,
  ADD COLUMN "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

CREATE TABLE "password_reset" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("token_hash")
);
CREATE INDEX "password_reset_person_id_idx" ON "password_reset"("person_id");
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "second_factor" (
    "person_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "recovery_codes" TEXT[],

    CONSTRAINT "second_factor_pkey" PRIMARY KEY ("person_id")
);
ALTER TABLE "second_factor" ADD CONSTRAINT "second_factor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "sign_in_failure" (
    "account" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("account")
);
CREATE INDEX "sign_in_failure_until_idx" ON "sign_in_failure"("until");

CREATE TABLE "reference_change" (
    "id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "given" JSONB NOT NULL,
    "reason" TEXT,
    "changed_by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reference_change_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "reference_change_recorded_at_id_idx" ON "reference_change"("recorded_at" DESC, "id" DESC);
CREATE INDEX "reference_change_subject_idx" ON "reference_change"("subject");
-- The trail of all commands is looked through by time.
CREATE INDEX "command_recorded_at_id_idx" ON "command"("recorded_at" DESC, "id" DESC);

CREATE FUNCTION refuse_other_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The trail of changes is never changed.' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER reference_change_stays BEFORE UPDATE OR DELETE ON "reference_change" FOR EACH ROW EXECUTE FUNCTION refuse_other_change();
CREATE TRIGGER reference_change_is_not_emptied BEFORE TRUNCATE ON "reference_change" FOR EACH STATEMENT EXECUTE FUNCTION refuse_other_change();

GRANT SELECT, INSERT, UPDATE, DELETE ON "password_reset", "second_factor", "sign_in_failure" TO scheme_app;
GRANT SELECT, INSERT ON "reference_change" TO scheme_app;

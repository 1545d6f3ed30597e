-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parent_id" TEXT,
    "province_id" TEXT,
    "code" TEXT,
    "heading" TEXT[],
    "place" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "predecessor_id" TEXT,
    "successor_id" TEXT,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "from_date" DATE NOT NULL,
    "to_date" DATE,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "thing" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "pack" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "doers" JSONB NOT NULL,
    "readers" TEXT[],
    "wake_seq" INTEGER NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "thing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thing_part" (
    "thing_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "thing_part_pkey" PRIMARY KEY ("thing_id","key")
);

-- CreateTable
CREATE TABLE "fact" (
    "thing_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "role" TEXT,
    "command_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("thing_id","seq")
);

-- CreateTable
CREATE TABLE "command" (
    "id" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "thing_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "due" TIMESTAMPTZ(3),
    "next_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "plan" JSONB NOT NULL,
    "waits_for" TEXT[],
    "basis" TEXT NOT NULL,
    "certainty" TEXT NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("thing_id","name")
);

-- CreateTable
CREATE TABLE "owed" (
    "key" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by" TEXT,

    CONSTRAINT "owed_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "round" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "route" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "readers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "province_id" TEXT,
    "content_item" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "total_dong" BIGINT NOT NULL,
    "support_dong" BIGINT NOT NULL,
    "approved_dong" BIGINT,
    "allocated_dong" BIGINT,
    "paid_dong" BIGINT NOT NULL,
    "settled_dong" BIGINT,
    "plan_id" TEXT,
    "plan_item" TEXT,
    "search" TEXT NOT NULL,
    "readers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "council" (
    "id" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "members" TEXT[],
    "readers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "council_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "issuer_id" TEXT NOT NULL,
    "number" INTEGER,
    "symbol" TEXT,
    "date" DATE,
    "round_id" TEXT,
    "scheme_id" TEXT,
    "council_id" TEXT,
    "subjects" TEXT[],
    "file" TEXT,
    "code" TEXT NOT NULL,
    "readers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register" (
    "issuer_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "register_pkey" PRIMARY KEY ("issuer_id","series","year")
);

-- CreateTable
CREATE TABLE "register_entry" (
    "issuer_id" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "document_id" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "unused_why" TEXT,

    CONSTRAINT "register_entry_pkey" PRIMARY KEY ("issuer_id","series","year","number")
);

-- CreateTable
CREATE TABLE "fund" (
    "id" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "ceiling" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "allocated" BIGINT NOT NULL DEFAULT 0,
    "contracted" BIGINT NOT NULL DEFAULT 0,
    "advanced" BIGINT NOT NULL DEFAULT 0,
    "paid" BIGINT NOT NULL DEFAULT 0,
    "settled" BIGINT NOT NULL DEFAULT 0,
    "returned" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "fund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_movement" (
    "thing_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fund_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fund_movement_pkey" PRIMARY KEY ("thing_id","seq","ordinal")
);

-- CreateTable
CREATE TABLE "payment_slip" (
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "thing_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "date" DATE NOT NULL,

    CONSTRAINT "payment_slip_pkey" PRIMARY KEY ("year","number")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "province_id" TEXT NOT NULL,
    "from_year" INTEGER,
    "to_year" INTEGER,
    "total_dong" BIGINT NOT NULL,
    "differences" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "readers" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiting" (
    "thing_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "due" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_pkey" PRIMARY KEY ("thing_id","holder")
);

-- CreateTable
CREATE TABLE "file" (
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "mime" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "letter" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "thing_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "following" (
    "thing_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "followed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "following_pkey" PRIMARY KEY ("thing_id")
);

-- CreateTable
CREATE TABLE "programme_clock" (
    "id" TEXT NOT NULL,
    "now" TIMESTAMPTZ(3) NOT NULL,
    "target" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "programme_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "register_entry_document_id_idx" ON "register_entry"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "position_person_id_idx" ON "position"("person_id");

-- CreateIndex
CREATE INDEX "position_organisation_id_role_idx" ON "position"("organisation_id", "role");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "thing_kind_final_idx" ON "thing"("kind", "final");

-- CreateIndex
CREATE INDEX "fact_type_thing_id_idx" ON "fact"("type", "thing_id");

-- CreateIndex
CREATE INDEX "command_thing_id_idx" ON "command"("thing_id");

-- CreateIndex
CREATE INDEX "clock_next_at_idx" ON "clock"("next_at");

-- CreateIndex
CREATE INDEX "owed_thing_id_done_at_idx" ON "owed"("thing_id", "done_at");

-- CreateIndex
CREATE INDEX "round_programme_year_idx" ON "round"("programme", "year");

-- CreateIndex
CREATE INDEX "scheme_created_at_id_idx" ON "scheme"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "scheme_state_created_at_id_idx" ON "scheme"("state", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "scheme_round_id_created_at_id_idx" ON "scheme"("round_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "scheme_host_id_created_at_id_idx" ON "scheme"("host_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "scheme_readers_idx" ON "scheme" USING GIN ("readers");

-- CreateIndex
CREATE INDEX "council_round_id_idx" ON "council"("round_id");

-- CreateIndex
CREATE INDEX "council_members_idx" ON "council" USING GIN ("members");

-- CreateIndex
CREATE UNIQUE INDEX "document_code_key" ON "document"("code");

-- CreateIndex
CREATE INDEX "document_subjects_idx" ON "document" USING GIN ("subjects");

-- CreateIndex
CREATE INDEX "document_readers_idx" ON "document" USING GIN ("readers");

-- CreateIndex
CREATE INDEX "document_created_at_id_idx" ON "document"("created_at" DESC, "id" DESC);

-- CreateIndex

-- CreateIndex
CREATE INDEX "fund_programme_year_idx" ON "fund"("programme", "year");

-- CreateIndex
CREATE INDEX "fund_movement_fund_id_kind_idx" ON "fund_movement"("fund_id", "kind");

-- CreateIndex
CREATE INDEX "payment_slip_thing_id_idx" ON "payment_slip"("thing_id");

-- CreateIndex
CREATE INDEX "waiting_holder_since_idx" ON "waiting"("holder", "since");

-- CreateIndex
CREATE INDEX "letter_person_id_created_at_idx" ON "letter"("person_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme" ADD CONSTRAINT "scheme_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say: facts are forever, money cannot be overspent, and who may do what.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: facts and commands are never changed or deleted', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER fact_is_forever BEFORE UPDATE OR DELETE ON "fact" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER fact_is_forever_whole BEFORE TRUNCATE ON "fact" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER command_is_forever BEFORE UPDATE OR DELETE ON "command" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER command_is_forever_whole BEFORE TRUNCATE ON "command" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE "fund"
  ADD CONSTRAINT fund_not_negative CHECK (ceiling >= 0 AND reserved >= 0 AND allocated >= 0 AND contracted >= 0 AND advanced >= 0 AND paid >= 0 AND settled >= 0 AND returned >= 0),
  ADD CONSTRAINT fund_within_ceiling CHECK (reserved + allocated <= ceiling),
  ADD CONSTRAINT fund_contracted_within_allocated CHECK (contracted <= allocated),
  ADD CONSTRAINT fund_spent_within_contracted CHECK (advanced + paid <= contracted),
  ADD CONSTRAINT fund_settled_within_spent CHECK (settled + returned <= advanced + paid);
ALTER TABLE "payment_slip" ADD CONSTRAINT payment_slip_positive CHECK (amount > 0);
ALTER TABLE "register" ADD CONSTRAINT register_counts CHECK (last >= 0);
ALTER TABLE "thing" ADD CONSTRAINT thing_seq CHECK (seq >= 0);
ALTER TABLE "thing" SET (fillfactor = 80);
CREATE INDEX thing_unfollowed ON "thing" ("id") WHERE NOT "final";
CREATE INDEX owed_open ON "owed" ("thing_id") WHERE "done_at" IS NULL;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX scheme_search ON "scheme" USING gin ("search" gin_trgm_ops);

-- The running system may add facts and commands and keep the read tables; it may not change what has happened.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'scheme_app') THEN CREATE ROLE scheme_app NOLOGIN; END IF;
END $$;
GRANT USAGE ON SCHEMA public TO scheme_app;
GRANT SELECT, INSERT ON "fact", "command" TO scheme_app;
GRANT SELECT, INSERT, UPDATE ON "thing", "file", "programme_clock", "person", "organisation", "position" TO scheme_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON "thing_part", "clock", "owed", "round", "scheme", "council", "document", "register", "register_entry", "fund", "fund_movement", "payment_slip", "plan",
  "waiting", "letter", "following", "session" TO scheme_app;
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN GRANT SELECT ON "_prisma_migrations" TO scheme_app; END IF; -- readiness looks there
END $$;

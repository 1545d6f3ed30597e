-- A written authority to sign for somebody else (Decree 30/2020/NĐ-CP, Article 13). Reference data as positions are: who took it down and when stays with it.
CREATE TABLE "delegation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "to_person_id" TEXT,
    "to_organisation_id" TEXT,
    "to_role" TEXT,
    "symbol" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "types" TEXT[],
    "from_date" DATE NOT NULL,
    "to_date" DATE,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_on" DATE,
    "ended_why" TEXT,
    "ended_by" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "delegation_organisation_id_idx" ON "delegation"("organisation_id");
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_given_by_fkey" FOREIGN KEY ("given_by") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "delegation"
  ADD CONSTRAINT "delegation_kind" CHECK ("kind" IN ('tuq', 'kt', 'q')),
  ADD CONSTRAINT "delegation_to_one" CHECK (("to_person_id" IS NOT NULL) <> ("to_organisation_id" IS NOT NULL AND "to_role" IS NOT NULL)),
  ADD CONSTRAINT "delegation_limited" CHECK (cardinality("types") > 0 AND ("kind" <> 'tuq' OR "to_date" IS NOT NULL) AND ("to_date" IS NULL OR "from_date" <= "to_date")),
  ADD CONSTRAINT "delegation_written" CHECK (btrim("symbol") <> ''),
  ADD CONSTRAINT "delegation_ended" CHECK (("ended_on" IS NULL) = ("ended_by" IS NULL) AND ("ended_on" IS NULL) = ("ended_at" IS NULL));

-- What was given is not given otherwise afterwards: it is ended, once, and another one is taken down.
CREATE FUNCTION refuse_other_delegation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.ended_at IS NOT NULL
     OR (to_jsonb(NEW) - '{ended_on,ended_why,ended_by,ended_at}'::text[]) <> (to_jsonb(OLD) - '{ended_on,ended_why,ended_by,ended_at}'::text[]) THEN
    RAISE EXCEPTION 'A recorded authority can only be ended.' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_stays BEFORE UPDATE OR DELETE ON "delegation" FOR EACH ROW EXECUTE FUNCTION refuse_other_delegation();

GRANT SELECT, INSERT, UPDATE ON "delegation" TO scheme_app;
